/** Where a page stands among the pieces of a chapter that was cut: "Chapter 1", "Chapter 1b", "Chapter 1c". */
export interface FamilyPlace {
  /** What the headings of the pieces have in common: "Chapter 1". */
  readonly heading: string;
  /** From 1. */
  readonly index: number;
  readonly of: number;
  /** As written; empty for a first piece without one. */
  readonly letter: string;
  /** What marks the piece in a list: its letter, else its number: "1". */
  readonly mark: string;
  /** The words of its heading behind these: "Simplified". */
  readonly rest: string;
  /** Keys of all pieces, in reading order, at least two; one array for all of them. */
  readonly members: readonly string[];
}
