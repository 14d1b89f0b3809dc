import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** "He said= I shall come": a word, the sign, and a blank or the line's end, as no formula has them. */
const stray = /(?<=\p{L}{2})=(?=[ \t\u00a0]+(?![\d\s+−*/^-])|[ \t\u00a0]*$)/u;
/** A line of a formula or of code, in which the sign is meant. */
const calculates = /=[^=]*=|[\\{}^≤≥≈∑∫√×÷]|\d[ \t]*[+*/][ \t]*\d|\p{L}\(\p{L}\)/u;

/** Reports `text/equals-for-colon`: a single equals sign behind a word where extraction has lost a colon. A colon mends it. */
export function checkEqualsForColons({ prose, placeAt }: CheckedChapter): readonly Finding[] {
  return prose.flatMap(({ text, offsetAt }) => {
    if (!text.includes('=')) return [];
    let lineStart = 0;
    return text.split('\n').flatMap((line): readonly Finding[] => {
      const index = stray.exec(line)?.index;
      const at = offsetAt(lineStart + (index ?? 0));
      lineStart += line.length + 1;
      if (index === undefined || calculates.test(line)) return [];
      const word = /(?<!\S)\S+$/.exec(line.slice(0, index))?.[0] ?? '';
      const diagnostic = diagnose('text/equals-for-colon', { word }, placeAt(at, at + 1));
      const fix = [{ start: at, end: at + 1, text: ':' }];
      return [{ diagnostic, fix, change: { lost: '=', won: ':' } }];
    });
  });
}
