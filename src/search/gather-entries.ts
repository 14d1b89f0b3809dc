import { readPositions } from '../words/number-text.js';
import type { BookWords } from './list-units.js';
import { roundCoarsely } from './round-coarsely.js';
import { createWeights, TITLE_WEIGHT } from './weigh-terms.js';

/** What a book says of its terms, term after term. */
export interface TermEntries {
  /** Of each term the first of its entries, and of its places; one more for the end. */
  readonly entryStarts: Uint32Array;
  readonly placeStarts: Uint32Array;
  /** For each entry the section times 16, plus the weight. */
  readonly entries: Uint32Array;
  /** For each entry the number of its places. */
  readonly counts: Uint16Array;
  /** The position; the frequent word before it, from 1, or 0; and the one after it: 16, 8 and 8 bits. Frequent terms have none. */
  readonly places: Uint32Array;
  /** The frequent terms, most frequent first. */
  readonly frequent: readonly number[];
  /** By the numbers of two frequent terms, from 1, as `pairKey` joins them: where they follow each other, as `entries`. */
  readonly pairs: ReadonlyMap<number, readonly number[]>;
}

/**
 * A term with more places is frequent: nobody can load them all for a query, and they would be half of the index. Where it
 * stands is known by its neighbours: every place of another term names the frequent words beside it, and those of two
 * frequent terms that follow each other are listed.
 */
const MOST_PLACES = 16_000;
/** Their numbers have 8 bits. */
const MOST_FREQUENT = 255;
const BYTE = 256;

/** The key of two frequent terms that follow each other. */
function pairKey(first: number, second: number): number {
  return first * BYTE + second;
}

/** The two terms of a key. */
export function splitPair(key: number): readonly [first: number, second: number] {
  return [Math.floor(key / BYTE), key % BYTE];
}

/** Sorts what the text says by its terms. The text is read once in its order: another one would cost a cache miss a word. */
export function gatherEntries(words: BookWords): TermEntries {
  const { sums, frequent } = countTerms(words);
  const isFrequent = new Uint8Array(words.terms.length);
  frequent.forEach((term, at) => {
    isFrequent[term] = at + 1;
  });
  const entryStarts = startsOf(sums.entries, () => false);
  const placeStarts = startsOf(sums.places, (term) => isFrequent[term] !== 0);
  const [nextEntry, nextPlace] = [entryStarts.slice(), placeStarts.slice()];
  const entries = new Uint32Array(entryStarts.at(-1) ?? 0);
  const counts = new Uint16Array(entries.length);
  const places = new Uint32Array(placeStarts.at(-1) ?? 0);
  const weigh = createWeights(words);
  const pairs = createPairList();
  const beside = new Uint8Array(0x10002);
  const positions = new Uint16Array(0x8000);
  for (const { section, isTitle, numbers, words: unit } of words.units) {
    const { terms, sizes, places: bytes } = unit;
    const last = markFrequent(unit, numbers, isFrequent, positions, beside);
    if (last > 0) pairs.add(beside, last, section, isTitle);
    let from = 0;
    for (let index = 0; index < terms.length; index += 1) {
      const term = numbers[terms[index] ?? 0] ?? 0;
      const count = unit.counts[index] ?? 0;
      const weight = isTitle ? TITLE_WEIGHT : weigh(count, unit.words);
      const entry = nextEntry[term] ?? 0;
      entries[entry] = section * (TITLE_WEIGHT + 1) + weight;
      nextEntry[term] = entry + 1;
      const size = sizes[index] ?? 0;
      if (isFrequent[term] === 0) {
        const found = readPositions(bytes, from, from + size, positions);
        counts[entry] = found;
        let place = nextPlace[term] ?? 0;
        for (let at = 0; at < found; at += 1, place += 1) {
          const position = positions[at] ?? 0;
          places[place] = position * 0x10000 + (beside[position] ?? 0) * BYTE + (beside[position + 2] ?? 0);
        }
        nextPlace[term] = place;
      }
      from += size;
    }
    if (last > 0) beside.fill(0, 0, last + 2);
  }
  return { entryStarts, placeStarts, entries, counts, places, frequent, pairs: pairs.all };
}

/** How many entries and places each term has, and which are frequent. */
function countTerms({ terms, units }: BookWords) {
  const sums = { entries: new Uint32Array(terms.length), places: new Uint32Array(terms.length) };
  for (const { numbers, words } of units) {
    for (let index = 0; index < words.terms.length; index += 1) {
      const term = numbers[words.terms[index] ?? 0] ?? 0;
      sums.entries[term] = (sums.entries[term] ?? 0) + 1;
      sums.places[term] = (sums.places[term] ?? 0) + ((words.counts[index] ?? 0) >> 1);
    }
  }
  // Rounded, so that an edit of one chapter leaves the numbers of all frequent words as they are.
  const rounded = Array.from(sums.places, roundCoarsely);
  const frequent: number[] = [];
  rounded.forEach((places, term) => {
    if (places > MOST_PLACES) frequent.push(term);
  });
  frequent.sort((a, b) => (rounded[b] ?? 0) - (rounded[a] ?? 0) || a - b);
  return { sums, frequent: frequent.slice(0, MOST_FREQUENT) };
}

function startsOf(sums: Uint32Array, isLeftOut: (term: number) => boolean): Uint32Array {
  const starts = new Uint32Array(sums.length + 1);
  sums.forEach((sum, term) => {
    starts[term + 1] = (starts[term] ?? 0) + (isLeftOut(term) ? 0 : sum);
  });
  return starts;
}

/** Writes the frequent words of a unit at their positions plus one; returns the last of those, 0 for none. */
function markFrequent(
  { terms, sizes, places }: BookWords['units'][number]['words'],
  numbers: Uint32Array,
  isFrequent: Uint8Array,
  positions: Uint16Array,
  beside: Uint8Array,
): number {
  let [from, last] = [0, 0];
  for (let index = 0; index < terms.length; index += 1) {
    const size = sizes[index] ?? 0;
    const number = isFrequent[numbers[terms[index] ?? 0] ?? 0] ?? 0;
    if (number > 0) {
      const found = readPositions(places, from, from + size, positions);
      for (let at = 0; at < found; at += 1) beside[(positions[at] ?? 0) + 1] = number;
      last = Math.max(last, (positions[found - 1] ?? 0) + 1);
    }
    from += size;
  }
  return last;
}

/** The most that is counted of a pair in a section: the weight of a title says that an entry for the text may follow. */
const MOST_OFTEN = TITLE_WEIGHT - 1;

/** Lists where two frequent words follow each other: of each section once, with how often. */
function createPairList() {
  const all = new Map<number, number[]>();
  const note = (key: number, section: number, isTitle: boolean): void => {
    const list = all.get(key) ?? [];
    if (list.length === 0) all.set(key, list);
    const before = list.at(-1) ?? -1;
    if (before >> 4 !== section) list.push(section * (TITLE_WEIGHT + 1) + (isTitle ? MOST_OFTEN : 0));
    else if ((before & TITLE_WEIGHT) < MOST_OFTEN) list[list.length - 1] = before + 1;
  };
  const add = (beside: Uint8Array, last: number, section: number, isTitle: boolean): void => {
    for (let at = 1; at < last; at += 1) {
      const [first, second] = [beside[at] ?? 0, beside[at + 1] ?? 0];
      if (first > 0 && second > 0) note(pairKey(first, second), section, isTitle);
    }
  };
  return { all, add };
}
