/** What `search/index.js` says: how to find the rest. The format is in the manual, "The search index". */
export interface IndexRoot {
  readonly version: number;
  /** Below `search/`; named after the content of its files. */
  readonly folder: string;
  /** Characters of a file of postings or places. */
  readonly piece: number;
  /** Number of sections. */
  readonly sections: number;
  /** Of each piece of the dictionary the first term, and where its postings and its places begin. */
  readonly dictionary: readonly (readonly [firstTerm: string, postings: number, places: number])[];
  /** Of each piece of the names the number of its first section. */
  readonly names: readonly number[];
  /** Stretches of the book: a part's label, or an empty one, and its first section. */
  readonly parts: readonly (readonly [label: string, firstSection: number])[];
}

/** The version that this script reads. */
export const KNOWN_VERSION = 1;

/** Loads a file of the index by its name: `d0`, `p12`. The same file may be asked for again and again. */
export type LoadFile = (name: string) => Promise<string>;
