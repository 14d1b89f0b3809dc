import { basename, dirname, join, relative } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { isSystemError, systemReason } from '../files/system-error.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { compareText } from '../text/compare.js';
import { journalPath, writeJournal } from './change-journal.js';
import { type Disk, realDisk } from './disk.js';
import type { FileChange, FileMove } from './file-change.js';
import { type ChangeStep, planStep } from './plan-change.js';
import { cleanUp, recoverChanges, takeBack } from './recover-changes.js';

/**
 * Changes files of a book all together or not at all, even if the process is killed on the way:
 *
 * 1. each must still be what its change was made from, and lie inside the book;
 * 2. a journal of the set is written, from which the next run takes back what this one does not do whole;
 * 3. every new text is written beside its file, and every old one copied beside it;
 * 4. each new text takes the place of its file by a rename, with the file's permissions, and each file that moves
 *    goes to its place by one;
 * 5. the journal gets its other name, by which all of it is done; the copies go, and folders that are empty by now.
 *
 * A failure before 5 puts everything back. Reports `edit/changed-meanwhile`, `edit/outside` and `edit/cannot-write`;
 * nothing reported means that all of it is done. Names on the way begin with a dot, so no build takes them for chapters.
 */
export function changeFiles(
  root: string,
  changes: readonly (FileChange | FileMove)[],
  disk: Disk = realDisk,
): readonly Diagnostic[] {
  recoverChanges(root, disk);
  const top = disk.look(root) === undefined ? root : disk.resolve(root);
  if (disk.look(journalPath(top)) !== undefined) {
    return [diagnose('edit/cannot-write', { reason: 'another run is changing files of this book' })];
  }
  const planned = changes.map((change) => planStep(top, change, disk));
  const faults = planned.flatMap((step) => ('code' in step ? [step] : []));
  if (faults.length > 0) return faults;
  const steps = planned.flatMap((step) => ('code' in step ? [] : [step]));
  const roots = listMissing(dirname(top), [top], disk);
  const fault = attempt(() => openJournal(top, roots, steps, disk), basename(journalPath(top)));
  if (fault !== null) {
    for (const folder of [...roots].reverse()) attemptQuietly(() => disk.removeFolder(folder));
    return [fault];
  }
  return makeChanges(top, roots, steps, disk);
}

function openJournal(top: string, roots: readonly string[], steps: readonly ChangeStep[], disk: Disk): void {
  for (const folder of roots) disk.makeFolder(folder);
  writeJournal(
    top,
    steps.map(({ record }) => record),
    listFolders(top, steps, disk),
    disk,
  );
}

/** Steps 3 to 5, or everything back. */
function makeChanges(
  top: string,
  roots: readonly string[],
  steps: readonly ChangeStep[],
  disk: Disk,
): readonly Diagnostic[] {
  const folders = listFolders(top, steps, disk);
  const records = steps.map(({ record }) => record);
  const acts: readonly (readonly [string, () => void])[] = [
    ...folders.map((folder) => [folder, () => disk.makeFolder(join(top, folder))] as const),
    ...steps.map(({ file, prepare }) => [file, () => prepare(disk)] as const),
    ...steps.map(({ file, replace }) => [file, () => replace(disk)] as const),
    [basename(journalPath(top)), () => disk.rename(journalPath(top), journalPath(top, true))],
  ];
  for (const [file, act] of acts) {
    const fault = attempt(act, file);
    if (fault === null) continue;
    attemptQuietly(() => {
      takeBack(top, { records, folders }, disk);
      disk.removeFile(journalPath(top));
      for (const folder of [...roots].reverse()) disk.removeFolder(folder);
    });
    return [fault];
  }
  attemptQuietly(() => cleanUp(top, records, disk));
  return [];
}

/** The folders that the changes need and that are not there, the outer ones first, relative to the book's. */
function listFolders(top: string, steps: readonly ChangeStep[], disk: Disk): readonly string[] {
  const needed = steps.map(({ record }) => dirname(join(top, record.target)));
  return listMissing(top, needed, disk).map((folder) => relative(top, folder));
}

function listMissing(top: string, needed: readonly string[], disk: Disk): readonly string[] {
  const missing = new Set<string>();
  for (const folder of needed) {
    for (let path = folder; path !== top && disk.look(path) === undefined; path = dirname(path))
      missing.add(path);
  }
  return [...missing].sort((a, b) => a.length - b.length || compareText(a, b));
}

function attempt(act: () => void, file: string): Diagnostic | null {
  try {
    act();
    return null;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return diagnose('edit/cannot-write', { reason: systemReason(error) }, { file });
  }
}

/** What cannot be put back now, the next run puts back: the journal is still there. */
function attemptQuietly(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}
