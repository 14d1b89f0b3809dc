import type { KeptFile } from '../../model/output.js';
import type { KnownFile } from '../../model/source.js';

/** Where bytes lie in the pieces of a memory: which piece, from where, how many, and their CRC-32. */
export type Slice = readonly [piece: number, start: number, length: number, sum: number];

/** A chapter as it was rendered, and what it was rendered from. */
export interface ChapterRow {
  /** SHA-256 of its file. */
  readonly hash: string;
  /** What the rendering follows from besides the file and what all chapters of the site share; see `keyOfJob`. */
  readonly job: string;
  /** What its links could lead to (`MemoryOfSite.targets`); null when it has none, and the rest of the book is nothing to it. */
  readonly targets: string | null;
  /** What its shortcodes were rendered with; see `keyOfShortcodes`. Null when it has none, empty where nobody can tell. */
  readonly shortcodes: string | null;
  readonly facts: Slice;
  /** Null where no search wants them. */
  readonly words: Slice | null;
  readonly html: Slice;
  /** It has findings, or links whose fragments are to be checked. */
  readonly isToBeChecked: boolean;
}

/** Files that were made together, and what was read of chapters for them. */
export interface UnitRow {
  readonly files: readonly KeptFile[];
  /** By field the chapters, as numbers in `SiteRow.paths`. */
  readonly reads: readonly (readonly [field: string, chapters: readonly number[]])[];
}

/** What is kept of the site of one language. */
export interface SiteRow {
  /** What the rendering of every chapter follows from besides the chapter; see `keyOfText`. */
  readonly text: string;
  /** What the pages follow from besides the book and its chapters; see `keyOfSurroundings`. */
  readonly surroundings: string;
  /** What links could lead to. */
  readonly targets: string;
  /** All chapters that rows and reads speak of, by `Chapter.path`. */
  readonly paths: readonly string[];
  /** For each of the paths. */
  readonly rows: readonly (ChapterRow | null)[];
  /** By name; null where a fault of the theme was found, which is told of one page only. */
  readonly units: ReadonlyMap<string, UnitRow> | null;
  /** The book as `recallBook` keeps it. */
  readonly book: Slice;
  /** What line ends were judged by, as `recallSiteEvidence` leaves it. */
  readonly evidence: Slice;
}

/** Everything that is kept of a book between two runs. */
export interface MemoryTable {
  /** What all of it follows from but the chapters, which follow from less (`SiteRow.text`); see `keyOfSettings`. */
  readonly settings: string;
  /** By absolute path. */
  readonly files: ReadonlyMap<string, KnownFile>;
  /** The words of search, by their numbers in the rows. */
  readonly vocabulary: string;
  /** Names and lengths of the pieces, and what is in each: facts and words, or HTML. */
  readonly pieces: readonly Piece[];
  /** By key of the language. */
  readonly sites: ReadonlyMap<string, SiteRow>;
}

export interface Piece {
  readonly name: string;
  /** Bytes that rows of the table speak of. */
  readonly length: number;
}
