import { listWords } from './parse-query.js';

/** Where something that is to be marked stands in a text. */
export interface TextMark {
  readonly start: number;
  readonly end: number;
  /** Which of the sequences it is. */
  readonly sequence: number;
}

/** Finds all terms, and terms that follow each other, in a text; in its order, none over another. */
export function findMarks(text: string, sequences: readonly (readonly string[])[]): readonly TextMark[] {
  const words = listWords(text);
  const parts = words.filter(({ tie }) => tie !== 'whole');
  const found = sequences.flatMap((terms, sequence): readonly TextMark[] => {
    const [first] = terms;
    if (terms.length === 1) {
      return words.filter(({ term }) => term === first).map(({ start, end }) => ({ start, end, sequence }));
    }
    return parts.flatMap((word, index) => {
      const isHere =
        word.term === first && terms.every((term, offset) => parts[index + offset]?.term === term);
      const end = parts[index + terms.length - 1]?.end ?? word.end;
      return isHere ? [{ start: word.start, end, sequence }] : [];
    });
  });
  const sorted = found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return sorted.filter((mark) => {
    if (mark.start < end) return false;
    end = mark.end;
    return true;
  });
}
