import { hash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { KnownFile, LoadedFile, SourceFile } from '../model/source.js';
import { createFingerprint, measureFile } from './fingerprint.js';
import { holdFile, readWhole } from './held-file.js';
import { findKnown, type KnownBefore, knowFile, lookAtFile, nothingKnown, pickLooks } from './known-files.js';
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

/** A reading that starts from what was known before, and its fingerprint: to be asked for once, at the end. */
export interface FreshReading extends BookReading {
  /** Adds to the fingerprint what is no file. */
  readonly note: (text: string) => void;
  readonly digest: () => string;
  /** What the next reading may know of the files, by absolute path. */
  readonly known: ReadonlyMap<string, KnownFile>;
}

/** Bytes of text that a build keeps until it is rendered: 30,000 chapters of the usual size. */
const MOST_HELD = 256 * 1024 * 1024;

/**
 * Reads from the disk what is not known, one file open at a time; a file that is known is read when its bytes are asked for. Of a
 * book with more text than fits into `room`, in bytes, the rest is let go of at once and read again when it is asked for.
 */
export function createReading(before: KnownBefore = nothingKnown, room = MOST_HELD): FreshReading {
  const fingerprint = createFingerprint();
  const readShared = createSharedReader();
  const known = new Map<string, KnownFile>();
  let held = 0;
  const learn = (absolute: string, stats: Parameters<typeof knowFile>[1], file: SourceFile) => {
    const now = knowFile(before, stats, file);
    if (now !== null) known.set(absolute, now);
  };
  return {
    diagnostics: [],
    known,
    find: walkFiles,
    load: (found) => {
      const stats = lookAtFile(found.absolute);
      const same = findKnown(before, found.absolute, stats);
      const fits = held < room;
      const file = holdFile(found, fits ? readShared : readWhole, same);
      fingerprint.addHash(found.file, file.size, file.hash);
      learn(found.absolute, stats, file);
      if (fits && same === null) held += file.size;
      else file.release();
      return file;
    },
    measure: (found) => {
      const stats = lookAtFile(found.absolute);
      const file = { ...found, ...(findKnown(before, found.absolute, stats) ?? measureFile(found)) };
      const { size, hash } = file;
      fingerprint.addHash(found.file, size, hash);
      learn(found.absolute, stats, file);
      return { ...found, size, hash, ...pickLooks(file) };
    },
    note: (text) => {
      const bytes = Buffer.from(text);
      fingerprint.addHash('', bytes.length, hash('sha256', bytes));
    },
    digest: fingerprint.digest,
  };
}

/** Walks a folder; no files when there is nothing of that name. */
export function walkFiles(root: WalkRoot): Outcome<readonly FoundFile[]> {
  if (lstatSync(root.folder, { throwIfNoEntry: false }) === undefined) return { value: [], diagnostics: [] };
  return walkFolder(root);
}
