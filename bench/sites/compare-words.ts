import type { SiteWords } from './read-pages.js';

/** How the words of two sites differ. */
export interface WordComparison {
  readonly theirs: number;
  readonly ours: number;
  /** Words of theirs that ours lacks on the same page, and the other way round. */
  readonly missing: number;
  readonly added: number;
  /** Addresses with most words missing first: `[address, words, the first of them]`. */
  readonly worst: readonly (readonly [address: string, missing: number, words: string])[];
  readonly lostPages: readonly string[];
  readonly extraPages: readonly string[];
}

const shown = 12;

/**
 * Compares page by page; order within a page does not count, how often a word stands there does. What `titles` says above
 * the text of a page of ours is not missing in it.
 */
export function compareWords(theirs: SiteWords, ours: SiteWords, titles: SiteWords): WordComparison {
  const worst: [string, number, string][] = [];
  let [missing, added] = [0, 0];
  for (const [address, words] of theirs) {
    const own = ours.get(address) ?? [];
    const lost = subtract(subtract(words, own), titles.get(address) ?? []);
    missing += lost.length;
    added += subtract(own, words).length;
    if (lost.length > 0) worst.push([address, lost.length, lost.slice(0, shown).join(' ')]);
  }
  return {
    theirs: count(theirs),
    ours: count(ours),
    missing,
    added,
    worst: worst.sort((one, two) => two[1] - one[1]),
    lostPages: [...theirs.keys()].filter((address) => !ours.has(address)),
    extraPages: [...ours.keys()].filter((address) => !theirs.has(address)),
  };
}

function count(words: SiteWords): number {
  return [...words.values()].reduce((sum, list) => sum + list.length, 0);
}

/** The words of the first list that the second has not, or not so often. */
function subtract(from: readonly string[], other: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  return from.filter((word) => {
    const known = left.get(word) ?? 0;
    if (known > 0) left.set(word, known - 1);
    return known === 0;
  });
}
