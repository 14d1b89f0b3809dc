import type { Match } from './match.js';
import { type PlaceList, type Places, readPlaces, type Weights } from './postings.js';

/** Sections whose words are looked at for their distance: those that rank first without it. */
const LOOKED_AT = 2500;
/** How much more a section says whose words stand side by side than one in which they are far apart. */
const BESIDE = 3;

/** What is known of two groups that follow each other in the query. */
export interface Neighbours {
  /** The numbers of their words, where they are frequent; else 0. */
  readonly frequent: readonly [number, number];
  /** By section, where both are frequent and follow each other; null where that was not looked up. */
  readonly pair: Weights | null;
  /** By section, where both follow each other in the name of its work; null for nowhere. */
  readonly together: Weights | null;
}

/** Sections that answer a query, in no order, and by section what the query says of it. */
interface Holding {
  readonly sections: number[];
  readonly scores: Float64Array;
}

/**
 * Finds the sections that hold all groups or, when none does, those that hold most of them. A group of which a record was left
 * out adds to the score of sections, and keeps none from being found.
 */
export function findHolding(matches: readonly Match[], isWanted: (section: number) => boolean): Holding {
  const count = matches[0]?.weights.length ?? 0;
  const [scores, groups] = [new Float64Array(count), new Uint8Array(count)];
  let most = 1;
  const isAnyComplete = matches.some(({ isComplete }) => isComplete);
  for (const { weights, rarity, isComplete } of matches) {
    for (let section = 0; section < count; section += 1) {
      const weight = weights[section] ?? 0;
      if (weight === 0 || !isWanted(section)) continue;
      scores[section] = (scores[section] ?? 0) + weight * rarity;
      if (isAnyComplete && !isComplete) continue;
      groups[section] = (groups[section] ?? 0) + 1;
      most = Math.max(most, groups[section] ?? 0);
    }
  }
  const sections: number[] = [];
  groups.forEach((held, section) => {
    if (held === most) sections.push(section);
  });
  return { sections, scores };
}

/**
 * Ranks the sections that answer a query; returns their numbers. Those in which the words stand close to each other, in the
 * order of the query, come before others.
 */
export function rankSections(
  matches: readonly Match[],
  neighbours: readonly Neighbours[],
  isWanted: (section: number) => boolean,
): number[] {
  const { sections, scores } = findHolding(matches, isWanted);
  const byScore = (a: number, b: number) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b;
  const ranked = sections.sort(byScore);
  const first = ranked.slice(0, LOOKED_AT);
  const near = measureDistances(matches, neighbours, first);
  if (near === null) return ranked;
  for (const section of first) scores[section] = (scores[section] ?? 0) * near(section);
  return [...first.sort(byScore), ...ranked.slice(LOOKED_AT)];
}

/** By section a factor from 1, far apart, to `BESIDE`, side by side; null where there is nothing to measure. */
function measureDistances(
  matches: readonly Match[],
  neighbours: readonly Neighbours[],
  sections: readonly number[],
): ((section: number) => number) | null {
  if (neighbours.length === 0 || sections.length < 2) return null;
  const measured = new Set(sections);
  const places = matches.map(({ anchor }) =>
    anchor === null ? null : readPlaces(anchor, (section) => measured.has(section)),
  );
  return (section) => {
    let sum = 0;
    neighbours.forEach((pair, at) => {
      sum += 1 / distanceOf(pair, places[at] ?? null, places[at + 1] ?? null, section);
    });
    return 1 + ((BESIDE - 1) * sum) / neighbours.length;
  };
}

/** The least of what is known: by places, by what stands beside them, and by the names of works. */
function distanceOf(
  { frequent, pair, together }: Neighbours,
  first: Places | null,
  second: Places | null,
  section: number,
): number {
  const [before, after] = [first?.get(section), second?.get(section)];
  if ((pair?.[section] ?? 0) > 0 || (together?.[section] ?? 0) > 0) return 1;
  if (before !== undefined && after !== undefined) return distance(before.positions, after.positions);
  if (after !== undefined && frequent[0] > 0) return distanceBeside(after, 'before', 'after', frequent[0]);
  if (before !== undefined && frequent[1] > 0) return distanceBeside(before, 'after', 'before', frequent[1]);
  return Number.POSITIVE_INFINITY;
}

/** Of a frequent word it is known only where it stands beside the other. */
function distanceBeside(
  list: PlaceList,
  right: 'before' | 'after',
  wrong: 'before' | 'after',
  frequent: number,
): number {
  if (list[right].includes(frequent)) return 1;
  return list[wrong].includes(frequent) ? 2 : Number.POSITIVE_INFINITY;
}

/** Positions between two words, 1 for neighbours; one more where they stand the other way round. */
function distance(first: readonly number[], second: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  let next = 0;
  for (const position of first) {
    while (next < second.length && (second[next] ?? 0) < position) next += 1;
    const after = (second[next] ?? Number.POSITIVE_INFINITY) - position;
    const before = position - (second[next - 1] ?? Number.NEGATIVE_INFINITY) + 1;
    least = Math.min(least, after === 0 ? 1 : after, before);
  }
  return least;
}
