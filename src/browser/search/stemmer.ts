import type { stemmer } from '@orama/stemmers/english';
import type { Stem } from './find-terms.js';

declare global {
  /** The stemmer of the book's language, which stands in front of the index's root; absent for many languages. */
  var octavoStem: { readonly stemmer: typeof stemmer } | undefined;
}

/** The stem of a word; the word itself where the language has no stemmer. */
export const stemWord: Stem = (word) => globalThis.octavoStem?.stemmer(word) ?? word;
