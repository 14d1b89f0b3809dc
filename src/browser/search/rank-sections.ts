import type { Match } from './match-group.js';
import { readPlaces } from './postings.js';

/** A section that was found. */
export interface RankedSection {
  readonly section: number;
  readonly score: number;
}

/** Sections whose words are looked at for their distance: those that rank first without it. */
const LOOKED_AT = 500;

/**
 * Ranks the sections that hold all groups or, when none does, those that hold most of them. Sections in which the words
 * stand close to each other, in the order of the query, come before others.
 */
export async function rankSections(
  matches: readonly Match[],
  isWanted: (section: number) => boolean,
): Promise<readonly RankedSection[]> {
  const counts = new Map<number, number>();
  const scores = new Map<number, number>();
  for (const { weights, rarity } of matches) {
    for (const [section, weight] of weights) {
      if (!isWanted(section)) continue;
      counts.set(section, (counts.get(section) ?? 0) + 1);
      scores.set(section, (scores.get(section) ?? 0) + weight * rarity);
    }
  }
  let most = 0;
  for (const count of counts.values()) most = Math.max(most, count);
  const full = [...scores].filter(([section]) => counts.get(section) === most);
  const ranked = sort(full.map(([section, score]) => ({ section, score })));
  const near = await measureDistances(matches, ranked.slice(0, LOOKED_AT));
  return near === null
    ? ranked
    : sort(ranked.map((each) => ({ ...each, score: each.score * near(each.section) })));
}

function sort(sections: readonly RankedSection[]): readonly RankedSection[] {
  return [...sections].sort((a, b) => b.score - a.score || a.section - b.section);
}

/** By section a factor from 1, far apart, to 2, side by side; null where there is nothing to measure. */
async function measureDistances(
  matches: readonly Match[],
  ranked: readonly RankedSection[],
): Promise<((section: number) => number) | null> {
  const anchors = matches.flatMap(({ anchor }) => anchor ?? []);
  if (anchors.length < 2 || ranked.length < 2) return null;
  const sections = new Set(ranked.map(({ section }) => section));
  const places = await Promise.all(anchors.map((anchor) => readPlaces(anchor, sections)));
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
