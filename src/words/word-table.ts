/** Numbers for words, found from their UTF-16 units: no string is made for a word that is known. */
export interface WordTable {
  /** The number of the word at `start` to `end`, or -1; `hash` is that of its units. */
  readonly find: (units: Uint16Array, start: number, end: number, hash: number) => number;
  /** Enters a word that is not there, with a number from 0. */
  readonly enter: (units: Uint16Array, start: number, end: number, number: number) => void;
}

/** Of the slots, at most this share is taken. */
const fullest = 0.5;
/** Numbers of a slot: where the word starts in the pool, its length or 0 for none, its hash, its number. */
const width = 4;

/** A hash table with open addressing, its words one behind the other in one array. */
export function createWordTable(): WordTable {
  let slots = new Int32Array(width << 12);
  let last = (1 << 12) - 1;
  let entries = 0;
  let pool = new Uint16Array(1 << 14);
  let poolEnd = 0;

  const place = (start: number, length: number, hash: number, number: number): void => {
    let slot = hash & last;
    while (slots[slot * width + 1] !== 0) slot = (slot + 1) & last;
    slots.set([start, length, hash, number], slot * width);
  };
  const grow = (): void => {
    const old = slots;
    slots = new Int32Array(old.length * 2);
    last = last * 2 + 1;
    for (let at = 0; at < old.length; at += width) {
      const [start = 0, length = 0, hash = 0, number = 0] = old.subarray(at, at + width);
      if (length > 0) place(start, length, hash, number);
    }
  };
  const keep = (word: Uint16Array): void => {
    if (poolEnd + word.length > pool.length) {
      const larger = new Uint16Array(Math.max(pool.length * 2, poolEnd + word.length));
      larger.set(pool);
      pool = larger;
    }
    pool.set(word, poolEnd);
    poolEnd += word.length;
  };

  return {
    find: (units, start, end, hash) => {
      for (let at = (hash & last) * width; ; at = (at + width) & (slots.length - 1)) {
        const length = slots[at + 1] ?? 0;
        if (length === 0) return -1;
        if (slots[at + 2] !== hash || length !== end - start) continue;
        const ahead = (slots[at] ?? 0) - start;
        let index = start;
        while (index < end && pool[index + ahead] === units[index]) index += 1;
        if (index === end) return slots[at + 3] ?? -1;
      }
    },
    enter: (units, start, end, number) => {
      if (entries >= (last + 1) * fullest) grow();
      entries += 1;
      place(poolEnd, end - start, hashOf(units, start, end), number);
      keep(units.subarray(start, end));
    },
  };
}

/** What the hash of a word begins with. */
export const emptyHash = 0x811c9dc5 | 0;

/** The hash of a word with one more unit: FNV-1a over units. */
export function hashOn(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** FNV's lower bits alone are uneven. */
export function endHash(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** The hash of the word at `start` to `end`. */
export function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = emptyHash;
  for (let index = start; index < end; index += 1) hash = hashOn(hash, units[index] ?? 0);
  return endHash(hash);
}
