import { rmSync } from 'node:fs';
import { memoryFolder } from './open-memory.js';

/** Removes what is kept of the book in `root` between builds; false where a link leads away from the book. Throws as `fs` does. */
export function removeMemory(root: string): boolean {
  const folder = memoryFolder(root);
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
  return folder !== null;
}
