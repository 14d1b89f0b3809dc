import type { Code } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

const opener = /^(`{3,}|~{3,})/;
const nearlyCloses = /^[ \t>]*(`{2,}|~{2,})/;

/**
 * Reports `markdown/open-fence` for a listing whose fence nothing closes, so that it goes on to the end of the chapter, or of
 * the list or quotation that it stands in; with the line that was perhaps meant to close it.
 */
export function checkOpenFences(chapter: CheckedChapter): readonly Finding[] {
  return chapter.survey.code.flatMap((node) => checkFence(node, chapter) ?? []);
}

function checkFence(node: Code, { text, shift, placeAt }: CheckedChapter): Finding | null {
  const start = (node.position?.start.offset ?? 0) + shift;
  const written = text.slice(start, (node.position?.end.offset ?? 0) + shift);
  const fence = opener.exec(written)?.[1];
  if (fence === undefined) return null;
  const lines = written.split('\n');
  if (lines.length > 1 && closes(lines.at(-1) ?? '', fence)) return null;
  const place = placeAt(start, start + (lines[0]?.length ?? 0));
  const near = lines.findIndex((line, index) => index > 0 && nearlyCloses.test(line));
  const { file, line } = place;
  const related =
    near === -1 || file === undefined || line === undefined
      ? []
      : [{ file, line: line + near, message: 'does not close it' }];
  const count = lines.slice(1).filter((line) => line.trim() !== '').length;
  return { diagnostic: diagnose('markdown/open-fence', { fence, count }, place, related) };
}

/** As many of the same marks at least, and nothing else but the marks of the quotation around. */
function closes(line: string, fence: string): boolean {
  const bare = line.replace(/^[ \t>]*/, '').trimEnd();
  return bare.length >= fence.length && bare === (fence[0] ?? '').repeat(bare.length);
}
