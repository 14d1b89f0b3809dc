import type { BundleKind } from '../model/chapter.js';

/** What a chapter is to its folder, by its file name whatever the case of its extension (content rule 7). */
export function findBundleKind(path: string): BundleKind {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const stem = name.slice(0, name.lastIndexOf('.'));
  if (stem === '_index') return 'branch';
  return stem === 'index' ? 'leaf' : 'single';
}
