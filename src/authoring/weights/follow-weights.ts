import type { Page } from '../../model/book.js';
import { indexTranslations } from '../manuscript/index-translations.js';
import type { Manuscript } from '../manuscript/open-manuscript.js';
import type { WeightChange } from './plan-place.js';

/**
 * New weights, and with each the same for the translations that had the old one as well: languages that share an order go
 * on sharing it, and one with weights of its own keeps them. Each file once.
 */
export function followWeights(
  manuscript: Manuscript,
  changes: readonly WeightChange[],
): readonly WeightChange[] {
  if (changes.length === 0) return changes;
  const translate = indexTranslations(manuscript);
  const { pages } = manuscript.opened.book;
  const bySource = new Map<string | null, Page>(Object.values(pages).map((page) => [page.source, page]));
  const all = changes.flatMap((change) => {
    const page = bySource.get(change.chapter.path);
    const others = page === undefined ? [] : translate(page);
    return [change, ...others.flatMap(({ chapter }) => followChange(change, chapter))];
  });
  return [...new Map(all.map((change) => [change.chapter.file, change])).values()];
}

function followChange(
  change: WeightChange,
  chapter: WeightChange['chapter'] | null,
): readonly WeightChange[] {
  return chapter?.frontMatter.weight === change.from ? [{ ...change, chapter }] : [];
}
