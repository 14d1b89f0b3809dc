import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

const line = /\n(?=:[ \t]+\S)/g;
/** From this length on a line is no term but a line of running text. */
const fullLine = 50;

/**
 * Reports `text/accidental-term` for a line of running text that begins with `: ` and so makes a term of the line above. A
 * backslash before the colon mends it.
 */
export function checkAccidentalTerms({ prose, placeAt }: CheckedChapter): readonly Finding[] {
  return prose.flatMap(({ node, text, offsetAt }) => {
    if (node.type !== 'paragraph' || !text.includes('\n:')) return [];
    return [...text.matchAll(line)].flatMap(({ index }) => {
      const above = text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
      if (above.length < fullLine || above.startsWith(': ')) return [];
      const start = offsetAt(index + 1);
      const fix = [{ start, end: start, text: '\\' }];
      return [{ diagnostic: diagnose('text/accidental-term', {}, placeAt(start, start + 1)), fix }];
    });
  });
}
