import type { Book, Page } from '../../model/book.js';

/** An entry of the contents of a book file. */
export interface OutlineEntry {
  /** The page that it leads to; of a chapter in pieces the first one. */
  readonly page: Page;
  /** "Chapter 14 · A New Era". */
  readonly label: string;
  /** The same where the entry above says the title already: "Chapter 14a". */
  readonly shortLabel: string;
  readonly children: readonly OutlineEntry[];
}

/**
 * The contents of a book file: the pages in it as they hold each other, sections as deep as they are. A chapter in pieces is one entry
 * with its pieces below it, and with its title if all share it. Home holds everything and is no entry.
 */
export function listOutline(
  pages: readonly Page[],
  book: Book,
  labelOf: (page: Page) => string,
): readonly OutlineEntry[] {
  const inFile = new Set(pages);
  const find = (keys: readonly string[]) =>
    keys.flatMap((key) => book.pages[key] ?? []).filter((page) => inFile.has(page));
  const list = (siblings: readonly Page[]): readonly OutlineEntry[] => {
    const here = new Set(siblings);
    const done = new Set<Page>();
    return siblings.flatMap((page): readonly OutlineEntry[] => {
      if (done.has(page)) return [];
      const pieces = find(page.family?.members ?? []).filter((piece) => here.has(piece));
      if (pieces.length > 1) {
        for (const piece of pieces) done.add(piece);
        return [describePieces(page, pieces, labelOf)];
      }
      const label = labelOf(page);
      return [{ page, label, shortLabel: label, children: list(find(page.children)) }];
    });
  };
  const isTop = ({ kind, parent }: Page) => {
    const above = book.pages[parent ?? ''];
    return kind !== 'home' && (above === undefined || above.kind === 'home' || !inFile.has(above));
  };
  return list(pages.filter(isTop));
}

function describePieces(first: Page, pieces: readonly Page[], labelOf: (page: Page) => string): OutlineEntry {
  const isShared = pieces.every(({ title }) => title === first.title);
  const heading = first.family?.heading ?? first.heading;
  // As a page of that heading is called, so that titles are set as everywhere.
  const label = isShared ? labelOf({ ...first, label: `${heading} · ${first.title}` }) : heading;
  const children = pieces.map((page) => {
    const own = labelOf(page);
    return { page, label: own, shortLabel: isShared ? page.heading : own, children: [] };
  });
  return { page: first, label, shortLabel: label, children };
}
