import type { CheckedChapter } from '../../check/checked-chapter.js';
import type { ProseText } from '../../check/prose.js';
import { beginsParagraph } from '../../check/rules/missing-blank-line.js';
import type { TextEdit } from '../../editing/text-edit.js';
import { beginsTypedBullet } from '../../markdown/mend/find-bullets.js';
import { findLettered } from '../../markdown/mend/find-lettered.js';
import { findVerse } from '../../markdown/mend/find-verse.js';
import { bullets } from '../../text/bullets.js';
import { displayWidth } from '../../text/display-width.js';
import { breakPattern } from '../../text/unspaced.js';

/** How the lines of a paragraph are to end: not at all, or behind each sentence. */
export type LineStyle = 'paragraph' | 'sentence';

/** Lines that are all this short (in columns), and three or more, are verse. */
const verseWidth = 45;
/** In the source: marks of emphasis, code and links, and calls of notes. */
const meaningless = breakPattern('[*_~`[]|\\]\\([^)\\s]*\\)|\\[\\^[^\\]\\s]+\\]', 'uy');
/** As far as such marks reach beside a break. */
const reach = 100;
/** What would be a block of its own at the start of a line. */
const opensBlock = /^(?:[-+*](?:\s|$)|[>#=|~`]|-{2}|\d{1,9}[.)](?:\s|$))/;

/**
 * Joins the hard-wrapped lines of paragraphs, or breaks them behind their sentences. Left alone: paragraphs with hard
 * line breaks, verse, and breaks that the author meant (`learnBreaks`). Between characters of scripts without spaces a break goes without a trace, and one before
 * "Third, …" stays, so that `check` can still find the lost empty line. Sentences are broken at the top level only; in
 * quotes and lists lines are joined.
 */
export function joinLines(
  { prose, language, text: source }: CheckedChapter,
  style: LineStyle,
): readonly (readonly TextEdit[])[] {
  const isMeant = learnBreaks(prose.filter(isWrapped));
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return prose.flatMap((paragraph) => {
    if (!isWrapped(paragraph)) return [];
    const isTop = paragraph.node.position?.start.column === 1;
    const breaks =
      style === 'sentence' && isTop ? findSentences(paragraph.text, segmenter) : new Set<number>();
    const edits = setBlanks(paragraph, { breaks, isMeant }, source);
    return edits.length === 0 ? [] : [edits];
  });
}

/** Whether the lines of a text are broken for want of room, and may be joined. */
export function isWrapped({ node, text }: ProseText): boolean {
  if (node.type !== 'paragraph' || node.children.some(({ type }) => type === 'break')) return false;
  const lines = text.split('\n');
  const isVerse = lines.length >= 3 && lines.every((line) => displayWidth(line) < verseWidth);
  return !isVerse && !keepsLines(lines);
}

/** Whether pages keep the lines of a text: verse, typed bullets, lines that begin with (a), (b). */
function keepsLines(lines: readonly string[]): boolean {
  return lines.some(beginsTypedBullet) || findLettered(lines).length > 0 || findVerse(lines, '') !== null;
}

/** Indexes at which sentences begin. */
function findSentences(text: string, segmenter: Intl.Segmenter): ReadonlySet<number> {
  const flat = text.replaceAll('\n', ' ');
  const starts = [...segmenter.segment(flat)].map(({ index }) => index);
  return new Set(starts.filter((start) => start > 0 && !opensBlock.test(flat.slice(start, start + 12))));
}

/** Every run of blanks that holds a line break, or that a sentence begins behind, becomes what it should be. */
function setBlanks(
  paragraph: ProseText,
  { breaks, isMeant }: { readonly breaks: ReadonlySet<number>; readonly isMeant: IsMeant },
  source: string,
): readonly TextEdit[] {
  const { text, offsetAt } = paragraph;
  return [...text.matchAll(/(?<![ \t])[ \t]*\n[ \t]*| +/g)].flatMap((found) => {
    const end = found.index + found[0].length;
    const isBreak = found[0].includes('\n');
    if (isBreak && isMeant(paragraph, end)) return [];
    const isUnspaced = isBreak && meansNothing(source, offsetAt(found.index), offsetAt(end));
    const after = text.slice(end, end + 20);
    const isCut = /[-‐]$/.test(text.slice(0, found.index)) && /^\d{1,4}\s/.test(after);
    const isKept = isBreak && (isCut || beginsParagraph(text.slice(0, found.index), after));
    const wanted = isKept || breaks.has(end) ? '\n' : isUnspaced ? '' : ' ';
    if (found[0] === wanted || (!isBreak && wanted !== '\n')) return [];
    return [{ start: offsetAt(found.index), end: offsetAt(end), text: wanted }];
  });
}

/** Whether a line break in the source, from one offset to another with all that is around it, prints nothing. */
function meansNothing(source: string, start: number, end: number): boolean {
  const before = source.slice(Math.max(0, start - reach), start);
  meaningless.lastIndex = before.length;
  return meaningless.test(`${before}\n${source.slice(end, end + reach)}`);
}

/** A sentence and what may stand behind it: quotes, brackets, marks of emphasis, the call of a note. */
const endsSentence = /[.!?…:。！？：]["'”’)\]»\ufffc\u2063]*\s*$/;
const goesOn = /^["'“‘(\u2063]*\p{Ll}/u;
/** A bullet of print, a mark of Markdown's, or a short number or letter of an enumeration. */
const beginsItem = new RegExp(
  `^(?:[${bullets}*+-][ \\t\\u00a0]|\\(?(?:\\d{1,2}|[a-z]|[ivx]{1,4})[.)][ \\t])`,
);
/** A dash may begin a line by chance, and twice in a paragraph hardly so. */
const beginsDashed = /^[–—][ \t\u00a0]/;
/** Of the breaks of a chapter at least so many stand behind sentences where its author writes one a line. */
const habit = 0.6;
/** In wrapped prose a break stands behind a sentence by chance; with fewer breaks than this nobody can tell. */
const chance = 0.35;
const fewBreaks = 6;
const fewInParagraph = 2;

/** Whether the break of a paragraph before an index of its text is one that its author meant. */
type IsMeant = (paragraph: ProseText, lineStart: number) => boolean;

/**
 * Learns from a chapter which of its line breaks are meant: those before the items of an enumeration, and, of an author
 * who writes one sentence a line, those behind sentences. A paragraph whose lines all are sentences is such an author's,
 * but for a short one among wrapped ones.
 *
 * @param paragraphs Those whose lines may be joined.
 */
function learnBreaks(paragraphs: readonly ProseText[]): IsMeant {
  const counts = paragraphs.map(({ text }) => countBreaks(text));
  const all = counts.reduce((sum, count) => sum + count.all, 0);
  const behind = counts.reduce((sum, count) => sum + count.behindSentence, 0);
  const keeps = new Map(
    paragraphs.map((paragraph, index) => {
      const own = counts[index] ?? { all: 0, behindSentence: 0 };
      const isEvery = own.behindSentence === own.all;
      const isChance = behind < all * chance && all >= fewBreaks && own.all <= fewInParagraph;
      return [paragraph, behind >= all * habit || (isEvery && !isChance)] as const;
    }),
  );
  return (paragraph, lineStart) => {
    const { text } = paragraph;
    const line = text.slice(lineStart, lineStart + 12);
    if (beginsItem.test(line)) return true;
    if (beginsDashed.test(line)) return text.split('\n').filter((each) => beginsDashed.test(each)).length > 1;
    return keeps.get(paragraph) === true && isBehindSentence(text.slice(0, lineStart), line);
  };
}

function countBreaks(text: string): { readonly all: number; readonly behindSentence: number } {
  const lines = text.split('\n');
  const breaks = lines.slice(1).filter((line) => !beginsItem.test(line));
  const behind = lines.filter(
    (line, index) => index > 0 && !beginsItem.test(line) && isBehindSentence(lines[index - 1] ?? '', line),
  );
  return { all: breaks.length, behindSentence: behind.length };
}

function isBehindSentence(before: string, line: string): boolean {
  return endsSentence.test(before.slice(-20)) && !goesOn.test(line);
}
