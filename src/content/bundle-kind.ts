import type { BundleKind } from '../model/chapter.js';
import { baseName } from './logical-path.js';

/**
 * What a chapter is to its folder, by its file name (content rule 7), whatever the case of its letters and without the
 * suffix of its language: `_index.fr.md`.
 */
export function findBundleKind(path: string, language: string): BundleKind {
  return bundleKindOf(baseName(path, language));
}

/** The same by the name alone, without extension and suffix. */
export function bundleKindOf(name: string): BundleKind {
  const stem = name.toLowerCase();
  if (stem === '_index') return 'branch';
  return stem === 'index' ? 'leaf' : 'single';
}
