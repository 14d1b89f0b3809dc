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
  /** Of each file of endings the first. */
  readonly endings: readonly string[];
  /** Of each file of names the number of its first section. */
  readonly names: readonly number[];
  /** Stretches of the book: a part's label, or an empty one, its first section, and 1 for a volume of a library. */
  readonly parts: readonly Stretch[];
}

/** A stretch of the book that belongs to one part. */
type Stretch = readonly [label: string, firstSection: number, volume?: 1];

/** The version that this script reads. */
export const KNOWN_VERSION = 3;

/** Loads a file of the index by its name: `t0`, `r12`. The same file may be asked for again and again. */
export type LoadFile = (name: string) => Promise<string>;
