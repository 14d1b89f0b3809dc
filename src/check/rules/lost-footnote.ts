import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** "…before ten.1 Nobody", "of the quay,2 and": a word, its mark, and the number set right behind it. */
const behindMark =
  /(?<=[\p{Ll}\p{M}]{3}[.!?])\d{1,3}(?=\s+["“'‘(]?\p{Lu}|\s*$)|(?<=[\p{Ll}\p{M}]{3}[,;])\d{1,2}(?=\s+\p{Ll})/gu;
const candidate = /[.!?,;]\d/;
/** What stands before a number with a full stop and no space when numbers are cited: "vol.2", "fig.3". */
const cited = /(?:^|\P{L})(?:vol|vols|fig|figs|nos|app|art|chap|sect|par|eqn|tab|bd|nr|version)[.,;]$/iu;

/** Reports `text/lost-footnote` for digits right behind the mark that ends a sentence or a clause (content rule 20). */
export function checkLostFootnotes({ prose, placeAt }: CheckedChapter): readonly Finding[] {
  return prose.flatMap(({ text, offsetAt }) => {
    if (!candidate.test(text)) return [];
    return [...text.matchAll(behindMark)].flatMap(({ index, 0: digits }) => {
      if (cited.test(text.slice(Math.max(0, index - 12), index))) return [];
      const start = offsetAt(index);
      const behind = `"${/\S*$/.exec(text.slice(0, index))?.[0] ?? ''}"`;
      const place = placeAt(start, start + digits.length);
      return [{ diagnostic: diagnose('text/lost-footnote', { digits, behind }, place) }];
    });
  });
}
