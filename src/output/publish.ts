import { dirname } from 'node:path';
import type { Outcome } from '../model/diagnostic.js';
import type { PublishCounts } from '../model/output.js';
import { type Ground, lacksFolder, reportGround } from './ground.js';
import { type FileRecord, formatManifest, type Manifest, manifestPath } from './manifest.js';
import { placeIn } from './output-path.js';
import { planMoves } from './plan-moves.js';
import { removeStale } from './remove-stale.js';
import type { Stage } from './stage.js';
import type { Work } from './work.js';

/**
 * Publishes a site that is complete in its workspace, unless something is wrong with its paths or with what is in
 * their way: that is reported, and nothing is touched. Throws as `fs` does.
 */
export function publishSite(work: Work, head: Omit<Manifest, 'files'>): Outcome<PublishCounts> {
  const { stage, ground } = work;
  const diagnostics = [...stage.diagnostics, ...(ground === null ? [] : reportGround(ground))];
  if (diagnostics.length > 0) return { value: { written: 0, unchanged: 0, removed: 0 }, diagnostics };
  const manifest = { ...head, files: stage.records };
  const value = ground === null ? publishWhole(work, manifest) : publishChanges(work, ground, manifest);
  return { value, diagnostics };
}

/** Publishes into a destination that is absent or empty: the folder appears by one rename, complete. */
function publishWhole({ disk, folder, workspace, stage }: Work, manifest: Manifest): PublishCounts {
  const path = manifestPath(workspace.site);
  disk.makeFolder(dirname(path));
  disk.create(path, formatManifest(manifest));
  disk.rename(workspace.site, folder);
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
function publishChanges(work: Work, ground: Ground, manifest: Manifest): PublishCounts {
  const { disk, folder, stage, workspace } = work;
  const stale = [...(ground.previous?.files.keys() ?? [])].filter((path) => !stage.records.has(path));
  if (stage.changed.length + stale.length > 0) {
    storeManifest(work, { ...manifest, inputs: null, files: listOldAndNew(stage, ground) });
  }
  for (const path of ground.obstacles) disk.removeTree(placeIn(folder, path));
  for (const { path } of planMoves(stage.changed, (name) => lacksFolder(ground, name))) {
    disk.rename(placeIn(workspace.site, path), placeIn(folder, path));
  }
  const removed = removeStale(disk, folder, stale, stage.records.keys());
  storeManifest(work, manifest);
  const written = stage.changed.length;
  return { written, unchanged: stage.records.size - written, removed };
}

function listOldAndNew(stage: Stage, ground: Ground): Manifest['files'] {
  const files = new Map<string, FileRecord | null>([...(ground.previous?.files ?? []), ...stage.records]);
  for (const path of stage.changed) files.set(path, null);
  return files;
}

function storeManifest({ disk, folder, workspace }: Work, manifest: Manifest): void {
  disk.create(workspace.draft, formatManifest(manifest));
  disk.rename(workspace.draft, manifestPath(folder));
}
