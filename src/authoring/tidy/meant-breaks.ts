import type { ProseText } from '../../check/prose.js';
import { bullets } from '../../text/bullets.js';

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
export type IsMeant = (paragraph: ProseText, lineStart: number) => boolean;

/**
 * Learns from a chapter which of its line breaks are meant: those before the items of an enumeration, and, of an author
 * who writes one sentence a line, those behind sentences. A paragraph whose lines all are sentences is such an author's,
 * but for a short one among wrapped ones.
 *
 * @param paragraphs Those whose lines may be joined.
 */
export function learnBreaks(paragraphs: readonly ProseText[]): IsMeant {
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
