import type { Page } from '../../model/book.js';
import type { Chapter } from '../../model/chapter.js';
import { identifyPage } from '../../pages/views/identify-page.js';
import type { Manuscript } from './open-manuscript.js';

/** The same page in another language, and the chapter that it was made from; null for one that was made up for a folder. */
export interface Translation {
  readonly manuscript: Manuscript;
  readonly page: Page;
  readonly chapter: Chapter | null;
}

/**
 * Looks up what a page of `manuscript` is in every other language that has it. A chapter that stands in for a missing
 * translation is found as well: its `origin` says so.
 */
export function indexTranslations(manuscript: Manuscript): (page: Page) => readonly Translation[] {
  const others = manuscript.family.filter((other) => other !== manuscript);
  const indexes = others.map((other) => ({ other, pages: indexPages(other) }));
  return (page) => {
    const identity = identifyPage(page);
    return indexes.flatMap(({ other, pages }) => {
      const found = pages.get(identity);
      if (found === undefined) return [];
      const chapter = other.opened.chapters.get(found.source ?? '') ?? null;
      return [{ manuscript: other, page: found, chapter }];
    });
  };
}

/** What a page is in another language of its book; null where it is not there. */
export function translatePage(
  { page, manuscript }: Pick<Translation, 'page' | 'manuscript'>,
  into: Manuscript,
): Page | null {
  const found = indexTranslations(manuscript)(page).find((other) => other.manuscript === into);
  return found?.page ?? null;
}

function indexPages({ opened }: Manuscript): ReadonlyMap<string, Page> {
  return new Map(Object.values(opened.book.pages).map((page) => [identifyPage(page), page]));
}
