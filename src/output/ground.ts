import type { Stats } from 'node:fs';
import { diagnose } from '../diagnostics/catalogue.js';
import { addAll } from '../lists/add-all.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { FileRecord } from '../model/output.js';
import type { Destination } from './destination.js';
import type { Disk } from './disk.js';
import { isIntact } from './is-current.js';
import type { StoredManifest } from './manifest.js';
import { folderOf, placeIn } from './output-path.js';

/** What a filled destination holds in the places that a new version of its site wants. */
export interface Ground {
  readonly disk: Disk;
  readonly destination: Destination;
  /** What is known to be ours; null when nothing is. */
  readonly previous: StoredManifest | null;
  /** Overwrite files that are not ours. */
  readonly takeOver: boolean;
  /** By output path of a folder, whether it is missing, as far as was asked. */
  readonly missing: Map<string, boolean>;
  /** Ours: files where folders are wanted and folders where files are wanted. Removed just before the move. */
  readonly obstacles: string[];
  /** Anybody else's, in the way. */
  readonly conflicts: string[];
  /** Links where folders are wanted. */
  readonly links: string[];
}

/** Starts to look at a destination; nothing is noted yet. */
export function surveyGround(
  options: Pick<Ground, 'disk' | 'destination' | 'previous' | 'takeOver'>,
): Ground {
  return { ...options, missing: new Map([['', false]]), obstacles: [], conflicts: [], links: [] };
}

/** Whether a file lies there already, byte for byte. Whatever else lies there is noted. */
export function holdsFile(ground: Ground, path: string, record: FileRecord): boolean {
  const stats = lacksFolder(ground, folderOf(path)) ? undefined : lookAt(ground, path);
  if (stats === undefined) return false;
  if (stats.isDirectory()) {
    clearFolder(ground, path);
    return false;
  }
  if (isOurs(ground, path)) return holdsOurs(ground, path, record, stats);
  const isEqual = stats.isFile() && stats.size === record.size && hashOf(ground, path) === record.hash;
  if (!isEqual && !ground.takeOver) ground.conflicts.push(path);
  return isEqual;
}

/** Whether a folder is not there, so that it can be moved in as a whole. Whatever else lies there is noted. */
export function lacksFolder(ground: Ground, folder: string): boolean {
  const known = ground.missing.get(folder);
  if (known !== undefined) return known;
  const stats = lacksFolder(ground, folderOf(folder)) ? undefined : lookAt(ground, folder);
  const lacks = stats?.isDirectory() !== true;
  ground.missing.set(folder, lacks);
  if (stats?.isSymbolicLink()) ground.links.push(folder);
  else if (stats !== undefined && lacks) clearFile(ground, folder);
  return lacks;
}

/** Reports `output/not-ours`, once for all conflicts, and `output/link-inside` for each link on the way. */
export function reportGround({ destination, conflicts, links }: Ground): readonly Diagnostic[] {
  const { shown } = destination;
  const found = links.map((path) => diagnose('output/link-inside', { path: `${shown}/${path}` }));
  if (conflicts.length === 0) return found;
  return [...found, diagnose('output/not-ours', { paths: [...conflicts].sort(), destination: shown })];
}

function lookAt({ disk, destination }: Ground, path: string): Stats | undefined {
  return disk.look(placeIn(destination.folder, path));
}

function hashOf({ disk, destination }: Ground, path: string): string {
  return disk.hash(placeIn(destination.folder, path));
}

function isOurs({ previous }: Ground, path: string): boolean {
  return previous?.files.has(path) === true;
}

function holdsOurs({ disk, destination, previous }: Ground, path: string, record: FileRecord, stats: Stats) {
  const old = previous?.files.get(path);
  if (!previous || !old || old.hash !== record.hash) return false;
  return isIntact(disk, placeIn(destination.folder, path), stats, old, previous);
}

function clearFile(ground: Ground, path: string): void {
  if (isOurs(ground, path) || ground.takeOver) ground.obstacles.push(path);
  else ground.conflicts.push(path);
}

/** A folder makes room for a file when all its files are ours; `takeOver` overwrites files, and no folder. */
function clearFolder(ground: Ground, folder: string): void {
  const foreign = findForeign(ground, folder);
  if (foreign.length === 0) ground.obstacles.push(folder);
  else addAll(ground.conflicts, foreign);
}

function findForeign(ground: Ground, folder: string): readonly string[] {
  return ground.disk.list(placeIn(ground.destination.folder, folder)).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return findForeign(ground, path);
    return isOurs(ground, path) ? [] : [path];
  });
}
