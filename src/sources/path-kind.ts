import { statSync } from 'node:fs';
import { isSystemError } from '../files/system-error.js';

/** What lies at a path, links followed; null for nothing, and for what is neither file nor folder. */
export function pathKind(path: string): 'file' | 'folder' | null {
  try {
    const found = statSync(path);
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : null;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return null;
  }
}
