import { type BitReader, readBits } from '../../words/bits.js';

/** Where a term stands in a section. */
export interface PlaceList {
  /** Rising. */
  readonly positions: readonly number[];
  /** For each, the numbers of the frequent words just before and after it, from 1; 0 where there is none. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** By section, where a term stands. */
export type Places = ReadonlyMap<number, PlaceList>;

/**
 * By the number of a section, how much something says of it; 0 where it does not stand. An array with room for every
 * section of the book: a common word stands in thousands, and a map of those takes longer to fill than to decode.
 */
export type Weights = Float64Array;

/** The weight of a page's title. */
const TITLE = 15;
/** Words of the title stand far before those of the text, so that no phrase is found across both. */
const TITLE_PLACE = -(2 ** 20);
/** Bits of a record's two widths, of a weight, and of the first frequent words. */
const WIDTH = 5;
const WEIGHT = 4;
const FREQUENT = 2;

/** The record of a term. */
export interface TermRecord {
  /** As `src/search/write-records.ts` writes it. */
  readonly bytes: Uint8Array;
  /** How many sections it tells of. */
  readonly sections: number;
  /** Whether it says only in which sections the term stands, not where in them. */
  readonly isBare: boolean;
  /** Whether its places name the frequent words beside them. */
  readonly hasNeighbours: boolean;
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
  const places = new Map<number, OpenList>();
  visitRecord(record, (section) => {
    if (!isWanted(section)) return null;
    const list = places.get(section) ?? { positions: [], before: [], after: [] };
    places.set(section, list);
    return list;
  });
  return places;
}

interface OpenList {
  readonly positions: number[];
  readonly before: number[];
  readonly after: number[];
}

/** Says what an entry is, and returns where its places go; null for nowhere. */
type Visit = (section: number, weight: number) => OpenList | null;

/**
 * Visits each entry of a record; two for a section that has the term in its page's title and in its text, the title's
 * first.
 */
function visitRecord({ bytes, sections, isBare, hasNeighbours }: TermRecord, visit: Visit): void {
  const reader = readBits(bytes);
  const width = reader.bits(WIDTH);
  const readEntryPlaces = isBare ? () => undefined : createPlaceReader(reader, hasNeighbours);
  let section = -1;
  const readEntry = (): number => {
    const weight = reader.bits(WEIGHT);
    readEntryPlaces(visit(section, weight), weight);
    return weight;
  };
  for (let read = 0; read < sections; read += 1) {
    section += reader.rice(width) + 1;
    if (readEntry() === TITLE && reader.bits(1) === 1) readEntry();
  }
}

function createPlaceReader(reader: BitReader, hasNeighbours: boolean) {
  const width = reader.bits(WIDTH);
  const readNeighbour = () => (reader.bits(1) === 0 ? 0 : reader.golomb(FREQUENT) + 1);
  return (list: OpenList | null, weight: number): void => {
    let position = weight === TITLE ? TITLE_PLACE : 0;
    for (let left = reader.golomb(0); left >= 0; left -= 1) {
      position += reader.rice(width);
      const before = hasNeighbours ? readNeighbour() : 0;
      const after = hasNeighbours ? readNeighbour() : 0;
      if (list === null) continue;
      list.positions.push(position);
      list.before.push(before);
      list.after.push(after);
    }
  };
}
