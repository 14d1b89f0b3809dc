import type { CheckedChapter } from '../check/checked-chapter.js';
import type { TextEdit } from '../editing/text-edit.js';

/** A correction, and what it says to the author. */
export interface Repair extends TextEdit {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

const split = /([\p{L}\p{M}-]*\p{L})-\n(?!(?:and|but|nor|or|to)(?![\p{L}-]))(\p{Ll}[\p{L}\p{M}-]*)/gu;
const word = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu;

/** Adds the words of a text, in lower case and with the hyphens inside them; the halves of split ones are no witnesses. */
export function collectWords(text: string, words: Set<string>): void {
  const whole = hasSplitWord(text) ? text.replace(split, ' ') : text;
  for (const [found] of whole.matchAll(word)) words.add(found.toLowerCase());
}

/** Whether a text holds a word that was split over two lines. */
export function hasSplitWord(text: string): boolean {
  return text.includes('-\n') && text.search(split) !== -1;
}

/**
 * Joins words that were split over two lines (content rule 20). The hyphen stays when the book has the word with it
 * elsewhere, and goes when it has it without; where it has neither, it stays between two words of the book ("well-known")
 * and goes between what are none ("exam-ple").
 */
export function joinSplitWords(
  { prose, placeAt }: CheckedChapter,
  words: ReadonlySet<string>,
): readonly Repair[] {
  return prose.flatMap(({ node, text, offsetAt }) => {
    if (node.type !== 'paragraph' || !text.includes('-\n')) return [];
    return [...text.matchAll(split)].map((found) => {
      const [all, first = '', second = ''] = found;
      const hyphen = keepsHyphen(first, second, words) ? '-' : '';
      const at = found.index + first.length;
      return {
        start: offsetAt(at),
        end: offsetAt(at + 2),
        text: hyphen,
        line: placeAt(offsetAt(at), offsetAt(at)).line ?? 1,
        before: all.replace('\n', '⏎'),
        after: `${first}${hyphen}${second}`,
      };
    });
  });
}

function keepsHyphen(first: string, second: string, words: ReadonlySet<string>): boolean {
  const has = (written: string) => words.has(written.toLowerCase());
  if (has(`${first}-${second}`)) return true;
  if (has(`${first}${second}`)) return false;
  return second.includes('-') || (has(first) && has(second));
}
