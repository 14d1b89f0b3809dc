/** Why a text is not given to the parser. `line` counts from 1 within the text. */
export interface ScreenFinding {
  readonly fault: 'references' | 'delimiters' | 'containers';
  readonly count: number;
  readonly line: number;
}

/** Below this many UTF-16 units nothing can hurt, whatever it holds. */
const HARMLESS_LENGTH = 16_384;

/** Ceiling for the work of the blocks together; 2^28 is about a third of a second and 400 MB. */
const WORK_LIMIT = 2 ** 28;

/** Quotes and lists opened by one line. The parser's time grows with the square. */
const CONTAINER_LIMIT = 2_000;

const AMPERSAND = 38;
const ASTERISK = 42;
const TILDE = 126;
const UNDERSCORE = 95;

/** Up to three spaces and `>` always end a paragraph, so what follows cannot be in the same text. */
const blank = /^(?: {0,3}>)?[ \t]*$/;
const containers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const containerMarks = />|[-+*](?=[ \t])|[.)]/g;

/**
 * Finds the texts on which the parsers take more than proportional time or memory, before they see them.
 *
 * - Sätteri copies the text so far for every character reference (`&#x0;`, `&amp;`) of a paragraph: 100,000 of them
 *   overflow its 32-bit offsets, and the panic ends the process. Both parsers compare runs of `*`, `_` and `~`
 *   pairwise within a paragraph. What counts is therefore the sum over blocks of `references × length` and of
 *   `delimiters²`, where a block is what stands between blank lines: a paragraph never spans one.
 * - Both take the square of the number of containers that one line opens (`>>>>…`, `- - - …`).
 *
 * Null for every text that is fine; what is found has the line on which its block starts.
 */
export function screenSource(source: string): ScreenFinding | null {
  if (source.length < HARMLESS_LENGTH) return null;
  const block = { line: 1, length: 0, references: 0, delimiters: 0 };
  let work = 0;
  let line = 1;
  for (let start = 0; start < source.length; line += 1) {
    const found = source.indexOf('\n', start);
    const end = found < 0 ? source.length : found;
    const opened = end - start > CONTAINER_LIMIT ? countContainers(source.slice(start, end)) : 0;
    if (opened > CONTAINER_LIMIT) return { fault: 'containers', count: opened, line };
    if (end - start < 80 && blank.test(source.slice(start, end))) {
      Object.assign(block, { line: line + 1, length: 0, references: 0, delimiters: 0 });
    } else {
      work -= blockWork(block);
      addLine(block, source, start, end);
      work += blockWork(block);
      if (work > WORK_LIMIT) return describeBlock(block);
    }
    start = end + 1;
  }
  return null;
}

interface Block {
  line: number;
  length: number;
  references: number;
  delimiters: number;
}

function blockWork(block: Block): number {
  return block.references * block.length + (block.delimiters * block.delimiters) / 4;
}

function addLine(block: Block, source: string, start: number, end: number): void {
  block.length += end - start + 1;
  for (let index = start; index < end; index += 1) {
    const code = source.charCodeAt(index);
    if (code === AMPERSAND) block.references += 1;
    else if (code === ASTERISK || code === UNDERSCORE || code === TILDE) block.delimiters += 1;
  }
}

function describeBlock({ line, length, references, delimiters }: Block): ScreenFinding {
  return references * length > (delimiters * delimiters) / 4
    ? { fault: 'references', count: references, line }
    : { fault: 'delimiters', count: delimiters, line };
}

function countContainers(line: string): number {
  return containers.exec(line)?.[0].match(containerMarks)?.length ?? 0;
}
