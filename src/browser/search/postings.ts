import { readNumbers } from '../../text/number-text.js';
import { remember, type TermEntry } from './dictionary.js';
import type { IndexRoot, LoadFile } from './index-root.js';

/** Where a term stands. */
export interface Postings {
  /** By section, how much the term says of it: 0 to 15, the highest for the title of a page. */
  readonly weights: (entry: TermEntry) => Promise<ReadonlyMap<number, number>>;
  /** By section, rising positions of the term, in those sections only that are asked for. Null for a term without places. */
  readonly places: (entry: TermEntry, sections: ReadonlySet<number>) => Promise<Places | null>;
}

export type Places = ReadonlyMap<number, readonly number[]>;

/** Steps between weights. */
const WEIGHTS = 16;
const TITLE = WEIGHTS - 1;
/** Words of the title stand far before those of the text, so that no phrase is found across both. */
const TITLE_PLACE = -(2 ** 20);

export function openPostings({ piece }: IndexRoot, load: LoadFile): Postings {
  const stream = (kind: string) => {
    const read = remember((number) => load(`${kind}${number}`));
    return async ([from, to]: readonly [number, number]): Promise<string> => {
      const first = Math.floor(from / piece);
      const count = from === to ? 0 : Math.floor((to - 1) / piece) - first + 1;
      const pieces = await Promise.all(Array.from({ length: count }, (_, index) => read(first + index)));
      return pieces.join('').slice(from - first * piece, to - first * piece);
    };
  };
  const [readPostings, readPlaces] = [stream('p'), stream('w')];
  return {
    weights: async ({ postings }) => {
      const weights = new Map<number, number>();
      for (const [section, weight] of readWeights(await readPostings(postings))) {
        weights.set(section, Math.max(weight, weights.get(section) ?? 0));
      }
      return weights;
    },
    places: async ({ postings, places }, sections) => {
      if (places[0] === places[1]) return null;
      const [where, what] = await Promise.all([readPostings(postings), readPlaces(places)]);
      return readPositions(readWeights(where), what, sections);
    },
  };
}

/** Two entries for a section that has the term in its page's title and in its text, the title's first. */
function* readWeights(text: string): Iterable<readonly [section: number, weight: number]> {
  const reader = readNumbers(text);
  let section = -1;
  while (reader.at < text.length) {
    const value = reader.next();
    section += Math.floor(value / WEIGHTS);
    yield [section, value % WEIGHTS];
  }
}

function readPositions(
  entries: Iterable<readonly [number, number]>,
  text: string,
  sections: ReadonlySet<number>,
): Places {
  const found = new Map<number, number[]>();
  const reader = readNumbers(text);
  for (const [section, weight] of entries) {
    const list = found.get(section) ?? [];
    if (sections.has(section)) found.set(section, list);
    let position = weight === TITLE ? TITLE_PLACE : 0;
    let hasMore = true;
    while (hasMore) {
      const value = reader.next();
      position += value >> 1;
      list.push(position);
      hasMore = value % 2 === 1;
    }
  }
  return found;
}
