/** A place among the pages of a section, and what must change to make room there. */
export interface WeightPlan {
  /** The weight of the page that comes in. */
  readonly weight: number;
  /** New weights of others, by their index in the list that was given. */
  readonly changes: ReadonlyMap<number, number>;
}

const usualStep = 10;

/** The step between weights that a section uses: the middle one of all; 10 where there is none yet. */
export function findStep(weights: readonly number[]): number {
  const used = weights.filter((weight) => weight !== 0);
  const steps = used.slice(1).map((weight, index) => weight - (used[index] ?? 0));
  const rising = steps.filter((step) => step > 0).sort((a, b) => a - b);
  const [only] = used;
  if (used.length === 1 && only !== undefined && only > 0 && only < usualStep) return only;
  return rising[Math.floor(rising.length / 2)] ?? usualStep;
}

/**
 * Finds a weight for a page that comes in before `weights[at]`, or last. Where the gap has no room, the shortest run of
 * neighbours around it that has some is spread evenly. 0 is no weight and sorts last (content rule 5): pages without
 * one that must stand before the new page get theirs now.
 *
 * @param weights Of the pages of the section, in their order.
 */
export function placeWeight(weights: readonly number[], at: number): WeightPlan {
  const step = findStep(weights);
  const firstUnset = weights.indexOf(0);
  const latestStart = firstUnset === -1 ? at : Math.min(at, firstUnset);
  for (let size = at - latestStart; size <= weights.length; size += 1) {
    for (let start = latestStart; start >= 0 && start + size >= at; start -= 1) {
      if (start + size > weights.length) continue;
      const spread = spreadWeights(weights, start, start + size, step);
      if (spread !== null) return toPlan(weights, spread, start, at);
    }
  }
  // All of them, from the first step on: there is always room for that.
  const all = weights.map((_, index) => index).concat(weights.length);
  return toPlan(
    weights,
    all.map((index) => (index + 1) * step),
    0,
    at,
  );
}

/** Weights for the pages from `start` to before `end` and one more, between those around them; null without room. */
function spreadWeights(
  weights: readonly number[],
  start: number,
  end: number,
  step: number,
): readonly number[] | null {
  const count = end - start + 1;
  const next = weights[end] ?? 0;
  const before = weights[start - 1] ?? (next < 0 ? next - step * (count + 1) : 0);
  const positions = Array.from({ length: count }, (_, index) => index + 1);
  if (next === 0) return keepSet(positions.map((index) => before + step * index));
  if (next - before <= count) return null;
  return keepSet(positions.map((index) => before + Math.floor(((next - before) * index) / (count + 1))));
}

function keepSet(spread: readonly number[]): readonly number[] | null {
  return spread.includes(0) ? null : spread;
}

function toPlan(
  weights: readonly number[],
  spread: readonly number[],
  start: number,
  at: number,
): WeightPlan {
  const changes = new Map<number, number>();
  let weight = 0;
  spread.forEach((value, position) => {
    const index = start + position;
    if (index === at) weight = value;
    const other = index < at ? index : index - 1;
    if (index !== at && weights[other] !== value) changes.set(other, value);
  });
  return { weight, changes };
}
