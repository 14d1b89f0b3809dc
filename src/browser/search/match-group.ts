import type { Dictionary, TermEntry } from './dictionary.js';
import { findTerms, type Stem } from './find-terms.js';
import type { QueryGroup } from './parse-query.js';
import type { Places, Postings } from './postings.js';

/** Where a group of the query was found. */
export interface Match {
  /** By section, how much it says of it. */
  readonly weights: ReadonlyMap<number, number>;
  /** How rare it is: the logarithm of BM25. */
  readonly rarity: number;
  /** The terms, or sequences of them, that are to be marked. */
  readonly marks: readonly (readonly string[])[];
  /** The term by which its places are known; null for none. */
  readonly anchor: TermEntry | null;
}

/** What a group is looked up in. */
export interface Lookup {
  readonly dictionary: Dictionary;
  readonly postings: Postings;
  readonly stem: Stem;
  /** Number of sections of the book. */
  readonly sections: number;
}

/** Postings that are read for one word, in characters: beyond them only its most frequent variants count. */
const MOST_POSTINGS = 96 * 1024;

/** Finds a group; a group that is tied together is found as one word as well. */
export async function matchGroup(group: QueryGroup, lookup: Lookup): Promise<Match> {
  const [first = '', ...others] = group.terms;
  if (others.length === 0) return matchWord({ ...group, term: first }, lookup);
  const phrase = await matchPhrase(group, lookup);
  if (group.whole === '') return phrase;
  const whole = await matchWord({ term: group.whole, isExact: false, isOpen: group.isOpen }, lookup);
  return join(phrase, whole);
}

function rarityOf(found: number, { sections }: Lookup): number {
  return Math.log(1 + (sections - found + 0.5) / (found + 0.5));
}

async function matchWord(
  word: { readonly term: string; readonly isExact: boolean; readonly isOpen: boolean },
  lookup: Lookup,
): Promise<Match> {
  const variants = await findTerms(word, lookup.dictionary, lookup.stem);
  let budget = MOST_POSTINGS;
  const read = variants.filter(({ entry }, index) => {
    budget -= entry.postings[1] - entry.postings[0];
    return index === 0 || budget > 0;
  });
  const found = await Promise.all(read.map(({ entry }) => lookup.postings.weights(entry)));
  const weights = new Map<number, number>();
  found.forEach((sections, index) => {
    const worth = read[index]?.worth ?? 0;
    for (const [section, weight] of sections) {
      weights.set(section, Math.max(weights.get(section) ?? 0, (weight + 1) * worth));
    }
  });
  const [best] = read;
  const rarity = rarityOf(best?.worth === 1 ? best.entry.sections : weights.size, lookup);
  return { weights, rarity, marks: read.map(({ entry }) => [entry.term]), anchor: best?.entry ?? null };
}

const nothing: Match = { weights: new Map(), rarity: 0, marks: [], anchor: null };
/** How much a phrase says of a section that has it once, and what each further time adds. */
const ONCE = 9;
const AGAIN = 2;
const MOST = 15;

/** Characters of places that are read for a phrase, those of its rarest words first, and always those of two. */
const MOST_PLACES = 40 * 1024;

/** Finds terms that follow each other. Of terms without places, or with too many, only the section counts. */
async function matchPhrase({ terms }: QueryGroup, lookup: Lookup): Promise<Match> {
  const { dictionary, postings } = lookup;
  const entries = await Promise.all(terms.map((term) => findEntry(term, dictionary)));
  const known = entries.filter((entry) => entry !== null);
  if (known.length < entries.length) return nothing;
  const rarest = [...known].sort((a, b) => a.sections - b.sections);
  let candidates: ReadonlySet<number> | null = null;
  const placed = choosePlaced(rarest);
  for (const entry of new Set(rarest)) {
    if (candidates?.size === 0) return nothing;
    // A word of most sections tells them apart by its places only.
    if (!placed.has(entry) && entry.sections > lookup.sections / 2) continue;
    const weights = await postings.weights(entry);
    candidates =
      candidates === null ? new Set(weights.keys()) : keep(candidates, (section) => weights.has(section));
  }
  const sections = candidates ?? new Set<number>();
  const places = await Promise.all(
    known.map((entry) => (placed.has(entry) ? postings.places(entry, sections) : null)),
  );
  const weights = new Map<number, number>();
  for (const section of sections) {
    const times = countPhrase(places, section);
    if (times > 0) weights.set(section, Math.min(MOST, ONCE + AGAIN * times) + 1);
  }
  return { weights, rarity: rarityOf(weights.size, lookup), marks: [terms], anchor: rarest[0] ?? null };
}

function choosePlaced(rarest: readonly TermEntry[]): ReadonlySet<TermEntry> {
  let size = 0;
  return new Set(
    rarest.filter(({ places: [from, to] }, rank) => {
      size += to - from;
      return rank < 2 || size <= MOST_PLACES;
    }),
  );
}

async function findEntry(term: string, dictionary: Dictionary): Promise<TermEntry | null> {
  const entries = await dictionary.read(dictionary.pieceOf(term));
  return entries.find((entry) => entry.term === term) ?? null;
}

function keep(sections: ReadonlySet<number>, isKept: (section: number) => boolean): ReadonlySet<number> {
  return new Set([...sections].filter(isKept));
}

/** How often the terms follow each other in a section. */
function countPhrase(places: readonly (Places | null)[], section: number): number {
  let starts: readonly number[] | null = null;
  places.forEach((byTerm, offset) => {
    if (byTerm === null) return;
    const positions = new Set(byTerm.get(section)?.map((position) => position - offset) ?? []);
    starts = starts === null ? [...positions] : starts.filter((start) => positions.has(start));
  });
  return starts === null ? 1 : (starts as readonly number[]).length;
}

function join(first: Match, second: Match): Match {
  const weights = new Map(first.weights);
  for (const [section, weight] of second.weights)
    weights.set(section, Math.max(weight, weights.get(section) ?? 0));
  const rarity = Math.min(
    ...[first, second].filter((match) => match.weights.size > 0).map((match) => match.rarity),
  );
  return {
    weights,
    rarity: Number.isFinite(rarity) ? rarity : 0,
    marks: [...first.marks, ...second.marks],
    anchor: first.anchor ?? second.anchor,
  };
}
