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
