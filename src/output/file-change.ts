/** One file of a set of changes. */
export interface FileChange {
  /** Relative to the book's folder, with `/`. */
  readonly file: string;
  /** What the change was made from; null for a file that must not be there yet. */
  readonly before: Uint8Array | null;
  /** Null removes the file. */
  readonly after: Uint8Array | null;
}

/** A file that goes to another place as it is. Nothing may be there yet. */
export interface FileMove {
  /** Relative to the book's folder, with `/`: the new place. */
  readonly file: string;
  readonly from: string;
}
