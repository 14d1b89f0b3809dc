import type { ChapterWords } from '../model/chapter-words.js';
import { compareText } from '../text/compare.js';

type Vocabulary = ChapterWords['vocabulary'];

/** The terms of a book. */
interface BookTerms {
  /** Sorted. */
  readonly terms: readonly string[];
  /** For each vocabulary, the numbers of its terms among them. */
  readonly numbersOf: ReadonlyMap<Vocabulary, Uint32Array>;
}

/** Collects all terms that texts use: of a term in a vocabulary that no text uses any more there is nothing in the index. */
export type MergeVocabularies = (texts: readonly ChapterWords[]) => BookTerms;

/** Prepares the collection; while the same terms are used, it is that from before. */
export function createVocabularyMerger(): MergeVocabularies {
  let [known, merged]: [MarkedTerms, BookTerms | null] = [new Map(), null];
  return (texts) => {
    const used = markUsed(texts);
    if (merged === null || !haveSameMarks(known, used)) merged = mergeUsed(used);
    known = used;
    return merged;
  };
}

/** For each term of each vocabulary 1 if a text uses it. */
type MarkedTerms = ReadonlyMap<Vocabulary, Uint32Array>;

/** A vocabulary may have grown meanwhile. */
function haveSameMarks(before: MarkedTerms, now: MarkedTerms): boolean {
  const have = (vocabulary: Vocabulary, marks: Uint32Array): boolean => {
    const old = before.get(vocabulary);
    return old !== undefined && marks.every((mark, term) => mark === (old[term] ?? 0));
  };
  return before.size === now.size && [...now].every(([vocabulary, marks]) => have(vocabulary, marks));
}

function mergeUsed(used: MarkedTerms): BookTerms {
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

function markUsed(texts: readonly ChapterWords[]): MarkedTerms {
  const used = new Map<Vocabulary, Uint32Array>();
  for (const { vocabulary, sections } of texts) {
    const marks = used.get(vocabulary) ?? new Uint32Array(vocabulary.length);
    used.set(vocabulary, marks);
    for (const { terms } of sections) for (const term of terms) marks[term] = 1;
  }
  return used;
}
