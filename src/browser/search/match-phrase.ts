import { smallest } from '../../lists/largest.js';
import type { Match, Matching } from './match.js';
import { type PlaceList, type Places, raiseWeights, readPlaces, type Weights } from './postings.js';
import type { TermEntry } from './read-terms.js';
import type { ResolvedGroup } from './resolve-query.js';

/** How much a phrase says of a section that has it once, what each further time adds, and what the heading and the title do. */
const ONCE = 9;
const AGAIN = 2;
const MOST = 12;
const IN_HEADING = 3;
const IN_TITLE = 16;

/** A word of a phrase, as far as it is known where it stands. */
interface PhraseWord {
  readonly entry: TermEntry;
  /** Its number, if it is a frequent word; else 0. */
  readonly frequent: number;
  /** Where it stands; null for a frequent word, and for one whose record was not chosen. */
  readonly places: Places | null;
}

/**
 * Finds terms that follow each other; null where one of them is not in the book. Words are held against each other by their
 * places, a frequent word by what its neighbours say stands beside them. Of frequent words among themselves it is known
 * which follow each other in a section.
 */
export async function matchPhrase(
  { words, near }: ResolvedGroup,
  matching: Matching,
): Promise<Omit<Match, 'rarity' | 'frequent'> | null> {
  const entries = words.flatMap(({ variants }) => variants[0]?.entry ?? []);
  if (entries.length < words.length) return null;
  const isRead = (entry: TermEntry | undefined) =>
    entry !== undefined && !entry.isBare && matching.chosen.has(entry);
  const rarest = [...new Set(entries.filter(isRead))].sort((a, b) => a.sections - b.sections);
  const untold = entries.map(
    ({ isBare }, at) => isBare && !isRead(entries[at - 1]) && !isRead(entries[at + 1]),
  );
  const pairs = await findPairs(entries, untold, matching);
  if (pairs.includes(null)) return null;
  const records = await Promise.all(
    [...rarest, ...pairs].flatMap((entry) => (entry === null ? [] : [matching.readRecord(entry)])),
  );
  const found = records.map((record) => raiseWeights(new Float64Array(matching.sections), record, 1));
  const hasAll = (section: number) =>
    found.length > 0 && found.every((weights) => (weights[section] ?? 0) > 0);
  const phrase = entries.map((entry): PhraseWord => {
    const record = records[rarest.indexOf(entry)];
    const places = record === undefined ? null : readPlaces(record, hasAll);
    return { entry, frequent: entry.isBare ? matching.frequentNumber(entry.term) : 0, places };
  });
  const weights: Weights = new Float64Array(matching.sections);
  for (let section = 0; section < weights.length; section += 1) {
    if (!hasAll(section)) continue;
    if (near === null) weights[section] = weighStarts(findStarts(phrase, section));
    else if (measureSpan(phrase, section) <= near + entries.length - 1) weights[section] = ONCE;
  }
  // A pair alone is as good as its places.
  const isPair = entries.length === 2 && pairs.length === 1;
  const isUnchecked =
    !isPair && phrase.some(({ places, frequent }, at) => places === null && (frequent === 0 || untold[at]));
  const anchor = rarest.length === 0 ? null : (records[0] ?? null);
  return { weights, anchor, isComplete: found.length > 0, isUnchecked };
}

/** The pairs of frequent words of which one at least has no neighbour that tells of it. */
function findPairs(
  entries: readonly TermEntry[],
  untold: readonly boolean[],
  { findPair }: Matching,
): Promise<readonly (TermEntry | null)[]> {
  return Promise.all(
    entries.flatMap(({ term, isBare }, at) => {
      const next = entries[at + 1];
      const isAsked = isBare && next?.isBare === true && (untold[at] === true || untold[at + 1] === true);
      return isAsked ? [findPair(term, next.term)] : [];
    }),
  );
}

/** Where the terms follow each other in a section; null where nothing but that they are there is known. */
function findStarts(phrase: readonly PhraseWord[], section: number): readonly number[] | null {
  let starts: readonly number[] | null = null;
  phrase.forEach((word, offset) => {
    const list = word.places?.get(section);
    if (list === undefined) return;
    const here = listStarts(list, phrase, offset);
    const before: ReadonlySet<number> | null = starts === null ? null : new Set(starts);
    starts = before === null ? here : here.filter((start) => before.has(start));
  });
  return starts;
}

/** The heading of a section comes first in it, and words of the title stand before all text. */
function weighStarts(starts: readonly number[] | null): number {
  if (starts?.length === 0) return 0;
  if (starts?.some((start) => start < 0)) return IN_TITLE;
  return Math.min(MOST, ONCE + AGAIN * (starts?.length ?? 1)) + 1 + (starts?.includes(0) ? IN_HEADING : 0);
}

/** The fewest positions from the first to the last of the words, in any order; of frequent words there are none. */
function measureSpan(phrase: readonly PhraseWord[], section: number): number {
  const marked = phrase
    .flatMap(({ places }, word) =>
      (places?.get(section)?.positions ?? []).map((position) => ({ position, word })),
    )
    .sort((a, b) => a.position - b.position);
  const [lasts, known] = [new Map<number, number>(), phrase.filter(({ places }) => places !== null).length];
  let least = known === 0 ? 0 : Number.POSITIVE_INFINITY;
  for (const { position, word } of marked) {
    lasts.set(word, position);
    if (lasts.size === known) least = Math.min(least, position - smallest(lasts.values()));
  }
  return least;
}

/** Where the phrase would start by the places of one of its words, beside which the right words stand. */
function listStarts(
  { positions, before, after }: PlaceList,
  phrase: readonly PhraseWord[],
  offset: number,
): readonly number[] {
  const isBeside = (number: number | undefined, word: PhraseWord | undefined) =>
    word === undefined || number === word.frequent;
  return positions.flatMap((position, at) =>
    isBeside(before[at], phrase[offset - 1]) && isBeside(after[at], phrase[offset + 1])
      ? [position - offset]
      : [],
  );
}
