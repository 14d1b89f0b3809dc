import type { List, RootContent } from 'mdast';
import { diagnose } from '../../diagnostics/catalogue.js';
import { areHeadings, findChains } from '../../markdown/mend/numbers.js';
import { plainText } from '../../markdown/tree/plain-text.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';
import type { ProseText } from '../prose.js';

const numbered = /(?:^|\n)[ \t]*(\d{1,3})\.[ \t]+(?=[\p{L}"“‘'(])/gu;
const endsSentence = /[.!?…:;]["'”’)\]]*\s*$/;
/** How many blocks above a paragraph the number before its own may stand. */
const reach = 6;

/**
 * Reports `text/lost-number` for a line "2. …" within a paragraph, below the end of a sentence and with the number before it
 * above, which Markdown runs together with it (pages keep lines that begin with "(2)"); and `text/numbered-headings`, once a chapter, for numbered lines that
 * look like headings and become lists of one entry each.
 */
export function checkNumberedLines(chapter: CheckedChapter): readonly Finding[] {
  return [...findLostNumbers(chapter), ...findNumberedHeadings(chapter)];
}

/** Once a paragraph; an empty line before the first makes a list of it and of those that follow. */
function findLostNumbers({ tree, prose, text: source, placeAt }: CheckedChapter): readonly Finding[] {
  return prose.flatMap((paragraph) => {
    const { node, text, offsetAt } = paragraph;
    if (node.type !== 'paragraph' || !/\n[ \t]*\d/.test(text)) return [];
    const marks = [...text.matchAll(numbered)].map(({ index, 0: written, 1: digits = '' }) => ({
      index,
      at: index + written.search(/\d/),
      number: Number(digits),
    }));
    const first = marks.findIndex(({ index, number }, at) => {
      const isNext =
        at > 0 ? marks[at - 1]?.number === number - 1 : stands(number - 1, paragraph, tree.children);
      return number > 1 && text[index] === '\n' && isNext && endsSentence.test(text.slice(0, index));
    });
    const mark = marks[first];
    if (mark === undefined) return [];
    const start = offsetAt(mark.at);
    const digits = String(mark.number);
    const diagnostic = diagnose('text/lost-number', { digits }, placeAt(start, start + digits.length));
    const count = countRun(marks.slice(first));
    const lineStart = source.lastIndexOf('\n', start - 1) + 1;
    if (source.slice(lineStart, start).trim() !== '') return [{ diagnostic }];
    const lost = marks.slice(first, first + count).map(({ number }) => `${number}.`);
    const elements = { ol: [1, 1], li: [count, count], p: [-1, count] } as const;
    const fix = [{ start: lineStart, end: lineStart, text: '\n' }];
    return [{ diagnostic, fix, change: { lost: lost.join(''), elements } }];
  });
}

/** How many marks go on counting from the first. */
function countRun(marks: readonly { readonly number: number }[]): number {
  const first = marks[0]?.number ?? 0;
  const end = marks.findIndex(({ number }, at) => number !== first + at);
  return end === -1 ? marks.length : end;
}

/** Whether a number begins a line above: of an ordered list, or of a paragraph. */
function stands(number: number, { node }: ProseText, blocks: readonly RootContent[]): boolean {
  const own = blocks.indexOf(node as RootContent);
  return blocks.slice(Math.max(0, own - reach), Math.max(own, 0)).some((block) => {
    if (block.type === 'list')
      return block.ordered === true && (block.start ?? 1) + block.children.length - 1 === number;
    return [...plainText(block).matchAll(/(?:^|\n)[ \t]*\(?(\d{1,3})[.)]\s/g)].some(
      ([, digits]) => Number(digits) === number,
    );
  });
}

function findNumberedHeadings({ tree, shift, placeAt }: CheckedChapter): readonly Finding[] {
  const isNamed = (list: List) => plainText(list).length > 2;
  const chains = findChains(tree).filter(
    (chain) => chain.length > 1 && chain.every(isNamed) && areHeadings(chain),
  );
  return chains.slice(0, 1).map((chain) => {
    const lists = chains.flat();
    const [first] = chain;
    const start = (first?.position?.start.offset ?? 0) + shift;
    const details = { written: writtenOf(first), count: lists.length };
    return { diagnostic: diagnose('text/numbered-headings', details, placeAt(start, start + 1)) };
  });
}

function writtenOf(list: List | undefined): string {
  const text = list === undefined ? '' : plainText(list).replace(/\s+/g, ' ').slice(0, 40);
  return `${list?.start ?? 1}. ${text}`;
}
