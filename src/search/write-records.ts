import { createByteWriter } from './byte-writer.js';
import type { Inversion } from './invert-pages.js';
import { TITLE_WEIGHT, weighTerm } from './weigh-term.js';

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

/** Writes, for each term, the sections that hold it, what it says of them, and where it stands in them. */
export function writeRecords(inversion: Inversion): WrittenRecords {
  const { terms, starts: entries } = inversion;
  const writer = createByteWriter();
  const starts = new Uint32Array(terms.length + 1);
  const [sections, bare] = [new Uint32Array(terms.length), new Uint8Array(terms.length)];
  const { countPlaces, writePosting, writePlaces } = createEntryWriter(inversion, writer.number);
  for (let term = 0; term < terms.length; term += 1) {
    const [from, to] = [entries[term] ?? 0, entries[term + 1] ?? 0];
    const isBare = countPlaces(from, to) > MOST_PLACES;
    let [previous, found] = [-1, 0];
    for (let entry = from; entry < to; entry += 1) {
      const section = writePosting(entry, previous);
      if (!isBare) writePlaces(entry);
      if (section > previous) found += 1;
      previous = section;
    }
    bare[term] = isBare ? 1 : 0;
    sections[term] = found;
    starts[term + 1] = writer.length();
  }
  return { bytes: writer.bytes(), starts, sections, bare };
}

function createEntryWriter(inversion: Inversion, write: (value: number) => void) {
  const { unitOf, countAt, sectionOf, wordsOf, places: held, sections } = inversion;
  const words = wordsOf.reduce((sum, count) => sum + count, 0);
  const averageWords = Math.max(1, words / Math.max(1, sections));
  const countOf = (entry: number): number => held[countAt[entry] ?? 0] ?? 0;

  const countPlaces = (from: number, to: number): number => {
    let places = 0;
    for (let entry = from; entry < to; entry += 1) places += countOf(entry) >> 1;
    return places;
  };
  /** Returns the section, which is not before the previous one. */
  const writePosting = (entry: number, previous: number): number => {
    const unit = unitOf[entry] ?? 0;
    const section = sectionOf[unit] ?? 0;
    const length = wordsOf[unit] ?? 0;
    const count = countOf(entry);
    const weight =
      length === 0 ? TITLE_WEIGHT : weighTerm(count >> 1, (count & 1) === 1, length / averageWords);
    write((section - previous) * (TITLE_WEIGHT + 1) + weight);
    return section;
  };
  const writePlaces = (entry: number): void => {
    const at = countAt[entry] ?? 0;
    const end = at + 1 + (countOf(entry) >> 1);
    let previous = 0;
    for (let place = at + 1; place < end; place += 1) {
      const position = held[place] ?? 0;
      write((position - previous) * 2 + (place + 1 < end ? 1 : 0));
      previous = position;
    }
  };
  return { countPlaces, writePosting, writePlaces };
}
