/** Part of one line; lines and columns start at 1, lengths count UTF-16 units. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** Where a key and its value stand. A value that begins on a later line has the span of its key. */
export interface KeyPlace {
  /** 1 for a top-level key. */
  readonly depth: number;
  readonly key: Span;
  readonly value: Span;
}

/** Places by path: the keys from the top, lower-cased and joined by dots (`markup.goldmark`). */
export type KeyPlaces = ReadonlyMap<string, KeyPlace>;

/** A key as it is met from the top of a text. */
export interface ListedKey {
  /** As in `KeyPlaces`. */
  readonly path: string;
  /** The same, where the tables of a list are told apart: two keys with one scope are one key. */
  readonly scope: string;
  readonly place: KeyPlace;
}

/** A key that is there a second time; capitals and small letters are the same. */
export interface RepeatedKey {
  /** From the top, lower-cased and joined by dots. */
  readonly path: string;
  /** Null where it is not known: in a list, or in braces. */
  readonly first: KeyPlace | null;
  /** The one that counts, or the one before that. */
  readonly again: KeyPlace;
}
