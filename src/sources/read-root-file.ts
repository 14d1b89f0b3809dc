import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of a file in a folder, or null where there is none that can be read. */
export function readRootFile(root: string, name: string): Buffer | null {
  try {
    return readFileSync(join(root, name));
  } catch {
    return null;
  }
}
