import type { BookWords } from './list-units.js';
import { roundCoarsely } from './round-coarsely.js';

/** BM25's two constants: how fast repetition stops to count, and how much a long text counts against it. */
const saturation = 1.2;
const lengthShare = 0.6;
/** A word of the section's heading counts as so many more of its text. */
const headingWorth = 4;

/** Weights are whole numbers from 0 to 15; the highest is for words of a page's title. */
export const TITLE_WEIGHT = 15;
const highest = 14;

/** How much a term says of a section, from `SectionTerms.counts` and the number of the section's words. */
export type WeighTerm = (count: number, words: number) => number;

/**
 * Prepares the weights of a book: the part of BM25 that depends on the section, so that a reader's browser needs neither
 * counts nor lengths.
 */
export function createWeights({ units, sections }: BookWords): WeighTerm {
  const total = units.reduce((sum, unit) => sum + (unit.isTitle ? 0 : unit.words.words), 0);
  // Rounded, so that an edit of one chapter leaves the weights of all others as they are.
  const average = roundCoarsely(Math.max(1, total / Math.max(1, sections)));
  return (count, words) => {
    const times = (count >> 1) + ((count & 1) === 1 ? headingWorth : 0);
    const damping = saturation * (1 - lengthShare + (lengthShare * words) / average);
    return Math.min(highest, Math.floor((times / (times + damping)) * (TITLE_WEIGHT + 1)));
  };
}
