import type { SearchPage } from './list-pages.js';

/** A stretch of the book that belongs to one part: the part's name, and the number of its first section. */
export type PartStretch = readonly [label: string, firstSection: number];

/** The stretches in order, each up to the next; of pages outside all parts the label is empty. */
export function listParts(pages: readonly SearchPage[]): readonly PartStretch[] {
  const stretches: PartStretch[] = [];
  let [section, current]: [number, string | null | undefined] = [0, undefined];
  for (const {
    page: { part },
    terms,
  } of pages) {
    const key = part?.key ?? null;
    if (key !== current) stretches.push([part?.label ?? '', section]);
    current = key;
    section += terms.sections.length;
  }
  return stretches;
}
