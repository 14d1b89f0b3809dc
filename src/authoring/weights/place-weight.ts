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
 * Finds a weight for a page that comes in before `weights[at]`, or last, so that the fewest pages get another one: where
 * the gap has no room, the shortest run of neighbours around it that has some is spread evenly; a page that is moved
 * keeps its weight where that changes fewer. Pages without a weight sort last (content rule 5): those that must stand
 * before the new page get one. No weight goes below 1 in a section where none is below it.
 *
 * @param weights Of the pages of the section, in their order.
 * @param own The weight of a page that is moved; null for a new one.
 */
export function placeWeight(weights: readonly number[], at: number, own: number | null = null): WeightPlan {
  const step = findStep(weights);
  const around = spreadAround(weights, at, step);
  if (own === null || own === 0) return around;
  const kept = keepWeight(weights, at, own, step);
  return kept !== null && kept.changes.size <= around.changes.size ? kept : around;
}

/** The page in the shortest run around it that has room. */
function spreadAround(weights: readonly number[], at: number, step: number): WeightPlan {
  const latestStart = Math.min(at, countSet(weights));
  for (let size = at - latestStart; size <= weights.length; size += 1) {
    for (
      let start = Math.min(latestStart, weights.length - size);
      start >= 0 && start + size >= at;
      start -= 1
    ) {
      const end = start + size;
      const run = { start, end, low: lowest(weights, start), high: highest(weights, end) };
      const spread = spreadRun(run, size + 1, step);
      if (spread === null) continue;
      const changes = listChanges(weights, start, spread.toSpliced(at - start, 1));
      return { weight: spread[at - start] ?? 0, changes };
    }
  }
  throw new Error('A run up to the end of the list has room: nothing is above it.');
}

/** The page as it is, and the shortest runs before and behind it that get out of its way; null without room. */
function keepWeight(weights: readonly number[], at: number, own: number, step: number): WeightPlan | null {
  const before = range(at + 1)
    .map((size) => at - size)
    .filter((start) => start <= countSet(weights))
    .map((start) => ({ start, end: at, low: lowest(weights, start), high: own }));
  const behind = range(weights.length - at + 1)
    .map((size) => at + size)
    .map((end) => ({ start: at, end, low: own, high: highest(weights, end) }));
  const [below, above] = [before, behind].map((runs) => spreadFirst(weights, runs, step));
  return below && above ? { weight: own, changes: new Map([...below, ...above]) } : null;
}

/** A run of the list, up to but without `end`, and the weights that its own must stay between. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
}

/** New weights for the first of the runs that has room, by index. */
function spreadFirst(
  weights: readonly number[],
  runs: readonly Run[],
  step: number,
): ReadonlyMap<number, number> | null {
  for (const run of runs) {
    const spread = spreadRun(run, run.end - run.start, step);
    if (spread !== null) return listChanges(weights, run.start, spread);
  }
  return null;
}

/** Weights for a run. The first pages of a section keep their step where it fits below them: 323, 324 become 322, 323. */
function spreadRun({ start, low, high }: Run, count: number, step: number): readonly number[] | null {
  const first = high - step * count;
  const isStepped = start === 0 && low === 0 && first > 0 && high !== Infinity;
  return isStepped
    ? range(count).map((index) => first + step * index)
    : spreadWeights(low, high, count, step);
}

function listChanges(
  weights: readonly number[],
  start: number,
  values: readonly number[],
): ReadonlyMap<number, number> {
  const changes = values.map((value, index) => [start + index, value] as const);
  return new Map(changes.filter(([index, value]) => weights[index] !== value));
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** How many pages have a weight; they are the first ones. */
function countSet(weights: readonly number[]): number {
  const first = weights.indexOf(0);
  return first === -1 ? weights.length : first;
}

function lowest(weights: readonly number[], start: number): number {
  return weights[start - 1] ?? ((weights[0] ?? 0) < 0 ? -Infinity : 0);
}

function highest(weights: readonly number[], end: number): number {
  return weights[end] || Infinity;
}

/**
 * Whole numbers in rising order between two others, evenly spread and never 0, which is no weight (content rule 5).
 * Null where there is no room.
 *
 * @param low `-Infinity` where nothing is below.
 * @param high `Infinity` where nothing is above.
 * @param step From one to the next where a side is open.
 */
function spreadWeights(low: number, high: number, count: number, step: number): readonly number[] | null {
  const positions = Array.from({ length: count }, (_, index) => index + 1);
  if (high === Infinity) return positions.map((position) => Math.max(low, 0) + step * position);
  if (low === -Infinity)
    return positions.map((position) => Math.min(high, 0) - step * (count + 1 - position));
  const crossesZero = low < 0 && high > 0;
  const room = high - low - (crossesZero ? 2 : 1);
  if (room < count) return null;
  return positions.map((position) => {
    const weight = low + Math.floor(((room + 1) * position) / (count + 1));
    return crossesZero && weight >= 0 ? weight + 1 : weight;
  });
}
