import { lstatSync } from 'node:fs';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { LoadedFile, SourceFile } from '../model/source.js';
import { createFingerprint } from './fingerprint.js';
import { holdFile, readWhole } from './held-file.js';
import { describeFile, isPictureName } from './measure-picture.js';
import { createSharedReader } from './shared-reader.js';
import { type FoundFile, type WalkRoot, walkFolder } from './walk.js';

/** One reading of a book: how its files are found and read, and what was found wrong on the way. */
export interface BookReading {
  readonly diagnostics: Diagnostic[];
  /** The files below a folder, in order. Reports what the walk reports. */
  readonly find: (root: WalkRoot) => Outcome<readonly FoundFile[]>;
  /** A file with its bytes. Throws as `fs` does. */
  readonly load: (found: FoundFile) => LoadedFile;
  /** A file without its bytes. Throws as `fs` does. */
  readonly measure: (found: FoundFile) => SourceFile;
}

/** A reading that starts from nothing, and its fingerprint: to be asked for once, at the end. */
export interface FreshReading extends BookReading {
  /** Adds to the fingerprint what is no file. */
  readonly note: (text: string) => void;
  readonly digest: () => string;
}

/** Bytes of text that a build keeps until it is rendered: 30,000 chapters of the usual size. */
const MOST_HELD = 256 * 1024 * 1024;

/**
 * Reads everything from the disk, one file open at a time. Of a book with more text than fits into `room`, in bytes, the
 * rest is let go of at once and read again when it is asked for.
 */
export function createReading(room = MOST_HELD): FreshReading {
  const fingerprint = createFingerprint();
  const readShared = createSharedReader();
  let held = 0;
  return {
    diagnostics: [],
    find: walkFiles,
    load: (found) => {
      const fits = held < room;
      const file = holdFile(found, fits ? readShared : readWhole);
      fingerprint.addBytes(found.file, file.bytes);
      if (fits) held += file.size;
      else file.release?.();
      return file;
    },
    measure: (found) => {
      let file: SourceFile | null = null;
      const see = (head: Uint8Array, size: number) => {
        file = describeFile(found, size, isPictureName(found.path) ? head : null);
      };
      const size = fingerprint.addFile(found, see);
      return file ?? { ...found, size };
    },
    note: (text) => fingerprint.addBytes('', Buffer.from(text)),
    digest: fingerprint.digest,
  };
}

/** Walks a folder; no files when there is nothing of that name. */
export function walkFiles(root: WalkRoot): Outcome<readonly FoundFile[]> {
  if (lstatSync(root.folder, { throwIfNoEntry: false }) === undefined) return { value: [], diagnostics: [] };
  return walkFolder(root);
}
