import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** A line of a paragraph that may have been the foot or the head of a page. */
interface Remain {
  readonly written: string;
  readonly number: number | null;
  readonly start: number;
}

const pageNumber = /^\[?(?:p(?:age|g)?\.?[ ]*)?(\d{1,4})\]?$/i;
const named = /^\[?p(?:age|g)?\.?[ ]*\d/i;
const endsSentence = /[.!?:…。！？][)\]"'”’»*_]*$/;
/** A page ends with a line that is full. */
const fullLine = 40;
/** A running head says the same at every page, but for its number. */
const leastHeads = 3;

/**
 * Reports `text/page-remains` for page numbers and running heads that stand as lines inside paragraphs, between the two
 * parts of a sentence. Bare numbers count where they go up through the chapter one by one, lines of words where three are
 * alike.
 */
export function checkPageRemains({ prose, placeAt }: CheckedChapter): readonly Finding[] {
  const remains = prose.flatMap(({ node, text, offsetAt }): readonly Remain[] => {
    if (node.type !== 'paragraph' || !text.includes('\n')) return [];
    const lines = text.split('\n');
    let index = 0;
    return lines.flatMap((line, at) => {
      const start = index;
      index += line.length + 1;
      const [before, after] = [lines[at - 1], lines[at + 1]];
      if (before === undefined || after === undefined || endsSentence.test(before.trimEnd())) return [];
      const written = line.trim();
      if (written === '' || written.length > 60) return [];
      const digits = pageNumber.exec(written)?.[1];
      if (before.trimEnd().length < fullLine && !named.test(written)) return [];
      return [{ written, number: digits === undefined ? null : Number(digits), start: offsetAt(start) }];
    });
  });
  const numbers = remains.filter(({ number }) => number !== null);
  const heads = countHeads(remains);
  return remains.flatMap(({ written, number, start }) => {
    const isRemain =
      number === null
        ? (heads.get(keyOf(written)) ?? 0) >= leastHeads
        : named.test(written) || numbers.some((other) => Math.abs((other.number ?? 0) - number) === 1);
    if (!isRemain) return [];
    return [
      { diagnostic: diagnose('text/page-remains', { written }, placeAt(start, start + written.length)) },
    ];
  });
}

function countHeads(remains: readonly Remain[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { written, number } of remains) {
    const key = keyOf(written);
    // What is not set like a heading is a refrain, and one word or two head a section.
    if (number === null && /^\p{Lu}\S*\s+\S+\s+\S/u.test(key) && !/[,;:.!?]$/.test(key))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function keyOf(written: string): string {
  return written.replace(/\d+/g, '').trim();
}
