import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Octavo's own folder, which holds its templates: the nearest one above this module whose package.json is Octavo's.
 * The same from the compiled files and from the bundle. Throws where the package is broken.
 */
export function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (readPackage(folder)['name'] !== 'octavo') {
    const above = dirname(folder);
    if (above === folder)
      throw new Error('The package.json of Octavo is missing: install the package again.');
    folder = above;
  }
  return folder;
}

/** The version in Octavo's package.json. */
export function readProgramVersion(): string {
  const read = readPackage(findPackageRoot());
  return typeof read['version'] === 'string' ? read['version'] : '0.0.0';
}

/**
 * What tells this program from every other one that could have made something: its version, Node's, and its own files. SHA-256,
 * hexadecimal.
 */
export function identifyProgram(): string {
  const root = findPackageRoot();
  const sum = createHash('sha256').update(`${readProgramVersion()} ${process.version}\n`);
  for (const name of readdirSync(join(root, 'dist')).sort()) {
    const { size, mtimeMs } = statSync(join(root, 'dist', name));
    sum.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return sum.digest('hex');
}

function readPackage(folder: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    // An object literal's own keys are all that is asked for.
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
