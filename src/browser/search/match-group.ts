import type { FoundWord } from './find-terms.js';
import { type Places, readPlaces, readWeights } from './postings.js';
import type { TermEntry } from './read-terms.js';
import type { ResolvedGroup } from './resolve-query.js';

/** Where a group of the query was found. */
export interface Match {
  /** By section, how much it says of it; none for a group that no record was chosen for. */
  readonly weights: ReadonlyMap<number, number>;
  /** How rare it is: the logarithm of BM25. */
  readonly rarity: number;
  /** The terms, or sequences of them, that are to be marked. */
  readonly marks: readonly (readonly string[])[];
  /** The term by which its places are known; null for none. */
  readonly anchor: TermEntry | null;
}

/** What groups are matched with. */
export interface Matching {
  /** The terms whose records are read. */
  readonly chosen: ReadonlySet<TermEntry>;
  /** Number of sections of the book. */
  readonly sections: number;
}

const nothing: Match = { weights: new Map(), rarity: 0, marks: [], anchor: null };

/** Finds a group; a group that is tied together is found as one word as well. */
export async function matchGroup(group: ResolvedGroup, matching: Matching): Promise<Match> {
  const [first, ...others] = group.words;
  if (first === undefined) return nothing;
  if (others.length === 0) return matchWord(first, matching);
  const phrase = await matchPhrase(group, matching);
  return group.wholeWord === null ? phrase : join(phrase, await matchWord(group.wholeWord, matching));
}

function rarityOf(found: number, { sections }: Matching): number {
  return Math.log(1 + (sections - found + 0.5) / (found + 0.5));
}

async function matchWord({ variants }: FoundWord, matching: Matching): Promise<Match> {
  const read = variants.filter(({ entry }) => matching.chosen.has(entry));
  const found = await Promise.all(read.map(({ entry }) => readWeights(entry)));
  const weights = new Map<number, number>();
  found.forEach((sections, index) => {
    const worth = read[index]?.worth ?? 0;
    for (const [section, weight] of sections) {
      weights.set(section, Math.max(weights.get(section) ?? 0, (weight + 1) * worth));
    }
  });
  const [best] = read;
  const rarity = rarityOf(best?.worth === 1 ? best.entry.sections : weights.size, matching);
  return { weights, rarity, marks: variants.map(({ entry }) => [entry.term]), anchor: best?.entry ?? null };
}

/** How much a phrase says of a section that has it once, and what each further time adds. */
const ONCE = 9;
const AGAIN = 2;
const MOST = 15;

/** Finds terms that follow each other, by those of them whose records are read and have places. */
async function matchPhrase({ terms, words }: ResolvedGroup, matching: Matching): Promise<Match> {
  const entries = words.flatMap(({ variants }) => variants[0]?.entry ?? []);
  if (entries.length < words.length) return nothing;
  const read = [...new Set(entries.filter((entry) => matching.chosen.has(entry)))];
  const rarest = read.sort((a, b) => a.sections - b.sections);
  let candidates: ReadonlySet<number> | null = null;
  for (const entry of rarest) {
    const weights = await readWeights(entry);
    candidates =
      candidates === null ? new Set(weights.keys()) : keep(candidates, (section) => weights.has(section));
  }
  const sections = candidates ?? new Set<number>();
  const places = await Promise.all(
    entries.map((entry) => (matching.chosen.has(entry) ? readPlaces(entry, sections) : null)),
  );
  const weights = new Map<number, number>();
  for (const section of sections) {
    const times = countPhrase(places, section);
    if (times > 0) weights.set(section, Math.min(MOST, ONCE + AGAIN * times) + 1);
  }
  return { weights, rarity: rarityOf(weights.size, matching), marks: [terms], anchor: rarest[0] ?? null };
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
