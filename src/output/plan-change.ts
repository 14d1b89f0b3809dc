import { basename, dirname, join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { isInside } from '../text/inside.js';
import { isSystemError } from '../text/system-error.js';
import type { FileChange, FileMove } from './change-files.js';
import type { Disk } from './disk.js';

/** Something done to the disk; each deed first says how to take it back. */
export type Act = (disk: Disk, undo: (() => void)[]) => void;

/** A change on its way to the disk: its acts, in the order in which all changes of a set go through them. */
export interface Step {
  /** As in the change, for messages. */
  readonly file: string;
  readonly prepare: Act;
  readonly replace: Act;
  /** Takes away what is needed no more. */
  readonly clean: (disk: Disk) => void;
}

/** Plans a change, or says why it cannot be made: nothing is done yet. */
export function planStep(root: string, change: FileChange | FileMove, disk: Disk): Step | Diagnostic {
  return 'from' in change ? planMove(root, change, disk) : planChange(root, change, disk);
}

/** Where a file lies and what it was, and the two names beside it. */
interface Places extends FileChange {
  /** Links followed. */
  readonly target: string;
  readonly fresh: string;
  readonly kept: string;
}

function planChange(root: string, change: FileChange, disk: Disk): Step | Diagnostic {
  const { file } = change;
  const target = findTarget(root, file, disk);
  if (target === null) return diagnose('edit/outside', { path: file }, { file });
  const current = readCurrent(target, disk);
  if (current === undefined) return diagnose('edit/cannot-write', { reason: 'it is not a file' }, { file });
  if (!sameBytes(current, change.before)) {
    return diagnose('edit/changed-meanwhile', { exists: change.before !== null }, { file });
  }
  const beside = join(dirname(target), `.${basename(target)}.octavo`);
  const places = { ...change, target, fresh: `${beside}-new`, kept: `${beside}-old` };
  return {
    file,
    prepare: prepare(places),
    replace: replace(places),
    clean: (disk) => {
      disk.removeTree(places.kept);
      if (change.after === null) removeEmptied(root, dirname(target), disk);
    },
  };
}

function planMove(root: string, { file, from }: FileMove, disk: Disk): Step | Diagnostic {
  const target = findTarget(root, file, disk);
  if (target === null) return diagnose('edit/outside', { path: file }, { file });
  const source = findTarget(root, from, disk);
  if (source === null) return diagnose('edit/outside', { path: from }, { file: from });
  if (disk.look(source)?.isFile() !== true)
    return diagnose('edit/changed-meanwhile', { exists: true }, { file: from });
  if (disk.look(target) !== undefined) return diagnose('edit/changed-meanwhile', { exists: false }, { file });
  return {
    file,
    prepare: (disk, undo) => makeFolders(dirname(target), disk, undo),
    replace: (disk, undo) => {
      disk.rename(source, target);
      undo.push(() => disk.rename(target, source));
    },
    clean: (disk) => removeEmptied(root, dirname(source), disk),
  };
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

function prepare({ target, fresh, kept, before, after }: Places): Act {
  return (disk, undo) => {
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
}

function replace({ target, fresh, kept, before, after }: Places): Act {
  return (disk, undo) => {
    if (after === null) disk.removeFile(target);
    else disk.rename(fresh, target);
    undo.push(() => (before === null ? disk.removeTree(target) : disk.rename(kept, target)));
  };
}

function makeFolders(folder: string, disk: Disk, undo: (() => void)[]): void {
  if (disk.look(folder) !== undefined) return;
  makeFolders(dirname(folder), disk, undo);
  disk.makeFolder(folder);
  undo.push(() => disk.removeFolder(folder));
}

/** Removes a folder that is empty by now, and those above it, up to the top folders of the book, which stay. */
function removeEmptied(root: string, folder: string, disk: Disk): void {
  const top = disk.resolve(root);
  for (let empty = folder; dirname(empty) !== top && isInside(top, empty); empty = dirname(empty)) {
    if (disk.list(empty).length > 0) return;
    disk.removeFolder(empty);
  }
}
