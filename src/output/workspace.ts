import { basename, dirname, join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { isSystemError } from '../files/system-error.js';
import type { Outcome } from '../model/diagnostic.js';
import type { Destination } from './destination.js';
import type { Disk } from './disk.js';
import { asidePath, takeLock } from './lock.js';
import { OWN_FOLDER } from './output-path.js';

/** The locked place in which a publication is prepared. */
export interface Workspace {
  /** An empty folder for the site's files, on the destination's device. */
  readonly site: string;
  /** A free path on that device, where a file is made whole before it is renamed. */
  readonly draft: string;
  /** True when the site becomes the destination by one rename; false when its files are moved one by one. */
  readonly isWhole: boolean;
  /** Removes everything that was made here, and the lock. Never throws. */
  readonly close: () => void;
}

interface Rooms {
  readonly home: string;
  readonly lock: string;
  readonly work: string;
}

/**
 * Locks a destination and makes room for the work. Leftovers of a build that was killed are removed.
 *
 * The work for a destination that is absent or empty is done beside it (`.public.octavo/`), for any other inside it
 * (`public/.octavo/`): one may be allowed to write in a folder and not in its parent.
 * Reports `output/locked` and `output/link-inside`, value null. Throws as `fs` does, leaving nothing behind.
 */
export function openWorkspace(disk: Disk, destination: Destination): Outcome<Workspace | null> {
  const beside = roomsBeside(destination.folder);
  if (canBecomeWhole(disk, destination)) return openRooms(disk, beside, true);
  if (disk.look(beside.home) !== undefined) {
    const leftover = openRooms(disk, beside, true);
    if (leftover.value === null) return leftover;
    leftover.value.close();
  }
  return openRooms(disk, roomsInside(destination.folder), false);
}

/** Whether a killed build left something of its work, or another build is at work. */
export function hasWork(disk: Disk, destination: string): boolean {
  const { lock, work } = roomsInside(destination);
  return [roomsBeside(destination).home, lock, work].some((path) => disk.look(path) !== undefined);
}

function roomsBeside(destination: string): Rooms {
  return roomsIn(join(dirname(destination), `.${basename(destination)}${OWN_FOLDER}`));
}

function roomsInside(destination: string): Rooms {
  return roomsIn(join(destination, OWN_FOLDER));
}

function roomsIn(home: string): Rooms {
  return { home, lock: join(home, 'lock'), work: join(home, 'work') };
}

/** An empty folder can be renamed over, unless it is a mount point or its parent is not ours to write in. */
function canBecomeWhole(disk: Disk, { folder, state }: Destination): boolean {
  if (state !== 'empty') return state === 'absent';
  if (disk.look(folder)?.dev !== disk.look(dirname(folder))?.dev) return false;
  try {
    makeFolders(disk, roomsBeside(folder).home);
    return true;
  } catch (error) {
    if (isSystemError(error) && ['EACCES', 'EPERM', 'EROFS'].includes(error.code)) return false;
    throw error;
  }
}

function openRooms(disk: Disk, rooms: Rooms, isWhole: boolean): Outcome<Workspace | null> {
  const made: string[] = [];
  try {
    if (disk.look(rooms.home)?.isSymbolicLink() === true) {
      return { value: null, diagnostics: [diagnose('output/link-inside', { path: rooms.home })] };
    }
    makeFolders(disk, rooms.home, made);
    const pid = takeLock(disk, rooms.lock);
    if (pid === null) return { value: furnishRooms(disk, rooms, made, isWhole), diagnostics: [] };
    removeEmptyFolders(disk, [rooms.home, ...made]);
    return { value: null, diagnostics: [diagnose('output/locked', { pid, lock: rooms.lock })] };
  } catch (error) {
    removeEmptyFolders(disk, [rooms.home, ...made]);
    throw error;
  }
}

function furnishRooms(disk: Disk, rooms: Rooms, made: readonly string[], isWhole: boolean): Workspace {
  const close = () => {
    // The lock goes last: while it is there, everything else in these rooms is known to be ours.
    for (const path of [rooms.work, asidePath(rooms.lock), rooms.lock]) {
      ignoreFaults(() => disk.removeTree(path));
    }
    removeEmptyFolders(disk, [rooms.home, ...made]);
  };
  try {
    const site = join(rooms.work, 'site');
    disk.removeTree(rooms.work);
    disk.makeFolder(rooms.work);
    disk.makeFolder(site);
    return { site, draft: join(rooms.work, 'draft'), isWhole, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Makes a folder and those above it that are missing; adds what it made to `made`, innermost first. */
function makeFolders(disk: Disk, folder: string, made: string[] = []): void {
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
