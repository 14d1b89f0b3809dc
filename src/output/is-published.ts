import { isSystemError } from '../files/system-error.js';
import { realDisk } from './disk.js';
import { manifestPath } from './manifest.js';

/** Whether a build of ours wrote to a folder before; whether what it wrote is whole is not asked. */
export function isPublished(folder: string): boolean {
  try {
    return realDisk.look(manifestPath(folder)) !== undefined;
  } catch (error) {
    // Whoever publishes there finds the same fault, and reports it.
    if (isSystemError(error)) return false;
    throw error;
  }
}
