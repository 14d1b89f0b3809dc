import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/**
 * Reports `text/stray-backtick` for backticks that stand for quotes or apostrophes: one that nothing closes, two that stand
 * for an opening quote, and code that begins and ends inside of words (``it`s a dog`s life``).
 */
export function checkStrayBackticks({ prose, text, shift, placeAt }: CheckedChapter): readonly Finding[] {
  return prose.flatMap(({ node, text: written, offsetAt }) => {
    const found = [...written.matchAll(/(?<![\\`])`{1,2}(?!`)/g)].map(({ index, 0: marks }) => {
      const start = offsetAt(index);
      return { diagnostic: diagnose('text/stray-backtick', { marks }, placeAt(start, start + marks.length)) };
    });
    const codes = node.children.flatMap((child): readonly Finding[] => {
      if (child.type !== 'inlineCode') return [];
      const start = (child.position?.start.offset ?? 0) + shift;
      const end = (child.position?.end.offset ?? 0) + shift;
      if (!isLetter(text[start - 1]) || !isLetter(text[end]) || !child.value.includes(' ')) return [];
      return [{ diagnostic: diagnose('text/stray-backtick', { marks: '`' }, placeAt(start, end)) }];
    });
    return [...found, ...codes];
  });
}

function isLetter(character = ''): boolean {
  return /\p{L}/u.test(character);
}
