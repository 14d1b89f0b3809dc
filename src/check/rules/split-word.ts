import { diagnose } from '../../diagnostics/catalogue.js';
import { hasSplitWord, splitWord } from '../../text/split-word.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** Reports `text/split-word`: a line that ends in a letter and a hyphen before one that begins in lower case. */
export function checkSplitWords({ prose, placeAt }: CheckedChapter): readonly Finding[] {
  return prose.flatMap(({ text, offsetAt }) => {
    if (!hasSplitWord(text)) return [];
    return [...text.matchAll(splitWord)].map((found) => {
      const [, beginning = '', second = ''] = found;
      const first = `${beginning}-`;
      const place = placeAt(offsetAt(found.index), offsetAt(found.index + beginning.length) + 1);
      return { diagnostic: diagnose('text/split-word', { first, second }, place) };
    });
  });
}
