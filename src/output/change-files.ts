import { basename, dirname, join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { isInside } from '../text/inside.js';
import { isSystemError, systemReason } from '../text/system-error.js';
import { type Disk, realDisk } from './disk.js';

/** One file of a set of changes. */
export interface FileChange {
  /** Relative to the book's folder, with `/`. */
  readonly file: string;
  /** What the change was made from; null for a file that must not be there yet. */
  readonly before: Uint8Array | null;
  /** Null removes the file. */
  readonly after: Uint8Array | null;
}

/** A change on its way to the disk. */
interface Step extends FileChange {
  /** Where the file really lies, links followed. */
  readonly target: string;
  readonly fresh: string;
  readonly kept: string;
}

/** How to undo what was done so far, the last first. */
type Undo = (() => void)[];

/**
 * Changes files of a book all together or not at all:
 *
 * 1. each must still be what its change was made from, and lie inside the book;
 * 2. every new text is written beside its file, and every old one copied beside it;
 * 3. each new text takes the place of its file by a rename, with the file's permissions;
 * 4. the copies go.
 *
 * A failure in 2 or 3 puts everything back. Reports `edit/changed-meanwhile`, `edit/outside` and `edit/cannot-write`;
 * nothing reported means that all of it is done. Names on the way begin with a dot, so no build takes them for chapters.
 */
export function changeFiles(
  root: string,
  changes: readonly FileChange[],
  disk: Disk = realDisk,
): readonly Diagnostic[] {
  const found = changes.map((change) => planStep(root, change, disk));
  const faults = found.flatMap((step) => ('code' in step ? [step] : []));
  if (faults.length > 0) return faults;
  const steps = found.flatMap((step) => ('code' in step ? [] : [step]));
  const undo: Undo = [];
  for (const step of [...steps.map(prepare), ...steps.map(replace)]) {
    const fault = attempt(step.act, step.file, disk, undo);
    if (fault === null) continue;
    for (const back of undo.reverse()) attemptQuietly(back);
    return [fault];
  }
  for (const { kept } of steps) attemptQuietly(() => disk.removeTree(kept));
  return [];
}

function planStep(root: string, change: FileChange, disk: Disk): Step | Diagnostic {
  const { file } = change;
  const target = findTarget(root, file, disk);
  if (target === null) return diagnose('edit/outside', { path: file }, { file });
  const current = readCurrent(target, disk);
  if (current === undefined) return diagnose('edit/cannot-write', { reason: 'it is not a file' }, { file });
  if (!sameBytes(current, change.before)) {
    return diagnose('edit/changed-meanwhile', { exists: change.before !== null }, { file });
  }
  const beside = join(dirname(target), `.${basename(target)}.octavo`);
  return { ...change, target, fresh: `${beside}-new`, kept: `${beside}-old` };
}

/** The real place of a file that is there or is to be there; null outside of the root. */
function findTarget(root: string, file: string, disk: Disk): string | null {
  const path = join(root, file);
  if (!isInside(root, path)) return null;
  // A book that is not there yet has no links.
  if (disk.look(root) === undefined) return path;
  let there = path;
  while (disk.look(there) === undefined && there !== dirname(there)) there = dirname(there);
  try {
    const real = disk.resolve(there);
    return isInside(disk.resolve(root), real) ? join(real, path.slice(there.length)) : null;
  } catch (error) {
    // A link that leads nowhere.
    if (isSystemError(error)) return null;
    throw error;
  }
}

/** Null when there is nothing, undefined when it cannot be read. */
function readCurrent(target: string, disk: Disk): Uint8Array | null | undefined {
  if (disk.look(target) === undefined) return null;
  try {
    return disk.read(target);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

function sameBytes(first: Uint8Array | null, second: Uint8Array | null): boolean {
  if (first === null || second === null) return first === second;
  return Buffer.compare(first, second) === 0;
}

interface Action {
  readonly file: string;
  readonly act: (disk: Disk, undo: Undo) => void;
}

function prepare({ file, target, fresh, kept, before, after }: Step): Action {
  const act = (disk: Disk, undo: Undo) => {
    // What a killed run left behind is in the way, and of no use.
    disk.removeTree(fresh);
    disk.removeTree(kept);
    if (after !== null) {
      makeFolders(dirname(target), disk, undo);
      undo.push(() => disk.removeTree(fresh));
      disk.create(fresh, after);
    }
    if (before === null) return;
    undo.push(() => disk.removeTree(kept));
    disk.copy(target, kept);
    const mode = (disk.look(target)?.mode ?? 0o644) & 0o7777;
    disk.setMode(kept, mode);
    if (after !== null) disk.setMode(fresh, mode);
  };
  return { file, act };
}

function replace({ file, target, fresh, kept, before, after }: Step): Action {
  const act = (disk: Disk, undo: Undo) => {
    if (after === null) disk.removeFile(target);
    else disk.rename(fresh, target);
    undo.push(() => (before === null ? disk.removeTree(target) : disk.rename(kept, target)));
  };
  return { file, act };
}

function makeFolders(folder: string, disk: Disk, undo: Undo): void {
  if (disk.look(folder) !== undefined) return;
  makeFolders(dirname(folder), disk, undo);
  disk.makeFolder(folder);
  undo.push(() => disk.removeFolder(folder));
}

function attempt(act: Action['act'], file: string, disk: Disk, undo: Undo): Diagnostic | null {
  try {
    act(disk, undo);
    return null;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return diagnose('edit/cannot-write', { reason: systemReason(error) }, { file });
  }
}

/** One thing that cannot be put back must not keep the others from it. */
function attemptQuietly(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}
