import { type Zippable, zipSync } from 'fflate';

/** A file in an archive. */
export interface ZipEntry {
  /** With `/`, relative to the archive's root. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Not compressed: what is compressed already, and what must be readable as it lies there. */
  readonly isStored: boolean;
}

/**
 * A zip archive of the entries, in their order. The same entries give the same bytes on every machine: compression is plain
 * JavaScript, and every entry carries the earliest time that the format has. (fflate writes local time, so the date is a
 * local one.)
 */
export function makeZip(entries: readonly ZipEntry[]): Uint8Array {
  const encoder = new TextEncoder();
  const mtime = new Date(1980, 0, 1);
  const files: Zippable = {};
  for (const { path, content, isStored } of entries) {
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    files[path] = [bytes, { level: isStored ? 0 : 6, mtime }];
  }
  return zipSync(files);
}
