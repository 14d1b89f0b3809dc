import type { Book, Page } from '../../model/book.js';

/**
 * The pages of a book file in reading order: those of the whole book, or of the section at `part` with all below it. Pages
 * that are not published, and those whose front matter says `book: false`, are not among them. Null where there is no such section.
 */
export function selectPages(book: Book, part: string | null): readonly Page[] | null {
  const root = part === null ? '/' : `/${part.replace(/^\/+|\/+$/g, '')}`;
  const top = book.pages[root];
  if (part !== null && (top === undefined || top.kind !== 'section')) return null;
  const isInside = (page: Page): boolean => {
    for (let at: Page | undefined = page; at !== undefined; at = book.pages[at.parent ?? '']) {
      if (at.key === root) return true;
    }
    return part === null;
  };
  return book.order
    .flatMap((key) => book.pages[key] ?? [])
    .filter((page) => page.outputPath !== '' && page.head.params['book'] !== false && isInside(page));
}
