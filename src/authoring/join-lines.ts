import type { CheckedChapter } from '../check/checked-chapter.js';
import type { Prose } from '../check/prose.js';
import type { TextEdit } from '../editing/text-edit.js';

/** How the lines of a paragraph are to end: not at all, or behind each sentence. */
export type LineStyle = 'paragraph' | 'sentence';

/** Lines that are all this short, and three or more, are verse. */
const verseWidth = 45;
const noSpaceBetween =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]\n[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
/** What would be a block of its own at the start of a line. */
const opensBlock = /^(?:[-+*](?:\s|$)|[>#=|~`]|-{2}|\d{1,9}[.)](?:\s|$))/;

/**
 * Joins the hard-wrapped lines of paragraphs, or breaks them behind their sentences. Left alone: paragraphs with hard
 * line breaks, verse, and lines of scripts without spaces, which a join would change. Sentences are broken at the top
 * level only; in quotes and lists lines are joined.
 */
export function joinLines(
  { prose, language }: CheckedChapter,
  style: LineStyle,
): readonly (readonly TextEdit[])[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return prose.flatMap((paragraph) => {
    if (!isWrapped(paragraph)) return [];
    const isTop = paragraph.node.position?.start.column === 1;
    const breaks =
      style === 'sentence' && isTop ? findSentences(paragraph.text, segmenter) : new Set<number>();
    const edits = setBlanks(paragraph, breaks);
    return edits.length === 0 ? [] : [edits];
  });
}

function isWrapped({ node, text }: Prose): boolean {
  if (node.type !== 'paragraph' || node.children.some(({ type }) => type === 'break')) return false;
  const lines = text.split('\n');
  const isVerse = lines.length >= 3 && lines.every((line) => line.length < verseWidth);
  return !isVerse && !noSpaceBetween.test(text);
}

/** Indexes at which sentences begin. */
function findSentences(text: string, segmenter: Intl.Segmenter): ReadonlySet<number> {
  const flat = text.replaceAll('\n', ' ');
  const starts = [...segmenter.segment(flat)].map(({ index }) => index);
  return new Set(starts.filter((start) => start > 0 && !opensBlock.test(flat.slice(start, start + 12))));
}

/** Every run of blanks that holds a line break, or that a sentence begins behind, becomes what it should be. */
function setBlanks({ text, offsetAt }: Prose, breaks: ReadonlySet<number>): readonly TextEdit[] {
  return [...text.matchAll(/[ \t]*\n[ \t]*| +/g)].flatMap((found) => {
    const end = found.index + found[0].length;
    const wanted = breaks.has(end) ? '\n' : ' ';
    const isBreak = found[0].includes('\n');
    if (isBreak === (wanted === '\n') && (isBreak ? found[0] === '\n' : true)) return [];
    return [{ start: offsetAt(found.index), end: offsetAt(end), text: wanted }];
  });
}
