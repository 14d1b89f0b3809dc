import { readNumbers } from '../../text/number-text.js';
import type { TermEntry } from './read-terms.js';

/** By section, rising positions of a term. */
export type Places = ReadonlyMap<number, readonly number[]>;

/** Steps between weights. */
const WEIGHTS = 16;
const TITLE = WEIGHTS - 1;
/** Words of the title stand far before those of the text, so that no phrase is found across both. */
const TITLE_PLACE = -(2 ** 20);

/** By section, how much a term says of it: 0 to 15, the highest for the title of a page. */
export async function readWeights(entry: TermEntry): Promise<ReadonlyMap<number, number>> {
  const weights = new Map<number, number>();
  visitRecord(await entry.record(), entry.isBare, (section, weight) => {
    weights.set(section, Math.max(weight, weights.get(section) ?? 0));
    return null;
  });
  return weights;
}

/** Where a term stands, in those sections only that are asked for. Null for a term whose places are not kept. */
export async function readPlaces(entry: TermEntry, sections: ReadonlySet<number>): Promise<Places | null> {
  if (entry.isBare) return null;
  const places = new Map<number, number[]>();
  visitRecord(await entry.record(), false, (section) => {
    if (!sections.has(section)) return null;
    const list = places.get(section) ?? [];
    places.set(section, list);
    return list;
  });
  return places;
}

/**
 * Visits each entry of a record; two for a section that has the term in its page's title and in its text, the title's
 * first. The positions go into the list that the visitor returns.
 */
function visitRecord(
  record: string,
  isBare: boolean,
  visit: (section: number, weight: number) => number[] | null,
): void {
  const reader = readNumbers(record);
  let section = -1;
  while (reader.at < record.length) {
    const value = reader.next();
    const weight = value % WEIGHTS;
    section += (value - weight) / WEIGHTS;
    const list = visit(section, weight);
    if (isBare) continue;
    let position = weight === TITLE ? TITLE_PLACE : 0;
    for (let hasMore = true; hasMore; ) {
      const step = reader.next();
      position += step >> 1;
      list?.push(position);
      hasMore = step % 2 === 1;
    }
  }
}
