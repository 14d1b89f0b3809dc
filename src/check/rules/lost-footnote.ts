import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';
import type { ProseText } from '../prose.js';
import { readQuotes } from '../read-quotes.js';
import { mendNotes } from './note-skeleton.js';

/** "…before ten.1 Nobody", "of the quay,2 and": a word, its mark, and the number set right behind it. */
const behindMark =
  /(?<=[\p{Ll}\p{M}]{3}[.!?])\d{1,3}(?=\s+["“'‘(]?\p{Lu}|\s*$)|(?<=[\p{Ll}\p{M}]{3}[,;])\d{1,2}(?=\s+\p{Ll})/gu;
const candidate = /[.!?,;]\d/;
/** What stands before a number with a full stop and no space when numbers are cited: "vol.2", "fig.3". */
const cited = /(?:^|\P{L})(?:vol|vols|fig|figs|nos|app|art|chap|sect|par|eqn|tab|bd|nr|version)[.,;]$/iu;

/** "the resolution3 in June": the number of a note behind a word, unless the chapter numbers such words ("medium2"). */
const technical = /^(?:base|utf|sha|float|uint|ipv|latin|windows)$/;
const behindWord = /(?<![\p{L}\p{M}\p{N}._/-])(\p{Ll}{4,})(\d{1,3})(?=[\s,;:.!?)]|$)(?![.,]\d)/gu;

/**
 * Reports `text/lost-footnote` for digits right behind a closing quote, behind the mark that ends a sentence or a clause, or
 * behind a word (content rule 20). Those that are beyond doubt are mended together, with the first.
 */
export function checkLostFootnotes(chapter: CheckedChapter): readonly Finding[] {
  const mended = mendNotes(chapter);
  const found = chapter.prose.flatMap((prose) => [
    ...findBehindQuotes(prose, chapter),
    ...findBehindMarks(prose, chapter),
  ]);
  const isMended = ({ diagnostic: { line, column } }: Finding) =>
    mended.some(({ diagnostic }) => diagnostic.line === line && diagnostic.column === column);
  return [...mended, ...found.filter((finding) => !isMended(finding)), ...checkBehindWords(chapter)];
}

function findBehindQuotes({ text, offsetAt }: ProseText, { placeAt }: CheckedChapter): readonly Finding[] {
  if (!/["“”„] ?\d/.test(text)) return [];
  return readQuotes(text).pairs.flatMap(({ close }) => {
    const digits = /^\d{1,3}(?![\p{L}\d%°])/u.exec(text.slice(close.at + 1, close.at + 6))?.[0];
    if (digits === undefined) return [];
    const start = offsetAt(close.at + 1);
    const place = placeAt(start, start + digits.length);
    return [{ diagnostic: diagnose('text/lost-footnote', { digits, behind: 'the closing quote' }, place) }];
  });
}

function findBehindMarks({ text, offsetAt }: ProseText, { placeAt }: CheckedChapter): readonly Finding[] {
  if (!candidate.test(text)) return [];
  return [...text.matchAll(behindMark)].flatMap(({ index, 0: digits }) => {
    if (cited.test(text.slice(Math.max(0, index - 12), index))) return [];
    const start = offsetAt(index);
    const behind = `"${/(?<!\S)\S*$/.exec(text.slice(Math.max(0, index - 80), index))?.[0] ?? ''}"`;
    const place = placeAt(start, start + digits.length);
    return [{ diagnostic: diagnose('text/lost-footnote', { digits, behind }, place) }];
  });
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
    uses.get(word) === 1 && !technical.test(word)
      ? [{ diagnostic: diagnose('text/lost-footnote', { digits, behind: `"${word}"` }, place) }]
      : [],
  );
}
