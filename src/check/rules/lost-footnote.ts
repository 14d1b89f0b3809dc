import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** "…before ten.1 Nobody", "of the quay,2 and": a word, its mark, and the number set right behind it. */
const behindMark =
  /(?<=[\p{Ll}\p{M}]{3}[.!?])\d{1,3}(?=\s+["“'‘(]?\p{Lu}|\s*$)|(?<=[\p{Ll}\p{M}]{3}[,;])\d{1,2}(?=\s+\p{Ll})/gu;
const candidate = /[.!?,;]\d/;
/** What stands before a number with a full stop and no space when numbers are cited: "vol.2", "fig.3". */
const cited = /(?:^|\P{L})(?:vol|vols|fig|figs|nos|app|art|chap|sect|par|eqn|tab|bd|nr|version)[.,;]$/iu;

/** "the resolution3 in June": the number of a note behind a word, unless the chapter numbers such words ("medium2"). */
const behindWord = /(?<![\p{L}\p{M}\p{N}._/-])(\p{Ll}{4,})(\d{1,3})(?=[\s,;:.!?)]|$)(?![.,]\d)/gu;

/**
 * Reports `text/lost-footnote` for digits right behind the mark that ends a sentence or a clause, or behind a word (content
 * rule 20).
 */
export function checkLostFootnotes(chapter: CheckedChapter): readonly Finding[] {
  const { prose, placeAt } = chapter;
  const behindMarks = prose.flatMap(({ text, offsetAt }) => {
    if (!candidate.test(text)) return [];
    return [...text.matchAll(behindMark)].flatMap(({ index, 0: digits }) => {
      if (cited.test(text.slice(Math.max(0, index - 12), index))) return [];
      const start = offsetAt(index);
      const behind = `"${/\S*$/.exec(text.slice(Math.max(0, index - 80), index))?.[0] ?? ''}"`;
      const place = placeAt(start, start + digits.length);
      return [{ diagnostic: diagnose('text/lost-footnote', { digits, behind }, place) }];
    });
  });
  return [...behindMarks, ...checkBehindWords(chapter)];
}

function checkBehindWords({ prose, placeAt }: CheckedChapter): readonly Finding[] {
  const found = prose.flatMap(({ text, offsetAt }) =>
    /\p{Ll}\d/u.test(text)
      ? [...text.matchAll(behindWord)].map(({ index, 1: word = '', 2: digits = '' }) => {
          const start = offsetAt(index + word.length);
          return { word, digits, place: placeAt(start, start + digits.length) };
        })
      : [],
  );
  const uses = new Map<string, number>();
  for (const { word } of found) uses.set(word, (uses.get(word) ?? 0) + 1);
  return found.flatMap(({ word, digits, place }) =>
    uses.get(word) === 1
      ? [{ diagnostic: diagnose('text/lost-footnote', { digits, behind: `"${word}"` }, place) }]
      : [],
  );
}
