import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

const mark = /^(?:<{7}(?: .*)?|={7}|>{7}(?: .*)?)$/gm;

/** Reports `markdown/merge-mark`, an error, for each line that an unfinished merge of Git left in the text, outside of code. */
export function checkMergeMarks({ text, shift, survey, placeAt }: CheckedChapter): readonly Finding[] {
  const body = text.slice(shift);
  if (!body.includes('<<<<<<<')) return [];
  const code = survey.code.map(
    ({ position }) => [position?.start.offset ?? 0, position?.end.offset ?? 0] as const,
  );
  const marks = [...body.matchAll(mark)].filter(
    ({ index }) => !code.some(([from, to]) => index >= from && index < to),
  );
  if (!marks.some(([written]) => written.startsWith('<'))) return [];
  return marks.map(({ index, 0: written }) => {
    const start = shift + index;
    const place = placeAt(start, start + written.length);
    return { diagnostic: diagnose('markdown/merge-mark', { written: written.slice(0, 7) }, place) };
  });
}
