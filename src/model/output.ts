/** A file to publish whose content the build made. */
export interface OutputFile {
  /** Relative to the output directory, with `/`, not percent-encoded: `part-1/14f/index.html`. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** The file of the book that it comes from (`content/one.md`); absent for what the theme makes. */
  readonly origin?: string;
  /** True for a file that gives way to one of the book's own at the same path, from `static/` or a bundle. */
  readonly yields?: boolean;
}

/** A published file as it was written. */
export interface FileRecord {
  /** Bytes. */
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** A file that would come out as it was published. */
export interface KeptFile extends FileRecord {
  readonly path: string;
  /** As for `OutputFile`. */
  readonly origin?: string;
}

/** A file to publish by copying. */
export interface OutputCopy {
  readonly path: string;
  /** Where the original lies on this machine. */
  readonly from: string;
  /** What is in it, where that is known. */
  readonly record?: FileRecord;
  /** As for `OutputFile`. */
  readonly origin?: string;
  /** True for a file of a Hugo site's `assets/`, which may share its path with a static file. */
  readonly isAsset?: true;
}

/** What a publication did, by number of files. */
export interface PublishCounts {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}
