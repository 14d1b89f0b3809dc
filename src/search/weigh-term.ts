/** BM25's two constants: how fast repetition stops to count, and how much a long text counts against it. */
const saturation = 1.2;
const lengthShare = 0.6;
/** A word of the section's heading counts as so many more of its text. */
const headingWorth = 4;

/** Weights are whole numbers from 0 to 15; the highest is for words of a page's title. */
export const TITLE_WEIGHT = 15;
const highest = 14;

/**
 * How much a term says of a section, from how often it stands there: the part of BM25 that depends on the section,
 * so that a reader's browser needs neither counts nor lengths.
 *
 * @param length The section's words over those of an average one.
 */
export function weighTerm(count: number, inHeading: boolean, length: number): number {
  const times = count + (inHeading ? headingWorth : 0);
  const damping = saturation * (1 - lengthShare + lengthShare * length);
  return Math.min(highest, Math.floor((times / (times + damping)) * (TITLE_WEIGHT + 1)));
}
