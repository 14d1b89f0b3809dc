import { dirname, join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { isInside } from '../files/inside.js';
import { isSystemError } from '../files/system-error.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { Destination } from './destination.js';
import type { Disk } from './disk.js';
import { asidePath, takeLock } from './lock.js';
import { OWN_FOLDER } from './output-path.js';
import { areUsed, canRename, FORBIDDEN, listRooms, type Rooms } from './rooms.js';

/** The locked place in which a publication is prepared. */
export interface Workspace {
  /** An empty folder for the site's files, from which they can be renamed into the destination. */
  readonly site: string;
  /** A free path beside it, where a file is made whole before it is renamed. */
  readonly draft: string;
  /** True when the site becomes the destination by one rename; false when its files are moved one by one. */
  readonly isWhole: boolean;
  /** Removes everything that was made here, and the lock. Never throws. */
  readonly close: () => void;
}

/**
 * Locks a destination and makes room for the work, in the first of its rooms (`listRooms`) in which one may write and
 * from which one can rename into the destination. Leftovers of a build that was killed are removed from all of them.
 *
 * Reports `output/locked` and `output/link-inside`, value null. Throws as `fs` does, leaving nothing behind.
 */
export function openWorkspace(disk: Disk, destination: Destination): Outcome<Workspace | null> {
  const own = join(destination.folder, OWN_FOLDER);
  if (isLink(disk, own)) return refuse(diagnose('output/link-inside', { path: own }));
  const all = listRooms(disk, destination);
  for (const rooms of all) {
    const opened = tryRooms(disk, rooms, destination, rooms === all.at(-1));
    if (opened === null) continue;
    const { value } = opened;
    const fault = value === null ? null : orClose(value, () => clearRooms(disk, all, rooms));
    if (fault === null) return opened;
    value?.close();
    return refuse(fault);
  }
  throw new Error('the last of the rooms is opened or throws');
}

function orClose<Value>({ close }: Pick<Workspace, 'close'>, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    close();
    throw error;
  }
}

function refuse(fault: Diagnostic): Outcome<null> {
  return { value: null, diagnostics: [fault] };
}

function isLink(disk: Disk, path: string): boolean {
  return disk.look(path)?.isSymbolicLink() === true;
}

/** Whether a killed build left something of its work, or another build is at work. */
export function hasWork(disk: Disk, destination: Destination): boolean {
  return listRooms(disk, destination).some((rooms) => areUsed(disk, rooms));
}

/** Removes what lies in the other rooms; the fault is a build that is at work there. */
function clearRooms(disk: Disk, all: readonly Rooms[], but: Rooms): Diagnostic | null {
  for (const rooms of all) {
    if (rooms === but || !areUsed(disk, rooms)) continue;
    const pid = takeLock(disk, rooms.lock);
    if (pid !== null) return diagnose('output/locked', { pid, lock: rooms.lock });
    closeRooms(disk, rooms, [rooms.home]);
  }
  return null;
}

/** Null when these rooms do not serve; the last ones must. */
function tryRooms(
  disk: Disk,
  rooms: Rooms,
  destination: Destination,
  isLast: boolean,
): Outcome<Workspace | null> | null {
  const { folder, state } = destination;
  if (isLink(disk, rooms.home))
    return isLast ? refuse(diagnose('output/link-inside', { path: rooms.home })) : null;
  const made: string[] = [];
  let isOpen = false;
  try {
    const around = state === 'absent' ? dirname(folder) : folder;
    makeFolders(disk, around, made);
    makeFolders(disk, rooms.home, made);
    if (!isLast && !canRename(disk, rooms.home, around)) return null;
    const pid = takeLock(disk, rooms.lock);
    if (pid !== null) return refuse(diagnose('output/locked', { pid, lock: rooms.lock }));
    isOpen = true;
    const isWhole = state !== 'filled' && !isInside(folder, rooms.home);
    return { value: { ...furnishRooms(disk, rooms, [rooms.home, ...made]), isWhole }, diagnostics: [] };
  } catch (error) {
    if (!isLast && isSystemError(error) && FORBIDDEN.includes(error.code)) return null;
    throw error;
  } finally {
    if (!isOpen) removeEmptyFolders(disk, [rooms.home, ...made]);
  }
}

function furnishRooms(disk: Disk, rooms: Rooms, folders: readonly string[]): Omit<Workspace, 'isWhole'> {
  const close = () => closeRooms(disk, rooms, folders);
  const site = join(rooms.work, 'site');
  orClose({ close }, () => {
    disk.removeTree(rooms.work);
    disk.makeFolder(rooms.work);
    disk.makeFolder(site);
  });
  return { site, draft: join(rooms.work, 'draft'), close };
}

/** The lock goes last: while it is there, everything else in these rooms is known to be ours. */
function closeRooms(disk: Disk, { work, lock }: Rooms, folders: readonly string[]): void {
  for (const path of [work, asidePath(lock), lock]) ignoreFaults(() => disk.removeTree(path));
  removeEmptyFolders(disk, folders);
}

/** Makes a folder and those above it that are missing; adds what it made to `made`, innermost first. */
function makeFolders(disk: Disk, folder: string, made: string[]): void {
  if (disk.look(folder) !== undefined) return;
  makeFolders(disk, dirname(folder), made);
  try {
    disk.makeFolder(folder);
    made.unshift(folder);
  } catch (error) {
    // Another build may have made it in the meantime.
    if (!isSystemError(error) || error.code !== 'EEXIST') throw error;
  }
}

function removeEmptyFolders(disk: Disk, folders: readonly string[]): void {
  for (const folder of folders) ignoreFaults(() => disk.removeFolder(folder));
}

/** For cleaning up: what cannot be removed now is removed by the next build. */
function ignoreFaults(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}
