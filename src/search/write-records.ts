import { writeNumber } from '../words/number-text.js';
import type { BookWords } from './list-units.js';
import { measureRecords, PLACE_BYTES, PLACES, SECTIONS, STEP_BYTES, WIDTH } from './measure-records.js';

/** What is known of each term, by its number; the format of a record is in the manual, "The search index". */
export interface WrittenRecords {
  readonly bytes: Uint8Array;
  /** Where each record begins in `bytes`; one more for the end. */
  readonly starts: Uint32Array;
  /** The number of sections that hold the term. */
  readonly sections: Uint32Array;
  /** 1 for a record without places. */
  readonly bare: Uint8Array;
}

/** A term with more places has none in the index: nobody can load them for a query, and they would be half of it. */
const MOST_PLACES = 16_000;

/**
 * Writes, for each term, the sections that hold it, what it says of them, and where it stands in them. The text is passed
 * over in its order, and each record grows in its own place: to gather them term by term would mean to look
 * for each entry in another corner of the memory.
 */
export function writeRecords(words: BookWords): WrittenRecords {
  const { steps, measures } = measureRecords(words);
  const plan = planRecords(words.terms.length, measures);
  const { starts, bare } = plan;
  const bytes = new Uint8Array(starts.at(-1) ?? 0);
  const ends = starts.slice();
  let entry = 0;
  for (const {
    numbers,
    words: { terms, sizes, places },
  } of words.units) {
    let from = 0;
    for (let index = 0; index < terms.length; index += 1) {
      const term = numbers[terms[index] ?? 0] ?? 0;
      const to = from + (sizes[index] ?? 0);
      let end = writeNumber(bytes, ends[term] ?? 0, steps[entry] ?? 0);
      if (bare[term] === 0) for (let at = from; at < to; at += 1, end += 1) bytes[end] = places[at] ?? 0;
      ends[term] = end;
      entry += 1;
      from = to;
    }
  }
  return { bytes, ...plan };
}

/** What is known of all records before they are written. */
function planRecords(terms: number, measures: Uint32Array): Omit<WrittenRecords, 'bytes'> {
  const starts = new Uint32Array(terms + 1);
  const [sections, bare] = [new Uint32Array(terms), new Uint8Array(terms)];
  for (let term = 0; term < terms; term += 1) {
    const measure = (which: number) => measures[term * WIDTH + which] ?? 0;
    const isBare = measure(PLACES) > MOST_PLACES;
    bare[term] = isBare ? 1 : 0;
    sections[term] = measure(SECTIONS);
    starts[term + 1] = (starts[term] ?? 0) + measure(STEP_BYTES) + (isBare ? 0 : measure(PLACE_BYTES));
  }
  return { starts, sections, bare };
}
