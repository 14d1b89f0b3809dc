import { dirname } from 'node:path';
import { isSystemError } from '../files/system-error.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { FileRecord, PublishCounts } from '../model/output.js';
import { type Ground, lacksFolder, reportGround, surveyGround } from './ground.js';
import { formatManifest, type Manifest, manifestPath } from './manifest.js';
import { placeIn } from './output-path.js';
import { removeStale } from './remove-stale.js';
import type { Stage } from './stage.js';
import type { Work } from './work.js';

/**
 * Publishes a site that is complete in its workspace and `checkSite` has found nothing against. Throws as `fs` does.
 */
export function publishSite(work: Work): PublishCounts {
  return work.ground === null ? publishWhole(work) : publishChanges(work, work.ground);
}

/** What is wrong with the paths of a staged site, or with what is in their way. */
export function checkSite({ stage, ground }: Work): readonly Diagnostic[] {
  return [...stage.diagnostics, ...(ground === null ? [] : reportGround(ground))];
}

/** Publishes into a destination that is absent or empty: the folder appears by one rename, complete. */
function publishWhole(work: Work): PublishCounts {
  const { disk, destination, workspace, stage } = work;
  const path = manifestPath(workspace.site);
  disk.makeFolder(dirname(path));
  disk.create(path, formatManifest(stage.records));
  try {
    disk.rename(workspace.site, destination.folder);
  } catch (error) {
    // An empty folder that is the place of a mount, or lies where we may not write, cannot be replaced, but filled.
    const isFixed = isSystemError(error) && ['EACCES', 'EPERM', 'EBUSY'].includes(error.code);
    if (destination.state === 'absent' || !isFixed) throw error;
    return publishChanges(work, surveyGround({ disk, destination, previous: null, takeOver: false }));
  }
  return { written: stage.records.size, unchanged: 0, removed: 0 };
}

/**
 * Publishes over an earlier version. At every moment each file is whole, its old or its new version, and the manifest
 * on disk knows every file that is ours, so that a build killed at any moment is mended by the next one:
 *
 * 1. A manifest that names the old and the new files, the changed ones without a hash, so that none of them is trusted.
 * 2. Obstacles go: our files where a folder is wanted now, and the reverse.
 * 3. Renames, in the order of `planMoves`.
 * 4. Stale files go.
 * 5. The manifest of the new version.
 *
 * Nothing is flushed (`fsync`): what promises wholeness here is the order of renames as other processes see it;
 * after a power failure, build again.
 */
function publishChanges(work: Work, ground: Ground): PublishCounts {
  const { disk, destination, stage, workspace } = work;
  const { folder } = destination;
  const stale = [...(ground.previous?.files.keys() ?? [])].filter((path) => !stage.records.has(path));
  const own = dirname(manifestPath(folder));
  if (disk.look(own) === undefined) disk.makeFolder(own);
  if (stage.changed.length + stale.length > 0) storeManifest(work, listOldAndNew(stage, ground));
  for (const path of ground.obstacles) disk.removeTree(placeIn(folder, path));
  for (const { path } of planMoves(stage.changed, (name) => lacksFolder(ground, name))) {
    disk.rename(placeIn(workspace.site, path), placeIn(folder, path));
  }
  const removed = removeStale(disk, folder, stale, stage.records.keys());
  storeManifest(work, stage.records);
  const written = stage.changed.length;
  return { written, unchanged: stage.records.size - written, removed };
}

function listOldAndNew(stage: Stage, ground: Ground): Manifest {
  const files = new Map<string, FileRecord | null>([...(ground.previous?.files ?? []), ...stage.records]);
  for (const path of stage.changed) files.set(path, null);
  return files;
}

function storeManifest({ disk, destination, workspace }: Work, manifest: Manifest): void {
  disk.create(workspace.draft, formatManifest(manifest));
  disk.rename(workspace.draft, manifestPath(destination.folder));
}

/** One rename that brings something into place. */
interface Move {
  /** Output path of a file, or of a folder that the destination lacks. */
  readonly path: string;
  readonly rank: number;
  readonly depth: number;
}

const SUPPORT = 0;
const PAGE = 1;
const LIST = 2;
const HOME = 3;

/**
 * The renames that bring a site's changed files into place, in order; missing folders are moved as a whole.
 *
 * What pages need (styles, scripts, images) comes before pages, pages before what leads to them: deeper ones first,
 * then feeds, sitemap and 404, and the home page last.
 */
export function planMoves(
  changed: readonly string[],
  lacksFolder: (folder: string) => boolean,
): readonly Move[] {
  const moves = new Map<string, Move>();
  for (const path of changed) {
    const move = toMove(path, findMissingFolder(path, lacksFolder));
    const other = moves.get(move.path);
    if (other === undefined || other.rank < move.rank) moves.set(move.path, move);
  }
  return [...moves.values()].sort(
    (a, b) => a.rank - b.rank || b.depth - a.depth || (a.path < b.path ? -1 : 1),
  );
}

function toMove(path: string, folder: string | null): Move {
  if (folder === null) return { path, rank: rankFile(path), depth: countParts(path) - 1 };
  return { path: folder, rank: Math.min(rankFile(path), PAGE), depth: countParts(folder) };
}

/** The topmost folder around a path that the destination lacks. */
function findMissingFolder(path: string, lacksFolder: (folder: string) => boolean): string | null {
  for (let end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
    const folder = path.slice(0, end);
    if (lacksFolder(folder)) return folder;
  }
  return null;
}

function rankFile(path: string): number {
  if (path === 'index.html') return HOME;
  if (path.endsWith('.xml') || path === '404.html') return LIST;
  return path.endsWith('.html') ? PAGE : SUPPORT;
}

function countParts(path: string): number {
  return path.split('/').length;
}
