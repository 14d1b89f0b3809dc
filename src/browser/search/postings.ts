import { readNumbers } from '../../words/number-text.js';

/** By section, rising positions of a term. */
export type Places = ReadonlyMap<number, readonly number[]>;

/**
 * By the number of a section, how much something says of it; 0 where it does not stand. An array with room for every
 * section of the book: a common word stands in thousands, and a map of those takes longer to fill than to decode.
 */
export type Weights = Float64Array;

/** Steps between weights. */
const WEIGHTS = 16;
const TITLE = WEIGHTS - 1;
/** Words of the title stand far before those of the text, so that no phrase is found across both. */
const TITLE_PLACE = -(2 ** 20);

/** The record of a term. */
export interface TermRecord {
  /** As `src/search/write-records.ts` writes it. */
  readonly text: string;
  /** Whether it says only in which sections the term stands, not where in them. */
  readonly isBare: boolean;
}

/**
 * Raises the weights of the sections that a term stands in to what it says of them: 1 to 16, the highest for the title of
 * a page, times its worth. Returns them.
 */
export function raiseWeights(weights: Weights, record: TermRecord, worth: number): Weights {
  visitRecord(record, (section, weight) => {
    weights[section] = Math.max(weights[section] ?? 0, (weight + 1) * worth);
    return null;
  });
  return weights;
}

/** Where a term stands, in those sections only that are asked for. Null for a term whose places are not kept. */
export function readPlaces(record: TermRecord, isWanted: (section: number) => boolean): Places | null {
  if (record.isBare) return null;
  const places = new Map<number, number[]>();
  visitRecord(record, (section) => {
    if (!isWanted(section)) return null;
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
  { text, isBare }: TermRecord,
  visit: (section: number, weight: number) => number[] | null,
): void {
  const reader = readNumbers(text);
  let section = -1;
  while (reader.at < text.length) {
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
