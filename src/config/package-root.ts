import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Octavo's own folder, which holds its templates: the nearest one above this module whose package.json is Octavo's.
 * The same from the compiled files and from the bundle. Throws where the package is broken.
 */
export function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (readPackageName(folder) !== 'octavo') {
    const above = dirname(folder);
    if (above === folder)
      throw new Error('The package.json of Octavo is missing: install the package again.');
    folder = above;
  }
  return folder;
}

function readPackageName(folder: string): unknown {
  try {
    const read: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof read === 'object' && read !== null && 'name' in read ? read.name : null;
  } catch {
    return null;
  }
}
