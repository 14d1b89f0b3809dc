import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';
import type { Prose } from '../prose.js';

const endsSentence = /[.!?…。！？]["'”’)\]]*\s*$/;
const beginsSentence = /^["“(]?\p{Lu}/u;
const enumerator =
  /^(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Firstly|Secondly|Thirdly|Finally|Lastly),|^第[一二三四五六七八九十]+，/;
const hardBreak = /(?: {2}|\\)\n/;
/** A line this much shorter than the longest of its paragraph was not broken for want of room. */
const shortLine = 0.6;
const fullLine = 60;

/**
 * Reports `text/missing-blank-line` (content rule 20): a line that begins with "Third, …" below the end of a sentence,
 * and a sentence that begins below a short line in a paragraph of full ones. Verse (hard breaks) and paragraphs written
 * one sentence a line are left alone.
 */
export function checkMissingBlankLines(chapter: CheckedChapter): readonly Finding[] {
  return chapter.prose.flatMap((prose) => {
    if (prose.node.type !== 'paragraph' || !prose.text.includes('\n') || hardBreak.test(prose.text))
      return [];
    return checkParagraph(prose, chapter);
  });
}

/** Whether a line goes on with an enumeration ("Third, …") below the end of a sentence: no join may hide it. */
export function beginsParagraph(before: string, line: string): boolean {
  return enumerator.test(line) && endsSentence.test(before);
}

function checkParagraph(
  { text, offsetAt, node }: Prose,
  { placeAt, text: file }: CheckedChapter,
): readonly Finding[] {
  const lines = text.split('\n');
  const longest = Math.max(...lines.map((line) => line.length));
  const bySentence = lines.slice(0, -1).filter((line) => endsSentence.test(line)).length * 2 > lines.length;
  const findings: Finding[] = [];
  let index = 0;
  lines.forEach((line, number) => {
    const before = lines[number - 1];
    const at = index;
    index += line.length + 1;
    if (before === undefined || !endsSentence.test(before)) return;
    const isShort = longest >= fullLine && before.length < longest * shortLine && beginsSentence.test(line);
    if (!beginsParagraph(before, line) && (!isShort || bySentence)) return;
    const word = /^\S+/.exec(line)?.[0] ?? '';
    const start = offsetAt(at);
    const diagnostic = diagnose('text/missing-blank-line', { word }, placeAt(start, start + word.length));
    // In a list or a quotation the empty line would need its marks.
    const isPlain = node.position?.start.column === 1 && file[start - 1] === '\n';
    findings.push(isPlain ? { diagnostic, fix: [{ start, end: start, text: '\n' }] } : { diagnostic });
  });
  return findings;
}
