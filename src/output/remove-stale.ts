import { isSystemError } from '../files/system-error.js';
import type { Disk } from './disk.js';
import { folderOf, pathKey, placeIn } from './output-path.js';

/**
 * Removes files that an earlier version wrote and the present one has not, then the folders that this leaves empty.
 * `stale` and `kept` are output paths. What is a link, a folder, or reached through a link by now, is not what we wrote
 * and stays. Returns the number of files removed.
 */
export function removeStale(
  disk: Disk,
  destination: string,
  stale: readonly string[],
  kept: Iterable<string>,
): number {
  const keptByKey = new Map([...kept].map((path) => [pathKey(path), path]));
  const reached = stale.filter(createFolderCheck(disk, destination));
  const removed = reached.filter((path) => {
    const absolute = placeIn(destination, path);
    if (disk.look(absolute)?.isFile() !== true) return false;
    const twin = keptByKey.get(pathKey(path));
    if (twin !== undefined && isSameFile(disk, absolute, placeIn(destination, twin))) return false;
    disk.removeFile(absolute);
    return true;
  });
  // Those too whose file is gone: a build may have been killed between the two removals.
  removeEmptied(disk, destination, reached);
  return removed.length;
}

/** Where case is ignored, the old name of a page leads to its new file. */
function isSameFile(disk: Disk, a: string, b: string): boolean {
  const [one, other] = [disk.look(a), disk.look(b)];
  return one?.ino === other?.ino && one?.dev === other?.dev;
}

/** Tells whether no link lies on the way to an output path; what is missing on the way leads nowhere else. */
function createFolderCheck(disk: Disk, destination: string): (path: string) => boolean {
  const known = new Map([['', true]]);
  const isReal = (folder: string): boolean => {
    const isKnown = known.get(folder);
    if (isKnown !== undefined) return isKnown;
    const stats = isReal(folderOf(folder)) ? disk.look(placeIn(destination, folder)) : null;
    const isFolder = stats !== null && stats?.isDirectory() !== false;
    known.set(folder, isFolder);
    return isFolder;
  };
  return (path) => isReal(folderOf(path));
}

function removeEmptied(disk: Disk, destination: string, paths: readonly string[]): void {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.add(folder);
  }
  // A folder sorts before what it holds, so the reverse order empties from the inside out.
  for (const folder of [...folders].sort().reverse()) removeIfEmpty(disk, placeIn(destination, folder));
}

function removeIfEmpty(disk: Disk, folder: string): void {
  try {
    disk.removeFolder(folder);
  } catch (error) {
    if (!isSystemError(error) || !['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(error.code)) throw error;
  }
}
