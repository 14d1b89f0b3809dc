import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';
import { isVerse } from '../is-verse.js';
import type { ProseText } from '../prose.js';
import { type QuoteMark, type QuoteReading, readQuotes } from '../read-quotes.js';

const anyQuote = /["“”„]/;
/** Languages that close „ with ”; the others that open so close with “. */
const lowThenHigh = /^(?:hu|nl|pl|ro)\b/i;

/** Where the sentence is not at its end: verses, a letter or a table may stand inside a quotation. */
const breaksOff = /[:,;–—-][’'*_\s\u2063]*$/;
const beginsQuoted = /^['‘\u2063]*["“„]/;
const beginsInside = /^\u2063*['‘]/;
const endsQuoted = /["”“]\u2063*$/;

/**
 * Looks at the double quotes of each paragraph. Reports `text/mixed-quotes`, mended to the kind that the chapter has
 * more of, and `text/unbalanced-quotes`, except in quotations over several paragraphs: each of them opens with a quote, or the first breaks off before what is quoted.
 */
export function checkQuotes(chapter: CheckedChapter): readonly Finding[] {
  const curly = countMarks(chapter.text, /[“”„]/g) > countMarks(chapter.text, /"/g);
  const quoted = chapter.prose.flatMap((prose, index) =>
    anyQuote.test(prose.text) ? [{ prose, index, ...readQuotes(prose.text) }] : [],
  );
  let isInside = false;
  return quoted.flatMap((paragraph, number) => {
    const { prose, unclosed, unopened } = paragraph;
    const ended = isInside && !beginsQuoted.test(prose.text) ? unopened.slice(1) : unopened;
    isInside = goesOn(paragraph, quoted[number + 1], chapter.prose);
    const begun = isInside ? unclosed.slice(0, -1) : unclosed;
    return [
      ...findMixed(prose, paragraph, curly, chapter),
      ...findUnbalanced(prose, { unclosed: begun, unopened: ended }, chapter),
    ];
  });
}

interface QuotedParagraph extends QuoteReading {
  readonly prose: ProseText;
  /** Among all paragraphs of the chapter. */
  readonly index: number;
}

/** Whether the quotation that a paragraph leaves open goes on in the next one that has quotes. */
function goesOn(
  { prose, index, unclosed }: QuotedParagraph,
  next: QuotedParagraph | undefined,
  all: readonly ProseText[],
): boolean {
  if (next === undefined || unclosed.length === 0) return false;
  const between = all.slice(index + 1, next.index).filter(({ node }) => node.type !== 'heading');
  const isBrokenOff = breaksOff.test(prose.text) || beginsInside.test(all[index + 1]?.text ?? '');
  if (beginsQuoted.test(next.prose.text)) return between.length === 0 || isBrokenOff;
  const isBlock = between.length === 0 || beginsQuoted.test(prose.text);
  const isPoem =
    isVerse(prose.text) && between.every(({ text }) => isVerse(text)) && isVerse(next.prose.text);
  return next.unopened.length > 0 && (isBrokenOff || isPoem || (isBlock && endsOnly(next)));
}

/** A letter or a speech over several paragraphs has its second quote at its very end. */
function endsOnly({ prose, pairs }: QuotedParagraph): boolean {
  return pairs.length === 0 && endsQuoted.test(prose.text);
}

function findMixed(
  { text, offsetAt }: ProseText,
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

function findUnbalanced(
  { offsetAt }: ProseText,
  { unclosed, unopened }: Omit<QuoteReading, 'pairs'>,
  { placeAt }: CheckedChapter,
): readonly Finding[] {
  const report = ({ at, mark }: QuoteMark, opens: boolean): Finding => {
    const place = placeAt(offsetAt(at), offsetAt(at) + 1);
    return { diagnostic: diagnose('text/unbalanced-quotes', { mark, opens }, place) };
  };
  return [...unclosed.map((quote) => report(quote, true)), ...unopened.map((quote) => report(quote, false))];
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
