import type { SearchPage } from './list-pages.js';

/** A stretch of the book that belongs to one part: the part's name, the number of its first section, and 1 for a volume. */
export type PartStretch = readonly [label: string, firstSection: number, volume?: 1];

/** The stretches in order, each up to the next; of pages outside all parts the label is empty. */
export function listParts(pages: readonly SearchPage[]): readonly PartStretch[] {
  const stretches: PartStretch[] = [];
  let [section, current]: [number, string | null | undefined] = [0, undefined];
  for (const {
    page: { part },
    terms,
  } of pages) {
    const key = part?.key ?? null;
    if (key !== current) {
      const stretch = [part?.label ?? '', section] as const;
      stretches.push(part?.isVolume === true ? [...stretch, 1] : stretch);
    }
    current = key;
    section += terms.sections.length;
  }
  return stretches;
}
