import { dirname, join, relative } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { isInside } from '../files/inside.js';
import { isSystemError } from '../files/system-error.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { type ChangeRecord, hashBytes, namesBeside } from './change-journal.js';
import type { Disk } from './disk.js';
import type { FileChange, FileMove } from './file-change.js';

/** A change on its way to the disk: its two acts, each done for all changes of a set before the next. */
export interface ChangeStep {
  /** As in the change, for messages. */
  readonly file: string;
  readonly record: ChangeRecord;
  readonly prepare: (disk: Disk) => void;
  readonly replace: (disk: Disk) => void;
}

/** Plans a change of a book whose real folder is `top`, or says why it cannot be made: nothing is done yet. */
export function planStep(top: string, change: FileChange | FileMove, disk: Disk): ChangeStep | Diagnostic {
  return 'from' in change ? planMove(top, change, disk) : planChange(top, change, disk);
}

function planChange(top: string, { file, before, after }: FileChange, disk: Disk): ChangeStep | Diagnostic {
  const target = findTarget(top, file, disk);
  if (target === null) return diagnose('edit/outside', { path: file }, { file });
  const current = readCurrent(target, disk);
  if (current === undefined) return diagnose('edit/cannot-write', { reason: 'it is not a file' }, { file });
  if (!sameBytes(current, before)) {
    return diagnose('edit/changed-meanwhile', { exists: before !== null }, { file });
  }
  const { fresh, kept } = namesBeside(target);
  return {
    file,
    record: {
      kind: 'file',
      target: relative(top, target),
      before: hashBytes(before),
      after: hashBytes(after),
    },
    prepare: (disk) => {
      if (after !== null) disk.create(fresh, after);
      if (before === null) return;
      disk.copy(target, kept);
      const mode = (disk.look(target)?.mode ?? 0o644) & 0o7777;
      disk.setMode(kept, mode);
      if (after !== null) disk.setMode(fresh, mode);
    },
    replace: (disk) => (after === null ? disk.removeFile(target) : disk.rename(fresh, target)),
  };
}

function planMove(top: string, { file, from }: FileMove, disk: Disk): ChangeStep | Diagnostic {
  const target = findTarget(top, file, disk);
  if (target === null) return diagnose('edit/outside', { path: file }, { file });
  const source = findTarget(top, from, disk);
  if (source === null) return diagnose('edit/outside', { path: from }, { file: from });
  if (disk.look(source)?.isFile() !== true)
    return diagnose('edit/changed-meanwhile', { exists: true }, { file: from });
  if (disk.look(target) !== undefined) return diagnose('edit/changed-meanwhile', { exists: false }, { file });
  return {
    file,
    record: { kind: 'move', target: relative(top, target), source: relative(top, source) },
    prepare: () => undefined,
    replace: (disk) => disk.rename(source, target),
  };
}

/** The real place of a file that is there or is to be there; null outside of the book. */
function findTarget(top: string, file: string, disk: Disk): string | null {
  const path = join(top, file);
  if (!isInside(top, path)) return null;
  let there = path;
  while (disk.look(there) === undefined && there !== dirname(there)) there = dirname(there);
  // A book that is not there yet has no links.
  if (!isInside(top, there)) return path;
  try {
    const real = disk.resolve(there);
    return isInside(top, real) ? join(real, path.slice(there.length)) : null;
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
