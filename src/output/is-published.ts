import { realDisk } from './disk.js';
import { manifestPath } from './manifest.js';

/** Whether a build of ours wrote to a folder before; whether what it wrote is whole is not asked. */
export function isPublished(folder: string): boolean {
  return realDisk.look(manifestPath(folder)) !== undefined;
}
