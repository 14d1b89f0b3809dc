/** Numbers for words, found from their UTF-16 units: no string is made for a word that is known. */
export interface WordTable {
  /** The number of the word at `start` to `end`, or -1. */
  readonly find: (units: Uint16Array, start: number, end: number) => number;
  /** Enters a word that is not there, with a number from 0. */
  readonly enter: (units: Uint16Array, start: number, end: number, number: number) => void;
}

/** Of the slots, at most this share is taken. */
const fullest = 0.5;

/** A hash table with open addressing, its words one behind the other in one array. */
export function createWordTable(): WordTable {
  /** For each slot the number of its entry, from 1; 0 is free. */
  let slots = new Int32Array(1 << 12);
  let entries = 0;
  let pool = new Uint16Array(1 << 14);
  let poolEnd = 0;
  // Of each entry: where its word starts in the pool, its hash, its number.
  const [starts, hashes, numbers]: [number[], number[], number[]] = [[0], [0], [0]];

  const isWord = (entry: number, units: Uint16Array, start: number, end: number): boolean => {
    let at = starts[entry] ?? 0;
    if ((starts[entry + 1] ?? poolEnd) - at !== end - start) return false;
    for (let index = start; index < end; index += 1, at += 1) if (pool[at] !== units[index]) return false;
    return true;
  };
  const place = (hash: number, entry: number): void => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = entry;
  };
  const grow = (): void => {
    slots = new Int32Array(slots.length * 2);
    for (let entry = 1; entry <= entries; entry += 1) place(hashes[entry] ?? 0, entry);
  };
  const keep = (units: Uint16Array, start: number, end: number): void => {
    if (poolEnd + end - start > pool.length) {
      const larger = new Uint16Array(Math.max(pool.length * 2, poolEnd + end - start));
      larger.set(pool);
      pool = larger;
    }
    pool.set(units.subarray(start, end), poolEnd);
    poolEnd += end - start;
  };

  return {
    find: (units, start, end) => {
      const hash = hashOf(units, start, end);
      for (let slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
        const entry = slots[slot] ?? 0;
        if (entry === 0) return -1;
        if (hashes[entry] === hash && isWord(entry, units, start, end)) return numbers[entry] ?? -1;
      }
    },
    enter: (units, start, end, number) => {
      if (entries >= slots.length * fullest) grow();
      entries += 1;
      const entry = entries;
      const hash = hashOf(units, start, end);
      starts[entry] = poolEnd;
      hashes[entry] = hash;
      numbers[entry] = number;
      keep(units, start, end);
      place(hash, entry);
    },
  };
}

/** FNV-1a over units, not negative. */
function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ (units[index] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) & 0x7fffffff;
}
