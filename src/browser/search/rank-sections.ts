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
  const tallies = new Map<number, Tally>();
  let most = 0;
  for (const { weights, rarity } of matches) {
    for (const [section, weight] of weights) {
      if (!isWanted(section)) continue;
      const tally = tallies.get(section) ?? { section, score: 0, groups: 0 };
      if (tally.groups === 0) tallies.set(section, tally);
      tally.groups += 1;
      tally.score += weight * rarity;
      most = Math.max(most, tally.groups);
    }
  }
  const ranked = sort([...tallies.values()].filter(({ groups }) => groups === most));
  const near = await measureDistances(matches, ranked.slice(0, LOOKED_AT));
  return near === null
    ? ranked
    : sort(ranked.map((each) => ({ ...each, score: each.score * near(each.section) })));
}

/** A section under way: how many groups it holds. A common word has thousands, so there is one object for each. */
interface Tally {
  readonly section: number;
  score: number;
  groups: number;
}

function sort(sections: RankedSection[]): readonly RankedSection[] {
  return sections.sort((a, b) => b.score - a.score || a.section - b.section);
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
