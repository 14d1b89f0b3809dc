import { type BitWriter, createBitWriter } from '../words/bits.js';
import { gatherEntries, splitPair, type TermEntries } from './gather-entries.js';
import type { BookWords } from './list-units.js';
import { TITLE_WEIGHT } from './weigh-terms.js';

/** A term and what is known of it. */
export interface WrittenRecord {
  readonly term: string;
  /** The number of sections that hold it. */
  readonly sections: number;
  /** Whether the record says only in which sections it stands. */
  readonly isBare: boolean;
  /** The format is in the manual, "The search index". */
  readonly record: Uint8Array;
}

export interface WrittenRecords {
  readonly terms: readonly WrittenRecord[];
  /** Two frequent words that follow each other, with a space between them. */
  readonly pairs: readonly WrittenRecord[];
  /** The most frequent words, which are named by their number in places. */
  readonly frequent: readonly string[];
}

/** Bits of a record's two widths, and of a weight. */
const WIDTH = 5;
const WEIGHT = 4;
/** The first frequent words take so many bits and one. */
const FREQUENT = 2;

/** Writes, for each term, the sections that hold it, what it says of them, and where it stands in them. */
export function writeRecords(words: BookWords): WrittenRecords {
  const entries = gatherEntries(words);
  const writer = createBitWriter();
  const starts = [0];
  const end = (): void => void starts.push(writer.align());
  const isBare = new Set(entries.frequent);
  const counts = words.terms.map((_, term) => {
    const places = isBare.has(term) ? null : entries;
    const sections = writeTerm(writer, entries, term, places, words.sections);
    end();
    return sections;
  });
  const names = entries.frequent.map((term) => words.terms[term] ?? '');
  const pairs = [...entries.pairs].map(([key, list]) => {
    writeSteps(writer, list, words.sections);
    end();
    const [first, second] = splitPair(key);
    return { term: `${names[first - 1]} ${names[second - 1]}`, sections: list.length };
  });
  const bytes = writer.bytes();
  const recordOf = (at: number) => bytes.subarray(starts[at], starts[at + 1]);
  return {
    terms: words.terms.map((term, at) => ({
      term,
      sections: counts[at] ?? 0,
      isBare: isBare.has(at),
      record: recordOf(at),
    })),
    pairs: pairs.map((pair, at) => ({ ...pair, isBare: true, record: recordOf(words.terms.length + at) })),
    frequent: names,
  };
}

/** The width of the part of distances that is not counted out: about half of them are longer. */
function chooseWidth(sum: number, count: number): number {
  return Math.max(0, Math.floor(Math.log2((Math.LN2 * sum) / Math.max(1, count))));
}

/** Writes where a pair stands. */
function writeSteps(writer: BitWriter, list: readonly number[], sections: number): void {
  const width = chooseWidth(sections, list.length);
  writer.bits(width, WIDTH);
  let last = -1;
  for (const entry of list) {
    const section = entry >> WEIGHT;
    writer.rice(section - last - 1, width);
    writer.bits(entry & TITLE_WEIGHT, WEIGHT);
    last = section;
  }
}

/** Writes the record of a term; returns the number of its sections. Where `places` is null, without them. */
function writeTerm(
  writer: BitWriter,
  { entryStarts, entries, counts }: TermEntries,
  term: number,
  places: TermEntries | null,
  sections: number,
): number {
  const [start, end] = [entryStarts[term] ?? 0, entryStarts[term + 1] ?? 0];
  const width = chooseWidth(sections, end - start);
  writer.bits(width, WIDTH);
  const writePlaces = places === null ? () => undefined : createPlaceWriter(writer, places, term);
  let [last, found] = [-1, 0];
  for (let at = start; at < end; at += 1) {
    const entry = entries[at] ?? 0;
    const section = entry >> WEIGHT;
    if (section !== last) {
      writer.rice(section - last - 1, width);
      found += 1;
    }
    last = section;
    writer.bits(entry & TITLE_WEIGHT, WEIGHT);
    writePlaces(counts[at] ?? 0);
    // The title of a page goes before the text of its first section.
    if ((entry & TITLE_WEIGHT) === TITLE_WEIGHT)
      writer.bits(at + 1 < end && (entries[at + 1] ?? 0) >> WEIGHT === section ? 1 : 0, 1);
  }
  return found;
}

/** Writes the width of a term's places; returns what writes those of one entry after the other. */
function createPlaceWriter(
  writer: BitWriter,
  { entryStarts, counts, placeStarts, places, frequent }: TermEntries,
  term: number,
): (count: number) => void {
  let next = placeStarts[term] ?? 0;
  let [sum, at] = [0, next];
  for (let entry = entryStarts[term] ?? 0; entry < (entryStarts[term + 1] ?? 0); entry += 1) {
    at += counts[entry] ?? 0;
    sum += (places[at - 1] ?? 0) >>> 16;
  }
  const width = chooseWidth(sum, at - next);
  writer.bits(width, WIDTH);
  const hasNeighbours = frequent.length > 0;
  const writeNeighbour = (number: number): void => {
    writer.bits(number === 0 ? 0 : 1, 1);
    if (number > 0) writer.golomb(number - 1, FREQUENT);
  };
  return (count) => {
    writer.golomb(count - 1, 0);
    let position = 0;
    for (const stop = next + count; next < stop; next += 1) {
      const place = places[next] ?? 0;
      writer.rice((place >>> 16) - position, width);
      position = place >>> 16;
      if (!hasNeighbours) continue;
      writeNeighbour((place >>> 8) & 0xff);
      writeNeighbour(place & 0xff);
    }
  };
}
