import { logicalPath } from '../content/logical-path.js';
import { diagnose } from '../diagnostics/catalogue.js';
import type { BundleKind, Chapter } from '../model/chapter.js';
import type { Diagnostic } from '../model/diagnostic.js';

/** Which of two files with one logical path Hugo takes (content rule 21.3). */
const rank: Readonly<Record<BundleKind, number>> = { leaf: 0, branch: 1, single: 2 };

/**
 * Chapters by logical path, without the leading slash. Of two with one path the bundle, else the first stays;
 * the other is reported, `address/duplicate`, and left out.
 */
export function identifyChapters(
  chapters: readonly Chapter[],
  language: string,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, Chapter> {
  const identified = new Map<string, Chapter>();
  for (const chapter of chapters) {
    const path = logicalPath(chapter, language);
    const other = identified.get(path);
    const isFirst = other === undefined || rank[chapter.bundle] < rank[other.bundle];
    if (isFirst) identified.set(path, chapter);
    if (other !== undefined)
      diagnostics.push(isFirst ? reportTwins(path, chapter, other) : reportTwins(path, other, chapter));
  }
  return identified;
}

function reportTwins(path: string, holder: Chapter, claimant: Chapter): Diagnostic {
  return diagnose(
    'address/duplicate',
    { address: `/${path}`, holder: holder.file, claimant: claimant.file },
    { file: claimant.file, line: 1, column: 1 },
    [{ file: holder.file, line: 1, column: 1, message: 'this one is published' }],
  );
}
