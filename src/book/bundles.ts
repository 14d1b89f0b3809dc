import { splitPath } from '../content/logical-path.js';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Chapter } from '../model/chapter.js';
import type { Diagnostic } from '../model/diagnostic.js';

/** Finds the leaf bundle around a folder: its chapter, or null. */
export type BundleFinder = (folder: string) => Chapter | null;

/**
 * Knows the leaf bundles of a book (content rules 7 and 21.4): an `index.md` owns its folder and all below, so the
 * outermost one counts. An `index.md` in the root is the home and owns nothing, or no book would be left.
 */
export function findLeafBundles(chapters: readonly Chapter[]): BundleFinder {
  const owners = new Map<string, Chapter>();
  for (const chapter of chapters) {
    if (chapter.bundle === 'leaf') owners.set(splitPath(chapter.path).folder, chapter);
  }
  const known = new Map<string, Chapter | null>([['', null]]);

  function bundleAround(folder: string): Chapter | null {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const found = bundleAround(splitPath(folder).folder) ?? owners.get(folder) ?? null;
    known.set(folder, found);
    return found;
  }
  return bundleAround;
}

/** The chapters that are pages; those a leaf bundle has swallowed are left out and reported, `content/inside-bundle`. */
export function leaveOutSwallowed(
  chapters: readonly Chapter[],
  bundleAround: BundleFinder,
  diagnostics: Diagnostic[],
): readonly Chapter[] {
  return chapters.filter((chapter) => {
    const bundle = bundleAround(splitPath(chapter.path).folder);
    if (bundle === null || bundle === chapter || isRival(chapter, bundle)) return true;
    const { file } = chapter;
    diagnostics.push(
      diagnose('content/inside-bundle', { file, bundle: bundle.file }, { file, line: 1, column: 1 }),
    );
    return false;
  });
}

/** An `_index.md` beside the `index.md`, or a second `index.md`: no part of the bundle but its rival for the folder. */
function isRival(chapter: Chapter, bundle: Chapter): boolean {
  return chapter.bundle !== 'single' && splitPath(chapter.path).folder === splitPath(bundle.path).folder;
}
