/** The size of a page, in millimetres. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

/** A book to be printed: pages of HTML for a browser, and what the finished file says of it. */
export interface PaperBook {
  /** The page of HTML with the numbers and blank pages of `layout`, in UTF-8. Called again it costs little. */
  readonly write: (layout: PaperLayout) => Uint8Array;
  /** What begins on a page of its own, in order, by the name of its destination in the file. */
  readonly starts: readonly string[];
  /** Which page these begin on: that of any side, a right-hand one (odd), or a left-hand one. */
  readonly startsOn: 'any' | 'right' | 'left';
  /** As the contents; every entry has a destination. */
  readonly outline: readonly PaperEntry[];
  readonly facts: PaperFacts;
  /** The bytes of a file of the book by its address from the root of the host; null for one that is not there. */
  readonly readFile: (address: string) => Uint8Array | null;
  /** The characters of the text beyond ASCII, each with the label of the first page that has it. */
  readonly characters: ReadonlyMap<string, string>;
  /** How many chapters are in it. */
  readonly chapters: number;
}

/** What is only known once the book has been printed before. */
export interface PaperLayout {
  /** The page on which each destination lies, from 1; empty for the first time. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The starts that have a blank page before them. */
  readonly blanks: ReadonlySet<string>;
}

/** An entry of the outline. */
export interface PaperEntry {
  readonly title: string;
  /** The name of its destination. */
  readonly target: string;
  readonly children: readonly PaperEntry[];
}

/** What the file says of itself. */
export interface PaperFacts {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Milliseconds since 1970 UTC: the newest date of the book. */
  readonly modified: number;
  /** The program that made it. */
  readonly creator: string;
}
