import { hash } from 'node:crypto';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { SourceSpan } from '../../model/diagnostic.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** Shorter paragraphs may repeat: a refrain, a line of dialogue. */
const shortest = 120;

/**
 * Makes the rule that finds a paragraph in two chapters: `content/duplicate-paragraph`, at the second. How its lines are
 * broken makes no difference. It remembers the chapters that it has seen, in the order in which it sees them.
 */
export function createDuplicateCheck(): (chapter: CheckedChapter) => readonly Finding[] {
  const seen = new Map<string, SourceSpan>();
  return ({ prose, placeAt, text: source }) =>
    prose.flatMap(({ node, text, offsetAt }) => {
      if (node.type !== 'paragraph' || text.length < shortest) return [];
      const start = offsetAt(0);
      const written = source.slice(start, offsetAt(text.length - 1) + 1).replace(/\n[ \t>]*/g, ' ');
      const key = hash('sha1', written);
      const other = seen.get(key);
      const place = placeAt(start, start + text.length);
      if (other === undefined) seen.set(key, place);
      if (other === undefined || other.file === place.file) return [];
      const beginning = written.slice(0, 40);
      const details = { beginning, file: other.file, line: other.line ?? 1 };
      return [{ diagnostic: diagnose('content/duplicate-paragraph', details, place) }];
    });
}
