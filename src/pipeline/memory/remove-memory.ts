import { rmSync } from 'node:fs';
import { isLostMemory, memoryFolder } from './open-memory.js';

/** Removes what is kept of the book in `root` between builds; false where a link leads away from the book. Throws as `fs` does. */
export function removeMemory(root: string): boolean {
  const folder = memoryFolder(root);
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
  return folder !== null;
}

/** Does something with what is kept of the book in `root`; once more without it, should it turn out to be spoilt on the way. */
export async function survivingLoss<Value>(root: string, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    if (!isLostMemory(error)) throw error;
    removeMemory(root);
    return await act();
  }
}
