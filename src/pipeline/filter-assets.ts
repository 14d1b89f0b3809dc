import type { OutputFile } from '../model/output.js';

/**
 * Says which files are new: the sites of all languages have the assets of the theme, and the hash in their names says
 * that they are the same. Each is published once.
 */
export function createAssetFilter(): (file: OutputFile) => boolean {
  const known = new Set<string>();
  return ({ path }) => {
    if (!path.startsWith('assets/')) return true;
    if (known.has(path)) return false;
    known.add(path);
    return true;
  };
}
