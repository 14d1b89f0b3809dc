import type { OutputCopy, OutputFile } from '../model/output.js';

/**
 * Says which files are new: the sites of all languages have the assets of the theme, and the hash in their names says
 * that they are the same. Each is published once.
 */
export function createAssetFilter(): (file: Pick<OutputFile, 'path'>) => boolean {
  const known = new Set<string>();
  return ({ path }) => {
    if (!path.startsWith('assets/')) return true;
    if (known.has(path)) return false;
    known.add(path);
    return true;
  };
}

/** Says which copies are the first of their kind: every language asks for the assets that its templates use. */
export function createCopyFilter(): (copy: OutputCopy) => boolean {
  const copied = new Set<string>();
  return ({ path, from }) => {
    const key = `${path}\0${from}`;
    return !copied.has(key) && copied.add(key) !== undefined;
  };
}
