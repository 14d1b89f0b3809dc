import { diagnose } from '../../diagnostics/catalogue.js';
import { largest } from '../../lists/largest.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';
import type { PageChange } from '../page-change.js';
import type { ProseText } from '../prose.js';

const endsSentence = /[.!?…。！？]["'”’)\]]*\s*$/;
const opensQuote = /^["“]/;
const beginsSentence = /^["“(]?\p{Lu}/u;
const ordinal =
  '(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Firstly|Secondly|Thirdly|Finally|Lastly),|第[一二三四五六七八九十]+，';
const enumerator = new RegExp(`^(?:${ordinal})`);
const atStart = new RegExp(`(?:^|\\n(?<=[.!?…。！？]["'”’)\\]]*[^\\S\\n]*\\n))(${ordinal})`, 'g');
const inline = new RegExp(`(?:${ordinal})(?<=(?:[.!?…]["'”’)\\]]* |[。！？]["'”’）]*)(?:${ordinal}))`, 'g');
const anyOrdinal = new RegExp(ordinal);
/** These say little alone: sentences often begin so. */
const common = /^(?:First|Firstly|Finally|Lastly),/;
const hardBreak = /(?: {2}|\\)\n/;
/** One paragraph becomes two. */
const change: PageChange = { elements: { p: [1, 1], br: [-1, 0] } };
/** A line this much shorter than the longest of its paragraph was not broken for want of room. */
const shortLine = 0.6;
/** Nearly as long as the longest. */
const wrappedLine = 0.75;
const fullLine = 60;
/** Lines of verse begin with capitals, those of prose with whatever comes next. */
const mostCapitals = 0.5;

/**
 * Reports `text/missing-blank-line` (content rule 20): a line that begins with "Third, …" below the end of a sentence,
 * where the enumerations of the chapter begin lines, and a sentence that begins below a short line in a paragraph of full
 * ones. Verse and paragraphs written one sentence a line are left alone.
 */
export function checkMissingBlankLines(chapter: CheckedChapter): readonly Finding[] {
  const paragraphs = chapter.prose.filter(({ node }) => node.type === 'paragraph');
  const isCounted = readEnumerations(paragraphs);
  return paragraphs.flatMap((prose) =>
    !prose.text.includes('\n') || hardBreak.test(prose.text) ? [] : checkParagraph(prose, isCounted, chapter),
  );
}

/**
 * Tells which enumerator words begin paragraphs in a chapter: none where most of them stand within lines, since then those
 * at the beginning of a line are there by chance; a common one only beside others.
 */
function readEnumerations(paragraphs: readonly ProseText[]): (word: string) => boolean {
  const texts = paragraphs.filter(({ text }) => anyOrdinal.test(text)).map(({ text }) => text);
  const starting = texts.flatMap((text) => [...text.matchAll(atStart)].map(([, word = '']) => word));
  const within = texts.reduce((sum, text) => sum + (text.match(inline)?.length ?? 0), 0);
  const kinds = new Set(starting).size;
  return (word) => starting.length > within && (kinds > 1 || !common.test(word));
}

/** Whether a line goes on with an enumeration ("Third, …") below the end of a sentence: no join may hide it. */
export function beginsParagraph(before: string, line: string): boolean {
  return enumerator.test(line) && endsSentence.test(before);
}

function checkParagraph(
  { text, offsetAt, node }: ProseText,
  isCounted: (word: string) => boolean,
  { placeAt, text: file }: CheckedChapter,
): readonly Finding[] {
  const lines = text.split('\n');
  const isShort = measureLines(lines);
  const findings: Finding[] = [];
  let index = 0;
  lines.forEach((line, number) => {
    const before = lines[number - 1];
    const at = index;
    index += line.length + 1;
    if (before === undefined || !endsSentence.test(before)) return;
    const counted = enumerator.exec(line)?.[0];
    if (
      !(counted !== undefined && isCounted(counted)) &&
      !(beginsSentence.test(line) && isShort(before, line))
    )
      return;
    const word = /^\S+/.exec(line)?.[0] ?? '';
    const start = offsetAt(at);
    const diagnostic = diagnose('text/missing-blank-line', { word }, placeAt(start, start + word.length));
    // In a list or a quotation the empty line would need its marks.
    const isPlain = node.position?.start.column === 1 && file[start - 1] === '\n';
    findings.push(
      isPlain ? { diagnostic, fix: [{ start, end: start, text: '\n' }], change } : { diagnostic },
    );
  });
  return findings;
}

/** Makes the test whether a line is short for a reason, in a paragraph of wrapped prose. */
function measureLines(lines: readonly string[]): (before: string, line: string) => boolean {
  const longest = largest(lines.map((line) => line.length));
  const inner = lines.slice(0, -1);
  const going = inner.filter((line) => !endsSentence.test(line));
  const wrapped = inner.filter((line) => line.length >= longest * wrappedLine);
  const bySentence = (inner.length - going.length) * 2 > lines.length;
  const broken = going.filter((line) => line.length < longest * wrappedLine);
  const isEven = wrapped.length > 0 && broken.length * 5 <= going.length;
  const capitals = lines.slice(1).filter((line) => beginsSentence.test(line)).length;
  const isVerse = capitals > (lines.length - 1) * mostCapitals;
  const isProse = longest >= fullLine && !bySentence && isEven;
  return (before, line) =>
    isProse && (!isVerse || opensQuote.test(line)) && before.length < longest * shortLine;
}
