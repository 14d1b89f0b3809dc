import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** Calls whose note is there are no text any more. */
const call = /(?<!\\)\[\^([^\]\s[^]{1,80})\]/g;

/**
 * Reports `markdown/missing-footnote`: a call of a note that the chapter does not define, which is printed as it stands; and
 * `markdown/empty-footnote`, a note without a word.
 */
export function checkMissingNotes({ prose, survey, shift, placeAt }: CheckedChapter): readonly Finding[] {
  const empty = survey.footnoteDefinitions.filter(({ children }) => children.length === 0);
  const unwritten = empty.map(({ identifier, label, position }) => {
    const start = (position?.start.offset ?? 0) + shift;
    const place = placeAt(start, (position?.end.offset ?? 0) + shift);
    return { diagnostic: diagnose('markdown/empty-footnote', { label: label ?? identifier }, place) };
  });
  const missing = prose.flatMap(({ text, offsetAt }) => {
    if (!text.includes('[^')) return [];
    return [...text.matchAll(call)].map(({ index, 0: written, 1: label = '' }) => {
      const start = offsetAt(index);
      const place = placeAt(start, start + written.length);
      return { diagnostic: diagnose('markdown/missing-footnote', { label }, place) };
    });
  });
  return [...missing, ...unwritten];
}
