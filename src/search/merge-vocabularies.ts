import type { ChapterTerms } from '../model/terms.js';
import { compareText } from '../text/compare.js';

type Vocabulary = ChapterTerms['vocabulary'];

/** The terms of a book. */
export interface BookTerms {
  /** Sorted. */
  readonly terms: readonly string[];
  /** For each vocabulary, the numbers of its terms among them. */
  readonly numbersOf: ReadonlyMap<Vocabulary, Uint32Array>;
}

/** All terms that texts use: of a term in a vocabulary that no text uses any more there is nothing in the index. */
export function mergeVocabularies(texts: readonly ChapterTerms[]): BookTerms {
  const used = markUsed(texts);
  const numbers = new Map<string, number>();
  for (const [vocabulary, marks] of used) {
    marks.forEach((mark, number) => {
      if (mark === 1) numbers.set(vocabulary[number] ?? '', 0);
    });
  }
  const terms = [...numbers.keys()].sort(compareText);
  terms.forEach((term, number) => void numbers.set(term, number));
  const numbersOf = new Map(
    [...used].map(([vocabulary, marks]) => [
      vocabulary,
      marks.map((mark, number) => (mark === 1 ? (numbers.get(vocabulary[number] ?? '') ?? 0) : 0)),
    ]),
  );
  return { terms, numbersOf };
}

/** For each term of each vocabulary 1 if a text uses it. */
function markUsed(texts: readonly ChapterTerms[]): ReadonlyMap<Vocabulary, Uint32Array> {
  const used = new Map<Vocabulary, Uint32Array>();
  for (const { vocabulary, sections } of texts) {
    const marks = used.get(vocabulary) ?? new Uint32Array(vocabulary.length);
    used.set(vocabulary, marks);
    for (const { terms } of sections) for (const term of terms) marks[term] = 1;
  }
  return used;
}
