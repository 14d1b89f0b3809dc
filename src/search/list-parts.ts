import type { Book, Page } from '../model/book.js';
import type { SearchPage } from './list-pages.js';

/** A stretch of the book that belongs to one part: the part's name, and the number of its first section. */
export type PartStretch = readonly [label: string, firstSection: number];

/** The stretches in order, each up to the next; of pages outside all parts the label is empty. */
export function listParts(book: Book, pages: readonly SearchPage[]): readonly PartStretch[] {
  const stretches: PartStretch[] = [];
  let [section, current]: [number, Page | null | undefined] = [0, undefined];
  for (const { page, terms } of pages) {
    const part = findPart(book, page);
    if (part !== current) stretches.push([part?.label ?? '', section]);
    current = part;
    section += terms.sections.length;
  }
  return stretches;
}

/** The section just below home that holds a page, or is it; null for none. */
function findPart({ pages }: Book, page: Page): Page | null {
  let inner = page;
  for (let outer = pages[page.parent ?? '']; outer !== undefined; outer = pages[outer.parent ?? '']) {
    if (outer.kind === 'home') return inner.kind === 'section' ? inner : null;
    inner = outer;
  }
  return null;
}
