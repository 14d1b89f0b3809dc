import type { Code } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** Words, and the marks that stand between words: no code looks like it. */
const proseLine =
  /^["“‘(]?\p{Lu}[\p{L}\p{M}’']*(?:[,;:]?[ ]["“‘(]?[\p{L}\p{M}\d’'-]+["”)]?){7,}[.,;:!?]?["”)]?$/u;

/**
 * Reports `text/accidental-code`: a paragraph that is code because its first line is indented, as in print. Taking the
 * indent away mends it.
 */
export function checkAccidentalCode(chapter: CheckedChapter): readonly Finding[] {
  return chapter.survey.code.flatMap((node) => checkCode(node, chapter) ?? []);
}

function checkCode(node: Code, { text, shift, placeAt }: CheckedChapter): Finding | null {
  const start = (node.position?.start.offset ?? 0) + shift;
  const [line = ''] = node.value.split('\n', 1);
  if (/^[`~]/.test(text.slice(start).trimStart()) || !proseLine.test(line)) return null;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lines = text.slice(lineStart, (node.position?.end.offset ?? 0) + shift).split('\n');
  let at = lineStart;
  const fix = lines.map((written) => {
    const edit = { start: at, end: at + (/^[ \t]*/.exec(written)?.[0].length ?? 0), text: '' };
    at += written.length + 1;
    return edit;
  });
  const place = placeAt(lineStart, lineStart + (lines[0]?.length ?? 0));
  const diagnostic = diagnose('text/accidental-code', { beginning: line.slice(0, 40) }, place);
  return { diagnostic, fix, change: { elements: { pre: [-1, -1], code: [-1, -1], p: [0, lines.length] } } };
}
