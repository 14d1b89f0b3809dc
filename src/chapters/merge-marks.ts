import { diagnose } from '../diagnostics/catalogue.js';
import { decodeText } from '../files/decode.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { LoadedFile } from '../model/source.js';

const opening = '<<<<<<<';
const closing = '>>>>>>>';
const mark = /^(?:<{7}|>{7}|\|{7})(?: |$)/;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Reports `content/merge-marks`, once for each place where git has put two versions of a piece of text, in the front matter
 * as in the text; where an author has taken out one mark only, for what is left. Fenced code may show such marks.
 */
export function findMergeMarks({ file, bytes }: Pick<LoadedFile, 'file' | 'bytes'>): readonly Diagnostic[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!view.includes(opening) && !view.includes(closing)) return [];
  const lines = (decodeText(bytes) ?? '').split('\n');
  let open: string | null = null;
  let isInside = false;
  let hasMiddle = false;
  return lines.flatMap((line, index) => {
    const found = fence.exec(line)?.[1];
    if (open !== null) {
      if (found?.startsWith(open) && line.trim() === found) open = null;
      return [];
    }
    if (found !== undefined && !isInside) open = found;
    if (/^={7}$/.test(line)) hasMiddle = true;
    if (!mark.test(line)) return [];
    const isEnd = line.startsWith(closing);
    // Seven quotations within each other are written like that, too.
    const isAlone = isEnd && !isInside && hasMiddle;
    const isFirst = line.startsWith(opening) && !isInside;
    isInside = !isEnd && (isInside || isFirst);
    if (isEnd) hasMiddle = false;
    if (!isFirst && !isAlone) return [];
    const place = { file, line: index + 1, column: 1, length: line.length };
    return [diagnose('content/merge-marks', { mark: line.slice(0, 7) }, place)];
  });
}
