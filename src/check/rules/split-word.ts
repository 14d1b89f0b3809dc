import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** "two-⏎and three-part": the hyphen hangs, and its word comes later. */
const split = /([\p{L}\p{M}-]*\p{L}-)\n(?!(?:and|but|nor|or|to)(?![\p{L}-]))(\p{Ll}[\p{L}\p{M}-]*)/gu;

/** Reports `text/split-word`: a line that ends in a letter and a hyphen before one that begins in lower case. */
export function checkSplitWords({ prose, placeAt }: CheckedChapter): readonly Finding[] {
  return prose.flatMap(({ text, offsetAt }) => {
    if (!text.includes('-\n')) return [];
    return [...text.matchAll(split)].map((found) => {
      const [, first = '', second = ''] = found;
      const place = placeAt(offsetAt(found.index), offsetAt(found.index + first.length - 1) + 1);
      return { diagnostic: diagnose('text/split-word', { first, second }, place) };
    });
  });
}
