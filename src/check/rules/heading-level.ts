import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/**
 * Reports `text/heading-level`: a heading more than one level below the one before it, which leaves a gap in the outline
 * (WCAG 2.2, technique G141). The first heading of a chapter may have any level.
 */
export function checkHeadingLevels({ survey, shift, placeAt }: CheckedChapter): readonly Finding[] {
  return survey.headings.flatMap((node, index) => {
    const before = survey.headings[index - 1]?.depth ?? node.depth;
    if (node.depth <= before + 1) return [];
    const start = (node.position?.start.offset ?? 0) + shift;
    const place = placeAt(start, start + node.depth);
    return [{ diagnostic: diagnose('text/heading-level', { level: node.depth, before }, place) }];
  });
}
