import { smallest } from '../../lists/largest.js';
import type { FoundWord } from './find-terms.js';
import { type Places, raiseWeights, readPlaces, type TermRecord, type Weights } from './postings.js';
import type { TermEntry } from './read-terms.js';
import type { ResolvedGroup } from './resolve-query.js';

/** Where a group of the query was found. */
export interface Match {
  /** By section, how much it says of it; 0 everywhere for a group that no record was chosen for. */
  readonly weights: Weights;
  /** How rare it is: the logarithm of BM25. */
  readonly rarity: number;
  /** The terms, or sequences of them, that are to be marked. */
  readonly marks: readonly (readonly string[])[];
  /** The record by which its places are known; null for none. */
  readonly anchor: TermRecord | null;
  /** Whether sections without a weight do not hold it; false where a record that was left out may hold more. */
  readonly isComplete: boolean;
  /** Whether words of a phrase could not be held against each other, since their places are not known. */
  readonly isUnchecked: boolean;
}

/** What groups are matched with. */
export interface Matching {
  /** The terms whose records are read. */
  readonly chosen: ReadonlySet<TermEntry>;
  readonly readRecord: (entry: TermEntry) => Promise<TermRecord>;
  /** Number of sections of the book. */
  readonly sections: number;
}

/** Finds a group; a group that is tied together is found as one word as well. */
export async function matchGroup(group: ResolvedGroup, matching: Matching): Promise<Match> {
  const [first, ...others] = group.words;
  if (first === undefined) return findNothing(matching);
  if (others.length === 0) return matchWord(first, matching);
  const phrase = await matchPhrase(group, matching);
  return group.wholeWord === null ? phrase : join(phrase, await matchWord(group.wholeWord, matching));
}

function findNothing(matching: Matching): Match {
  const nothing = { weights: noWeights(matching), rarity: 0, marks: [], anchor: null };
  return { ...nothing, isComplete: true, isUnchecked: false };
}

function noWeights({ sections }: Matching): Weights {
  return new Float64Array(sections);
}

function rarityOf(found: number, { sections }: Matching): number {
  return Math.log(1 + (sections - found + 0.5) / (found + 0.5));
}

async function matchWord({ variants }: FoundWord, matching: Matching): Promise<Match> {
  const read = variants.filter(({ entry }) => matching.chosen.has(entry));
  const records = await Promise.all(read.map(({ entry }) => matching.readRecord(entry)));
  const weights = noWeights(matching);
  records.forEach((record, index) => {
    raiseWeights(weights, record, read[index]?.worth ?? 0);
  });
  const [best] = read;
  const rarity = rarityOf(best?.worth === 1 ? best.entry.sections : countFound(weights), matching);
  // The word itself decides, where the book has it; of several forms that stand for it, none may be missing.
  const isComplete = variants[0]?.worth === 1 ? best === variants[0] : read.length === variants.length;
  const marks = variants.map(({ entry }) => [entry.term]);
  return { weights, rarity, marks, anchor: records[0] ?? null, isComplete, isUnchecked: false };
}

function countFound(weights: Weights): number {
  return weights.reduce((found, weight) => (weight > 0 ? found + 1 : found), 0);
}

/** How much a phrase says of a section that has it once, and what each further time adds. */
const ONCE = 9;
const AGAIN = 2;
const MOST = 15;

/** Finds terms that follow each other, by those of them whose records are read and have places. */
async function matchPhrase({ terms, words }: ResolvedGroup, matching: Matching): Promise<Match> {
  const entries = words.flatMap(({ variants }) => variants[0]?.entry ?? []);
  if (entries.length < words.length) return findNothing(matching);
  const read = new Set(entries.filter((entry) => matching.chosen.has(entry)));
  const rarest = [...read].sort((a, b) => a.sections - b.sections);
  const records = await Promise.all(rarest.map(matching.readRecord));
  const found = records.map((record) => raiseWeights(noWeights(matching), record, 1));
  const hasAll = (section: number) =>
    found.length > 0 && found.every((weights) => (weights[section] ?? 0) > 0);
  const places = entries.map((entry) => {
    const record = records[rarest.indexOf(entry)];
    return record === undefined ? null : readPlaces(record, hasAll);
  });
  const weights = (found[0] ?? noWeights(matching)).map((_, section) => {
    const times = hasAll(section) ? countPhrase(places, section) : 0;
    return times > 0 ? Math.min(MOST, ONCE + AGAIN * times) + 1 : 0;
  });
  const rarity = rarityOf(countFound(weights), matching);
  const isUnchecked = places.includes(null);
  return {
    weights,
    rarity,
    marks: [terms],
    anchor: records[0] ?? null,
    isComplete: read.size > 0,
    isUnchecked,
  };
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
  const rarities = [first, second]
    .filter(({ weights }) => countFound(weights) > 0)
    .map(({ rarity }) => rarity);
  return {
    weights: first.weights.map((weight, section) => Math.max(weight, second.weights[section] ?? 0)),
    rarity: rarities.length === 0 ? 0 : smallest(rarities),
    marks: [...first.marks, ...second.marks],
    anchor: first.anchor ?? second.anchor,
    isComplete: first.isComplete && second.isComplete,
    isUnchecked: false,
  };
}
