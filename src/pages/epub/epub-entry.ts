/** A file of the archive, by its path in it. */
export interface EpubEntry {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Not compressed: what is compressed already, and the first entry, which must be readable as it lies there. */
  readonly isStored: boolean;
}
