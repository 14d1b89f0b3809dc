import { numberText } from '../words/number-text.js';
import type { SearchPage } from './list-pages.js';

/** A stretch of the book that belongs to one part: its name, the number of its first section, and for a volume 1 and its authors, or 2 and its shelf. */
type PartStretch = readonly [name: string, firstSection: number, volume?: 1 | 2, authors?: string];

/** A stretch of the book inside one section of a part, and the number of its first section. */
type DivisionStretch = readonly [name: string, firstSection: number];

/** The parts in order, each up to the next; of pages outside all parts the name is empty. */
export function listParts(pages: readonly SearchPage[]): readonly PartStretch[] {
  return listStretches(
    pages,
    ({ page }) => page.part?.key ?? '',
    ({ page: { part } }, section): PartStretch => {
      const { name = '', isVolume = false, authors = '', isOfShelf = false } = part ?? {};
      return isVolume ? [name, section, isOfShelf ? 2 : 1, authors] : [name, section];
    },
  );
}

/** The sections below parts in order, each up to the next; of pages outside of such the name is empty. */
export function listDivisions(pages: readonly SearchPage[]): readonly DivisionStretch[] {
  const divisions = listStretches(
    pages,
    ({ page: { part, division } }) => `${part?.key}\0${division}`,
    ({ page }, section): DivisionStretch => [page.division, section],
  );
  return divisions.some(([name]) => name !== '') ? divisions : [];
}

function listStretches<Stretch>(
  pages: readonly SearchPage[],
  keyOf: (page: SearchPage) => string,
  makeStretch: (page: SearchPage, firstSection: number) => Stretch,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let [section, current]: [number, string | null] = [0, null];
  for (const page of pages) {
    const key = keyOf(page);
    if (key !== current) stretches.push(makeStretch(page, section));
    current = key;
    section += page.terms.sections.length;
  }
  return stretches;
}

/** Days from the year 0 to 1970: dates before it are numbers too. */
const EPOCH = 719_528;

/** For each page the number of its sections and its date in days from the year 0, or 0; nothing in a book without dates. */
export function writeDates(pages: readonly SearchPage[]): readonly string[] {
  if (pages.every(({ page }) => page.day === null)) return [];
  const dayOf = ({ page: { day } }: SearchPage) => (day === null ? 0 : Math.max(1, day + EPOCH));
  return [pages.map((page) => numberText(page.terms.sections.length) + numberText(dayOf(page))).join('')];
}
