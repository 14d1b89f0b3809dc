import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** An end without a beginning (in the middle of a line it is an arrow), and beginnings that an editor made a dash of. */
const stray = /-->(?=[ \t]*(?:\n|$))|<!(?:–|—)/g;

/**
 * Reports `markdown/stray-comment` for the end of a comment in the text: it was closed before, or its marks are dashes. Those
 * that nothing closes are reported with the page.
 */
export function checkComments({ prose, placeAt }: CheckedChapter): readonly Finding[] {
  return prose.flatMap(({ text, offsetAt }) => {
    if (!text.includes('>') && !text.includes('<!')) return [];
    return [...text.matchAll(stray)].map(({ index, 0: written }) => {
      const start = offsetAt(index);
      return {
        diagnostic: diagnose('markdown/stray-comment', { written }, placeAt(start, start + written.length)),
      };
    });
  });
}
