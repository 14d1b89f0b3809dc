import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** Bullets of print that mean nothing in Markdown. */
const bullet = /(?:^|\n)([•‣◦▪●○∙·])[ \t\u00a0]+/g;
const candidate = /[•‣◦▪●○∙·]/;

/**
 * Reports `text/lost-list`, once a paragraph: lines that begin with a bullet of print, which Markdown takes for a running
 * text. Dashes in the place of the bullets mend it.
 */
export function checkLostLists({ prose, placeAt }: CheckedChapter): readonly Finding[] {
  return prose.flatMap(({ node, text, offsetAt }) => {
    if (node.type !== 'paragraph' || !candidate.test(text)) return [];
    const found = [...text.matchAll(bullet)];
    const [first] = found;
    if (first === undefined) return [];
    const fix = found.map((match) => {
      const start = offsetAt(match.index + match[0].search(candidate));
      return { start, end: offsetAt(match.index + match[0].length), text: '- ' };
    });
    const at = fix[0]?.start ?? 0;
    // Text before the list would have to stay apart from it; dashes can interrupt a paragraph.
    return [{ diagnostic: diagnose('text/lost-list', { mark: first[1] ?? '' }, placeAt(at, at + 1)), fix }];
  });
}
