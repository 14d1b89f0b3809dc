/** The next number of a stream: at least 0, less than 1. */
export type Random = () => number;

/** Mulberry32: a stream of numbers that is the same on every machine for the same integer seed. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number: at least `low`, less than `high`. */
export function drawInteger(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low));
}

/** One of the items. Throws for an empty list, which is a fault of the caller. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[drawInteger(random, 0, items.length)];
  if (item === undefined) throw new Error('pick: nothing to pick from');
  return item;
}

/** The items in another order (Fisher and Yates); the list given stays as it is. */
export function shuffle<Item>(random: Random, items: readonly Item[]): readonly Item[] {
  const left = [...items];
  const shuffled: Item[] = [];
  while (left.length > 0) shuffled.push(...left.splice(drawInteger(random, 0, left.length), 1));
  return shuffled;
}
