import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** An end without a beginning (in the middle of a line it is an arrow), and beginnings that an editor made a dash of. */
const stray = /-->(?=[ \t]*(?:\n|$))|<!(?:–|—)/g;

/**
 * Reports `markdown/open-comment` for a comment that nothing closes, with how much of the chapter it takes, and
 * `markdown/stray-comment` for the end of one in the text: it was closed before, or its marks are dashes.
 */
export function checkComments({ survey, prose, shift, placeAt }: CheckedChapter): readonly Finding[] {
  const open = survey.html.flatMap((node): readonly Finding[] => {
    const at = node.value.lastIndexOf('<!--');
    if (at === -1 || node.value.includes('-->', at)) return [];
    const start = (node.position?.start.offset ?? 0) + shift + at;
    const words = node.value.slice(at + 4).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    return [{ diagnostic: diagnose('markdown/open-comment', { words }, placeAt(start, start + 4)) }];
  });
  const ends = prose.flatMap(({ text, offsetAt }) => {
    if (!text.includes('>') && !text.includes('<!')) return [];
    return [...text.matchAll(stray)].map(({ index, 0: written }) => {
      const start = offsetAt(index);
      return {
        diagnostic: diagnose('markdown/stray-comment', { written }, placeAt(start, start + written.length)),
      };
    });
  });
  return [...open, ...ends];
}
