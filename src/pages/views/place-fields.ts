import type { Page } from '../../model/book.js';
import { countPositions } from './positions.js';
import type { SiteContext } from './site-context.js';
import { makeStructuredData } from './structured-data.js';
import type { FieldsOf, FindView } from './view-state.js';

type PlaceField =
  | 'terms'
  | 'section'
  | 'parent'
  | 'ancestors'
  | 'previous'
  | 'next'
  | 'children'
  | 'position'
  | 'structuredData';

/** Where a page stands in the book, and what leads from it. */
export function placeFields({ book, config }: SiteContext, find: FindView): FieldsOf<PlaceField> {
  const positions = countPositions(book);
  const findAll = (keys: readonly string[]) => keys.flatMap((key) => find(key) ?? []);
  return {
    section: ({ page }) => page.section,
    terms:
      ({ page }) =>
      (taxonomy) =>
        findAll(Object.hasOwn(page.terms, taxonomy) ? (page.terms[taxonomy] ?? []) : []),
    parent: ({ page }) => find(page.parent) ?? null,
    ancestors: ({ page }) => findAll(listAncestors(page, book.pages)),
    previous: ({ page }) => find(page.previous) ?? null,
    next: ({ page }) => find(page.next) ?? null,
    children: ({ page }) => findAll(page.children),
    position: ({ page }) => positions.get(page.key) ?? null,
    structuredData: ({ page }) =>
      makeStructuredData(page, positions.get(page.key)?.index ?? null, { pages: book.pages, config }),
  };
}

/** Keys from home down to the parent. */
function listAncestors(page: Page, pages: Readonly<Record<string, Page>>): readonly string[] {
  const keys: string[] = [];
  for (let key = page.parent; key !== null; key = pages[key]?.parent ?? null) keys.unshift(key);
  return keys;
}
