import type { Page } from '../../model/book.js';
import type { Extent } from '../../model/page-view.js';
import { createPagePictures } from './find-page-picture.js';
import { countPositions } from './positions.js';
import type { SiteContext } from './site-context.js';
import { makeStructuredData } from './structured-data.js';
import type { FieldsOf, FindView } from './view-state.js';

type PlaceField =
  | 'terms'
  | 'section'
  | 'parent'
  | 'ancestors'
  | 'volume'
  | 'isVolume'
  | 'nextVolume'
  | 'extent'
  | 'previous'
  | 'next'
  | 'children'
  | 'position'
  | 'structuredData';

/** Where a page stands in the book, and what leads from it. */
export function placeFields(context: SiteContext, find: FindView): FieldsOf<PlaceField> {
  const { book, config, factsOf } = context;
  const pictures = createPagePictures(context);
  const positions = countPositions(book);
  const isLibrary = book.order.some((key) => book.pages[key]?.volume !== null);
  const findAll = (keys: readonly string[]) => keys.flatMap((key) => find(key) ?? []);
  return {
    section: ({ page }) => page.section,
    terms:
      ({ page }) =>
      (taxonomy) =>
        findAll(Object.hasOwn(page.terms, taxonomy) ? (page.terms[taxonomy] ?? []) : []),
    parent: ({ page }) => find(page.parent) ?? null,
    ancestors: ({ page }) => findAll(listAncestors(page, book.pages)),
    volume: ({ page }) => find(page.volume) ?? null,
    isVolume: ({ page }) => isVolume(page),
    nextVolume: ({ page }) => find(findNextVolume(page, book.pages)) ?? null,
    extent: ({ page }) => measureExtent(page, find),
    previous: ({ page }) => find(page.previous) ?? null,
    next: ({ page }) => find(page.next) ?? null,
    children: ({ page }) => findAll(page.children),
    position: ({ page }) => positions.get(page.key) ?? null,
    structuredData: ({ page }) => {
      const facts = {
        position: positions.get(page.key)?.index ?? null,
        words: page.source === null ? 0 : factsOf(page.source).words,
        image: pictures.image(page)?.permalink ?? '',
      };
      return makeStructuredData(page, facts, { pages: book.pages, config, isLibrary });
    },
  };
}

/** Whether a section is a book of its own. */
export function isVolume({ key, volume }: Page): boolean {
  return volume === key;
}

/** The key of the volume after one on its shelf; null for the last, and for any other page. */
function findNextVolume(page: Page, pages: Readonly<Record<string, Page>>): string | null {
  if (!isVolume(page)) return null;
  const siblings = pages[page.parent ?? '']?.children ?? [];
  const later = siblings.slice(siblings.indexOf(page.key) + 1);
  return later.find((key) => pages[key]?.volume === key) ?? null;
}

/** Sums up the chapters below a section. Asks for their words and minutes only when these are asked for. */
function measureExtent({ key, kind, children }: Page, find: FindView): Extent {
  const own = find(key);
  const below = () => children.flatMap((child) => find(child)?.extent ?? []);
  const sum = (measure: keyof Extent) => below().reduce((total, extent) => total + extent[measure], 0);
  return {
    get chapters() {
      return kind === 'page' ? 1 : sum('chapters');
    },
    get words() {
      return (own?.words ?? 0) + sum('words');
    },
    get minutes() {
      return (own?.minutes ?? 0) + sum('minutes');
    },
  };
}

/** Keys from home down to the parent. */
function listAncestors(page: Page, pages: Readonly<Record<string, Page>>): readonly string[] {
  const keys: string[] = [];
  for (let key = page.parent; key !== null; key = pages[key]?.parent ?? null) keys.unshift(key);
  return keys;
}
