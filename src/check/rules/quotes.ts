import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';
import type { Prose } from '../prose.js';
import { type QuoteMark, type QuoteReading, readQuotes } from '../read-quotes.js';

const anyQuote = /["“”„]/;
/** Languages that close „ with ”; the others that open so close with “. */
const lowThenHigh = /^(?:hu|nl|pl|ro)\b/i;

/**
 * Looks at the double quotes of each paragraph. Reports `text/mixed-quotes`, mended to the kind that the chapter has
 * more of; `text/lost-footnote` for digits right behind a closing quote; and `text/unbalanced-quotes`, except for an
 * opener that is repeated by the next paragraph, as in a quotation over several.
 */
export function checkQuotes(chapter: CheckedChapter): readonly Finding[] {
  const curly = countMarks(chapter.text, /[“”„]/g) > countMarks(chapter.text, /"/g);
  return chapter.prose.flatMap((prose, index) => {
    if (!anyQuote.test(prose.text)) return [];
    const reading = readQuotes(prose.text);
    const goesOn = /^["“„]/.test(chapter.prose[index + 1]?.text ?? '');
    return [
      ...findMixed(prose, reading, curly, chapter),
      ...findLostFootnotes(prose, reading, chapter),
      ...findUnbalanced(prose, reading, goesOn, chapter),
    ];
  });
}

function findMixed(
  { text, offsetAt }: Prose,
  { pairs }: QuoteReading,
  curly: boolean,
  { placeAt, language }: CheckedChapter,
): readonly Finding[] {
  const mixed = pairs.filter(({ open, close }) => (open.mark === '"') !== (close.mark === '"'));
  return mixed.map(({ open, close }) => {
    const start = offsetAt(open.at);
    const odd = (open.mark === '"') === curly ? open : close;
    const mark = curly ? (odd === open ? '“' : closerOf(open.mark, language)) : '"';
    const at = offsetAt(odd.at);
    const quoted = shorten(text.slice(open.at, close.at + 1));
    const place = placeAt(offsetAt(close.at), offsetAt(close.at) + 1);
    const diagnostic = diagnose('text/mixed-quotes', { quoted }, start === at ? placeAt(at, at + 1) : place);
    return { diagnostic, fix: [{ start: at, end: at + 1, text: mark }] };
  });
}

function findLostFootnotes(
  { text, offsetAt }: Prose,
  { pairs }: QuoteReading,
  { placeAt }: CheckedChapter,
): readonly Finding[] {
  return pairs.flatMap(({ close }) => {
    const digits = /^\d{1,3}(?![\p{L}\d%°])/u.exec(text.slice(close.at + 1, close.at + 6))?.[0];
    if (digits === undefined) return [];
    const start = offsetAt(close.at + 1);
    const place = placeAt(start, start + digits.length);
    return [{ diagnostic: diagnose('text/lost-footnote', { digits, behind: 'the closing quote' }, place) }];
  });
}

function findUnbalanced(
  { offsetAt }: Prose,
  { unclosed, unopened }: QuoteReading,
  goesOn: boolean,
  { placeAt }: CheckedChapter,
): readonly Finding[] {
  const report = ({ at, mark }: QuoteMark, opens: boolean): Finding => {
    const place = placeAt(offsetAt(at), offsetAt(at) + 1);
    return { diagnostic: diagnose('text/unbalanced-quotes', { mark, opens }, place) };
  };
  const open = goesOn ? unclosed.slice(0, -1) : unclosed;
  return [...open.map((quote) => report(quote, true)), ...unopened.map((quote) => report(quote, false))];
}

function closerOf(opener: string, language: string): string {
  return opener === '„' && !lowThenHigh.test(language) ? '“' : '”';
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${line.slice(0, 20)}…${line.slice(-18)}`;
}

function countMarks(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
