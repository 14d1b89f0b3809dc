import type { Match } from './match-group.js';
import { readPlaces } from './postings.js';

/** Sections whose words are looked at for their distance: those that rank first without it. */
const LOOKED_AT = 500;

/**
 * Ranks the sections that hold all groups or, when none does, those that hold most of them; returns their numbers. A group
 * of which a record was left out adds to the rank of sections, and keeps none from being found. Sections
 * in which the words stand close to each other, in the order of the query, come before others.
 */
export function rankSections(matches: readonly Match[], isWanted: (section: number) => boolean): number[] {
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
  const byScore = (a: number, b: number) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b;
  const ranked = sections.sort(byScore);
  const first = ranked.slice(0, LOOKED_AT);
  const near = measureDistances(matches, first);
  if (near === null) return ranked;
  for (const section of first) scores[section] = (scores[section] ?? 0) * near(section);
  return [...first.sort(byScore), ...ranked.slice(LOOKED_AT)];
}

/** By section a factor from 1, far apart, to 2, side by side; null where there is nothing to measure. */
function measureDistances(
  matches: readonly Match[],
  sections: readonly number[],
): ((section: number) => number) | null {
  const anchors = matches.flatMap(({ anchor }) => anchor ?? []);
  if (anchors.length < 2 || sections.length < 2) return null;
  const measured = new Set(sections);
  const places = anchors.map((anchor) => readPlaces(anchor, (section) => measured.has(section)));
  return (section) => {
    let sum = 0;
    for (let pair = 1; pair < places.length; pair += 1) {
      sum += 1 / distance(places[pair - 1]?.get(section), places[pair]?.get(section));
    }
    return 1 + sum / (places.length - 1);
  };
}

/** Positions between two words, 1 for neighbours; one more where they stand the other way round. */
function distance(first: readonly number[] | undefined, second: readonly number[] | undefined): number {
  let least = Number.POSITIVE_INFINITY;
  if (first === undefined || second === undefined) return least;
  let next = 0;
  for (const position of first) {
    while (next < second.length && (second[next] ?? 0) < position) next += 1;
    const after = (second[next] ?? Number.POSITIVE_INFINITY) - position;
    const before = position - (second[next - 1] ?? Number.NEGATIVE_INFINITY) + 1;
    least = Math.min(least, after === 0 ? 1 : after, before);
  }
  return least;
}
