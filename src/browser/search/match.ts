import type { Dictionary } from './dictionary.js';
import type { TermRecord, Weights } from './postings.js';
import type { TermEntry } from './read-terms.js';

/** Where a group of the query was found. */
export interface Match {
  /** By section, how much it says of it; 0 everywhere for a group that no record was chosen for. */
  readonly weights: Weights;
  /** How rare it is: the logarithm of BM25. */
  readonly rarity: number;
  /** The record by which its places are known; null for none. */
  readonly anchor: TermRecord | null;
  /** The word if it is a frequent one, whose places its neighbours know; empty for any other. */
  readonly frequent: string;
  /** Whether sections without a weight do not hold it; false where a record that was left out may hold more, and of a frequent word. */
  readonly isComplete: boolean;
  /** Whether words of a phrase could not be held against each other, since their places are not known. */
  readonly isUnchecked: boolean;
}

/** What groups are matched with. */
export interface Matching extends Pick<Dictionary, 'readRecord' | 'findPair' | 'frequentNumber'> {
  /** The terms whose records are read. */
  readonly chosen: ReadonlySet<TermEntry>;
  /** Number of sections of the book. */
  readonly sections: number;
}
