import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';
import { listLost } from '../list-lost.js';

const causes = {
  HTML: 'HTML is left out',
  'mark-up': 'Markdown takes that for mark-up',
};

/**
 * Reports `markdown/lost-words` for every piece of a chapter whose words are on no page, with the cause. Cells and words behind
 * fences are reported with the page.
 */
export function checkLostWords({
  tree,
  text,
  body,
  shift,
  unsafe,
  placeAt,
}: CheckedChapter): readonly Finding[] {
  return listLost(tree, body, unsafe).flatMap(({ cause, start, end }) => {
    if (cause === 'cell' || cause === 'fence') return [];
    const written = text.slice(shift + start, shift + end).replace(/\s+/g, ' ');
    const words = written.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    const details = { written: written.slice(0, 60), words, cause: causes[cause] };
    return [{ diagnostic: diagnose('markdown/lost-words', details, placeAt(shift + start, shift + end)) }];
  });
}
