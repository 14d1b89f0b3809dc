/** What `search/index.js` says: how to find the rest. The format is in the manual, "The search index". */
export interface IndexRoot {
  readonly version: number;
  /** For each kind of file, the first letter of the names by which this script asks for them, the published names in a row. */
  readonly files: Readonly<Record<string, string>>;
  /** Number of sections. */
  readonly sections: number;
  /** The common terms, coded. */
  readonly common: string;
  /** Of each file of rare terms the first. */
  readonly rare: readonly string[];
  /** Of each file of pairs of frequent words the first. */
  readonly pairs: readonly string[];
  /** The most frequent words: places name them by their number here, from 1. */
  readonly frequent: readonly string[];
  /** Of each file of endings the first. */
  readonly endings: readonly string[];
  /** Of each file of names the number of its first section. */
  readonly names: readonly number[];
  /** Stretches of the book: a part's name, or an empty one, its first section, and for a volume of a library 1 and its authors, or 2 and its shelf. */
  readonly parts: readonly (readonly [name: string, first: number, volume?: 1 | 2, authors?: string])[];
  /** Stretches inside the sections of parts: their names, or an empty one, and their first section. */
  readonly divisions: readonly (readonly [name: string, first: number])[];
  /** 1 where records lie in scripts too, for pages on a disk, which can load nothing else. */
  readonly scripts?: 1;
}

/** The version that this script reads. */
export const KNOWN_VERSION = 4;

/** Loads files of the index by their names: `t0`, `r12`. The same file may be asked for again and again. */
export interface LoadFiles {
  /** A file of names, of endings, of excerpts. */
  readonly text: (name: string) => Promise<string>;
  /** A file of records. */
  readonly bytes: (name: string) => Promise<Uint8Array>;
}
