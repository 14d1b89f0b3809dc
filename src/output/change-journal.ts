import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { isInside } from '../files/inside.js';
import { isMap } from '../formats/plain.js';
import type { Disk } from './disk.js';
import { startOfThisProcess } from './lock.js';

/** A change of one file, as far as it takes to finish it or to take it back. Paths are relative to the book's real folder. */
export type ChangeRecord =
  | {
      readonly kind: 'file';
      readonly target: string;
      /** SHA-256 of what was there, and of what is to be; null for nothing. */
      readonly before: string | null;
      readonly after: string | null;
    }
  | { readonly kind: 'move'; readonly target: string; readonly source: string };

/** A set of changes on its way, and the process that makes it. */
export interface ChangeJournal {
  readonly pid: number;
  /** Milliseconds since 1970 UTC. */
  readonly started: number;
  readonly records: readonly ChangeRecord[];
  /** Folders that are made for it, the outer ones first. */
  readonly folders: readonly string[];
}

/** While the file is there, the changes can be taken back; once it has its other name, they are made. */
export function journalPath(root: string, isDone = false): string {
  return join(root, isDone ? '.octavo-changes-done' : '.octavo-changes');
}

/** Begins a journal of this process. Throws as `fs` does, for one that is there already too. */
export function writeJournal(
  root: string,
  records: readonly ChangeRecord[],
  folders: readonly string[],
  disk: Disk,
): void {
  const journal: ChangeJournal = { pid: process.pid, started: startOfThisProcess(), records, folders };
  disk.create(journalPath(root), Buffer.from(`${JSON.stringify(journal)}\n`));
}

/**
 * The journal at a path; null for one that was not written to its end, so that nothing was done yet, and for any other
 * file. Every path in it lies inside of the book, whoever wrote it.
 */
export function readJournal(root: string, path: string, disk: Disk): ChangeJournal | null {
  const text = Buffer.from(disk.read(path)).toString('utf8');
  const parsed = text.endsWith('\n') ? parseJson(text) : null;
  if (!isMap(parsed) || !Array.isArray(parsed['records']) || !Array.isArray(parsed['folders'])) return null;
  // Written above as this type, or by somebody whose paths are looked at now.
  const journal = parsed as unknown as ChangeJournal;
  const paths = journal.records.flatMap((record) =>
    record.kind === 'move' ? [record.target, record.source] : [record.target],
  );
  return [...paths, ...journal.folders].every((name) => isWithin(root, name, disk)) ? journal : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether what lies at a path lies in the book, links on the way to it followed. */
function isWithin(root: string, name: unknown, disk: Disk): boolean {
  if (typeof name !== 'string') return false;
  const top = disk.resolve(root);
  let folder = dirname(join(top, name));
  while (disk.look(folder) === undefined && isInside(top, folder)) folder = dirname(folder);
  return isInside(top, folder) && isInside(top, disk.resolve(folder));
}

/** SHA-256, hexadecimal; null for nothing. */
export function hashBytes(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
}

/** Bytes of a name that leave room for what is put around it: disks take 255. */
const longestName = 240;

/**
 * Where a new text waits, and where the old one is kept, beside the file. The dot hides them from builds. A name that has no
 * room for more is stood for by its hash.
 */
export function namesBeside(target: string): { readonly fresh: string; readonly kept: string } {
  const name = basename(target);
  const shown = Buffer.byteLength(name) > longestName ? hashBytes(Buffer.from(name)) : name;
  const beside = join(dirname(target), `.${shown}.octavo`);
  return { fresh: `${beside}-new`, kept: `${beside}-old` };
}
