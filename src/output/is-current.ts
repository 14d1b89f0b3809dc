import type { Stats } from 'node:fs';
import type { FileRecord } from '../model/output.js';
import type { Disk } from './disk.js';
import type { StoredManifest } from './manifest.js';
import { placeIn } from './output-path.js';

/**
 * Whether a destination holds exactly what its manifest says, whole and untouched; other files do not matter.
 * Costs one `lstat` per file; only files that were changed after the manifest are read.
 */
export function isCurrent(disk: Disk, destination: string, manifest: StoredManifest): boolean {
  for (const [path, record] of manifest.files) {
    const absolute = placeIn(destination, path);
    if (record === null) return false;
    const stats = disk.look(absolute);
    if (stats === undefined || !isIntact(disk, absolute, stats, record, manifest)) return false;
  }
  return true;
}

/**
 * Whether a file still has the bytes of its record. Its size and times decide; when it was written, or moved here,
 * after the manifest, its bytes do.
 */
export function isIntact(
  disk: Disk,
  absolute: string,
  stats: Stats,
  record: FileRecord,
  { writtenAt }: Pick<StoredManifest, 'writtenAt'>,
): boolean {
  if (!stats.isFile() || stats.size !== record.size) return false;
  // The change time too: tools that restore files set the other one back.
  const isUntouched = stats.mtimeMs <= writtenAt && stats.ctimeMs <= writtenAt;
  return isUntouched || disk.hash(absolute) === record.hash;
}
