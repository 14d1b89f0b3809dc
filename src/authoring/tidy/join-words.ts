import type { CheckedChapter } from '../../check/checked-chapter.js';
import type { TextEdit } from '../../editing/text-edit.js';
import { hasSplitWord, splitWord } from '../../text/split-word.js';

/** A correction, and what it says to the author. */
export interface Repair extends TextEdit {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** English first halves that keep their hyphen, "well-known", unless a suffix follows: "self-⏎ish". */
const halves = /^(?:well|self|half|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i;
const suffix = /^(?:ish|less|hood|ness|ed|s)$/;
const word = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu;

/** Adds the words of a text, in lower case and with the hyphens inside them; the halves of split ones are no witnesses. */
export function collectWords(text: string, words: Set<string>): void {
  const whole = hasSplitWord(text) ? text.replace(splitWord, ' ') : text;
  for (const [found] of whole.matchAll(word)) words.add(found.toLowerCase());
}

/**
 * Joins words that were split over two lines (content rule 20). The hyphen stays when the book has the word with it
 * elsewhere, and goes when it has it without; where it has neither, it stays between two words of the book ("well-known")
 * and goes between what are none ("exam-ple"), but for first halves that always keep it.
 */
export function joinSplitWords(
  { prose, placeAt }: CheckedChapter,
  words: ReadonlySet<string>,
): readonly Repair[] {
  return prose.flatMap(({ node, text, offsetAt }) => {
    if (node.type !== 'paragraph' || !hasSplitWord(text)) return [];
    return [...text.matchAll(splitWord)].map((found) => {
      const [all, first = '', second = ''] = found;
      const hyphen = keepsHyphen(first, second, words) ? '-' : '';
      const at = found.index + first.length;
      return {
        start: offsetAt(at),
        end: offsetAt(found.index + all.length - second.length),
        text: hyphen,
        line: placeAt(offsetAt(at), offsetAt(at)).line ?? 1,
        before: all.replace(/ ?\n/, '⏎'),
        after: `${first}${hyphen}${second}`,
      };
    });
  });
}

function keepsHyphen(first: string, second: string, words: ReadonlySet<string>): boolean {
  const has = (written: string) => words.has(written.toLowerCase());
  if (has(`${first}-${second}`)) return true;
  if (has(`${first}${second}`)) return false;
  if (second.includes('-') || (has(first) && has(second))) return true;
  return halves.test(first) && !suffix.test(second);
}
