import { numberLength } from '../words/number-text.js';
import type { BookWords } from './list-units.js';
import { roundCoarsely } from './round-coarsely.js';

/** BM25's two constants: how fast repetition stops to count, and how much a long text counts against it. */
const saturation = 1.2;
const lengthShare = 0.6;
/** A word of the section's heading counts as so many more of its text. */
const headingWorth = 4;

/** Weights are whole numbers from 0 to 15; the highest is for words of a page's title. */
const TITLE_WEIGHT = 15;
const highest = 14;

/**
 * How much a term says of a section, from how often it stands there: the part of BM25 that depends on the section,
 * so that a reader's browser needs neither counts nor lengths.
 *
 * @param length The section's words over those of an average one.
 */
function weighTerm(count: number, inHeading: boolean, length: number): number {
  const times = count + (inHeading ? headingWorth : 0);
  const damping = saturation * (1 - lengthShare + lengthShare * length);
  return Math.min(highest, Math.floor((times / (times + damping)) * (TITLE_WEIGHT + 1)));
}

/** How large the record of each term will be. */
export interface RecordMeasures {
  /** For each term of each unit, in their order: the distance to the term's section before, and its weight. */
  readonly steps: Uint32Array;
  /** For each term, by its number, `WIDTH` numbers; all of one lie beside each other, since terms come in no order. */
  readonly measures: Uint32Array;
}

/** The numbers of a term: how many sections hold it, its places, the bytes of its steps and of its places. */
export const [SECTIONS, PLACES, STEP_BYTES, PLACE_BYTES] = [0, 1, 2, 3] as const;
/** The last section that holds it, counted from 1. */
const LAST = 4;
export const WIDTH = 8;

/** Measures all records in one passage over the text, so that each can then be written where it belongs. */
export function measureRecords({ terms, units, sections }: BookWords): RecordMeasures {
  const steps = new Uint32Array(units.reduce((sum, { words }) => sum + words.terms.length, 0));
  const measures = new Uint32Array(terms.length * WIDTH);
  const averageLength = measureAverage(units, sections);
  let entry = 0;
  for (const { section, isTitle, numbers, words } of units) {
    const length = words.words / averageLength;
    for (let index = 0; index < words.terms.length; index += 1) {
      const at = (numbers[words.terms[index] ?? 0] ?? 0) * WIDTH;
      const count = words.counts[index] ?? 0;
      const weight = isTitle ? TITLE_WEIGHT : weighTerm(count >> 1, (count & 1) === 1, length);
      const distance = section + 1 - (measures[at + LAST] ?? 0);
      const step = distance * (TITLE_WEIGHT + 1) + weight;
      measures[at + LAST] = section + 1;
      measures[at + SECTIONS] = (measures[at + SECTIONS] ?? 0) + (distance > 0 ? 1 : 0);
      measures[at + PLACES] = (measures[at + PLACES] ?? 0) + (count >> 1);
      measures[at + STEP_BYTES] = (measures[at + STEP_BYTES] ?? 0) + numberLength(step);
      measures[at + PLACE_BYTES] = (measures[at + PLACE_BYTES] ?? 0) + (words.sizes[index] ?? 0);
      steps[entry] = step;
      entry += 1;
    }
  }
  return { steps, measures };
}

/** Words of a section, about. */
function measureAverage(units: BookWords['units'], sections: number): number {
  const words = units.reduce((sum, unit) => sum + (unit.isTitle ? 0 : unit.words.words), 0);
  return roundCoarsely(Math.max(1, words / Math.max(1, sections)));
}
