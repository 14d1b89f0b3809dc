import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { isSystemError, systemReason } from '../text/system-error.js';
import { type Disk, realDisk } from './disk.js';
import { type Act, planStep, type Step } from './plan-change.js';

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

/**
 * Changes files of a book all together or not at all:
 *
 * 1. each must still be what its change was made from, and lie inside the book;
 * 2. every new text is written beside its file, and every old one copied beside it;
 * 3. each new text takes the place of its file by a rename, with the file's permissions, and each file that moves
 *    goes to its place by one;
 * 4. the copies go, and folders that are empty by now.
 *
 * A failure in 2 or 3 puts everything back. Reports `edit/changed-meanwhile`, `edit/outside` and `edit/cannot-write`;
 * nothing reported means that all of it is done. Names on the way begin with a dot, so no build takes them for chapters.
 */
export function changeFiles(
  root: string,
  changes: readonly (FileChange | FileMove)[],
  disk: Disk = realDisk,
): readonly Diagnostic[] {
  const found = changes.map((change) => planStep(root, change, disk));
  const faults = found.flatMap((step) => ('code' in step ? [step] : []));
  if (faults.length > 0) return faults;
  const steps = found.flatMap((step) => ('code' in step ? [] : [step]));
  const undo: (() => void)[] = [];
  for (const [step, act] of [...listActs(steps, 'prepare'), ...listActs(steps, 'replace')]) {
    const fault = attempt(act, step.file, disk, undo);
    if (fault === null) continue;
    for (const back of undo.reverse()) attemptQuietly(back);
    return [fault];
  }
  for (const { clean } of steps) attemptQuietly(() => clean(disk));
  return [];
}

function listActs(steps: readonly Step[], name: 'prepare' | 'replace'): readonly (readonly [Step, Act])[] {
  return steps.map((step) => [step, step[name]]);
}

function attempt(act: Act, file: string, disk: Disk, undo: (() => void)[]): Diagnostic | null {
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
