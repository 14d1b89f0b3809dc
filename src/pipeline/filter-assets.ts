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

/**
 * Says which copies are published: every language asks for the assets that its templates use, and these may bear the name
 * of a static file. The first of either stands; two others of one name are a fault, which publishing tells.
 */
export function createCopyFilter(): (copy: OutputCopy) => boolean {
  const copied = new Map<string, OutputCopy>();
  return (copy) => {
    const known = copied.get(copy.path);
    if (known === undefined) copied.set(copy.path, copy);
    return known === undefined || !(known.from === copy.from || known.isAsset || copy.isAsset);
  };
}
