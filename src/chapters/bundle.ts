import type { BundleKind } from '../model/chapter.js';
import { baseName } from '../text/logical-path.js';

/**
 * What a chapter is to its folder, by its file name (content rule 7), whatever the case of its letters and without the
 * suffix of its language: `_index.fr.md`.
 */
export function findBundleKind(path: string, language: string): BundleKind {
  const stem = baseName(path, language).toLowerCase();
  if (stem === '_index') return 'branch';
  return stem === 'index' ? 'leaf' : 'single';
}
