import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isSystemError, systemReason } from '../files/system-error.js';

/**
 * Writes a file so that there is the old one or the new one whole, whatever happens: beside its place first, then by one rename. Makes
 * its folder. Returns what went wrong as a sentence, or null.
 */
export function writeWholeFile(path: string, content: Uint8Array): string | null {
  const scratchPath = join(dirname(path), `.${basename(path)}.octavo`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(scratchPath, content);
    renameSync(scratchPath, path);
    return null;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    removeScratch(scratchPath);
    return systemReason(error);
  }
}

function removeScratch(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its folder is no folder: then nothing was written.
  }
}

/** Whether a folder is there. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
