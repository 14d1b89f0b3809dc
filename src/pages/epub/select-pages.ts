import type { Page } from '../../model/book.js';
import { trimSlashes } from '../../url/url.js';
import { isBorrowed } from '../views/languages.js';
import type { SiteContext } from '../views/site-context.js';

/** The key of the section that is asked for as a part of a book, as a path below `content/`; home's for the whole book. */
export function findPartKey(part: string | null): string {
  return part === null ? '/' : `/${trimSlashes(part)}`;
}

/**
 * The pages of a book file in reading order: those of the whole book, or of the section at `part` with all below it. Pages
 * that are not published, those whose front matter says `book: false`, and untranslated ones where the owner wants them out, are not
 * among them, nor is a home without a text, which would show the title again. Null where there is no such section.
 */
export function selectPages(
  { book, chapters, config }: Pick<SiteContext, 'book' | 'chapters' | 'config'>,
  part: string | null,
): readonly Page[] | null {
  const root = findPartKey(part);
  const top = book.pages[root];
  if (part !== null && (top === undefined || top.kind !== 'section')) return null;
  const isInside = (page: Page): boolean => {
    for (let at: Page | undefined = page; at !== undefined; at = book.pages[at.parent ?? '']) {
      if (at.key === root) return true;
    }
    return part === null;
  };
  const isWanted = (page: Page) =>
    page.outputPath !== '' &&
    (page.kind !== 'home' || page.source !== null) &&
    page.head.params['book'] !== false &&
    (config.books.untranslated || !isBorrowed(page, { chapters }));
  return book.order
    .flatMap((key) => book.pages[key] ?? [])
    .filter((page) => isWanted(page) && isInside(page));
}
