import { dirname, join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { isInside } from '../files/inside.js';
import { isSystemError } from '../files/system-error.js';
import type { Diagnostic } from '../model/diagnostic.js';
import {
  type ChangeJournal,
  type ChangeRecord,
  journalPath,
  namesBeside,
  readJournal,
} from './change-journal.js';
import { type Disk, realDisk } from './disk.js';
import { isRunning } from './lock.js';

/**
 * Brings the files of a book into one piece after a run that was killed while it changed them: what it had not done
 * whole is taken back, and what it left beside the files goes. Reports `edit/taken-back`. A file that somebody has
 * changed since stays as it is, and so does everything while that run still lives.
 */
export function recoverChanges(
  root: string,
  disk: Disk = realDisk,
  isAlive: (journal: ChangeJournal) => boolean = ({ pid, started }) => isRunning(pid, started),
): readonly Diagnostic[] {
  try {
    finishJournal(root, disk, isAlive);
    const path = journalPath(root);
    if (disk.look(path)?.isFile() !== true) return [];
    const journal = readJournal(root, path, disk);
    if (journal !== null && isAlive(journal)) return [];
    const taken = journal === null ? 0 : takeBack(root, journal, disk);
    disk.removeFile(path);
    return taken === 0 ? [] : [diagnose('edit/taken-back', { count: taken })];
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return [diagnose('edit/cannot-write', { reason: error.message })];
  }
}

function finishJournal(root: string, disk: Disk, isAlive: (journal: ChangeJournal) => boolean): void {
  const path = journalPath(root, true);
  if (disk.look(path)?.isFile() !== true) return;
  const journal = readJournal(root, path, disk);
  if (journal === null || !isAlive(journal)) cleanUp(root, journal?.records ?? [], disk);
}

/** Takes away what is needed no more once all changes are made: copies, folders that are empty by now, the journal. */
export function cleanUp(root: string, records: readonly ChangeRecord[], disk: Disk): void {
  const top = disk.resolve(root);
  for (const record of records) {
    const target = join(top, record.target);
    if (record.kind === 'move') removeEmptied(top, dirname(join(top, record.source)), disk);
    else {
      disk.removeTree(namesBeside(target).kept);
      if (record.after === null) removeEmptied(top, dirname(target), disk);
    }
  }
  disk.removeFile(journalPath(root, true));
}

/** Removes a folder that is empty by now, and those above it, up to the top folders of the book, which stay. */
function removeEmptied(top: string, folder: string, disk: Disk): void {
  for (let empty = folder; dirname(empty) !== top && isInside(top, empty); empty = dirname(empty)) {
    if (disk.look(empty) === undefined) continue;
    if (disk.list(empty).length > 0) return;
    disk.removeFolder(empty);
  }
}

/** Everything as it was before. Returns how many files had been changed. */
export function takeBack(
  root: string,
  { records, folders }: Pick<ChangeJournal, 'records' | 'folders'>,
  disk: Disk,
): number {
  const top = disk.resolve(root);
  const taken = [...records].reverse().filter((record) => takeBackOne(top, record, disk));
  for (const folder of [...folders].reverse()) {
    const path = join(top, folder);
    if (disk.look(path)?.isDirectory() === true && disk.list(path).length === 0) disk.removeFolder(path);
  }
  return taken.length;
}

function takeBackOne(top: string, record: ChangeRecord, disk: Disk): boolean {
  const target = join(top, record.target);
  if (record.kind === 'move') {
    const source = join(top, record.source);
    const isMoved = disk.look(source) === undefined && disk.look(target) !== undefined;
    if (isMoved) disk.rename(target, source);
    return isMoved;
  }
  const { fresh, kept } = namesBeside(target);
  const found = disk.look(target) === undefined ? null : disk.hash(target);
  const isOurs = found === record.after && found !== record.before;
  if (isOurs && record.before === null) disk.removeFile(target);
  else if (isOurs) disk.rename(kept, target);
  disk.removeTree(fresh);
  disk.removeTree(kept);
  return isOurs;
}
