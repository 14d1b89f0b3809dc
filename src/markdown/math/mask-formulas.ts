import type { MathDelimiter } from '../../model/config.js';

/** A formula as it stands in the source. */
export interface Formula {
  readonly tex: string;
  readonly display: boolean;
  /** With its delimiters. */
  readonly written: string;
  /** In the source. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A source whose formulas are hidden from the parser, which would take their backslashes and underscores for its own. */
export interface MaskedSource {
  /** As long as the source, line for line. */
  readonly text: string;
  readonly formulas: readonly Formula[];
}

/** Characters for private use: a mask is one of each of the first two kinds, which are its number, and the third. */
const [lowest, higher, filler] = [0xe000, 0xf000, 0xf8ff];
const base = higher - lowest;
const mostFormulas = base * (filler - higher);

/** A mask in the text of a tree. */
export const mask = /([\ue000-\uefff])\n?([\uf000-\uf8fe])(?:\n?\uf8ff)*/g;
const anyPrivate = /[\ue000-\uf8ff]/;

/** Fences with their content, code between backticks, and escapes: nothing in them is a formula. */
const skipped =
  /^(?:[ \t>]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\1[`~]*[ \t]*$|$(?![\s\S]))|(`+)(?!`)[^`]/gm;

/**
 * Hides the formulas of a text. A formula ends in the paragraph in which it begins; what stands in code is none. Of a
 * single dollar sign (`$x$`) both must touch the formula, and neither a word or a number outside: prices are none.
 * A text that has characters for private use itself has no formulas: their masks could not be told from it.
 */
export function maskFormulas(source: string, delimiters: readonly MathDelimiter[]): MaskedSource {
  const nothing = { text: source, formulas: [] };
  if (!delimiters.some(({ open }) => source.includes(open)) || anyPrivate.test(source)) return nothing;
  const formulas = findFormulas(source, delimiters);
  let text = '';
  let done = 0;
  formulas.forEach(({ offset, written }, number) => {
    text += source.slice(done, offset) + maskOf(written, number);
    done = offset + written.length;
  });
  return { text: text + source.slice(done), formulas };
}

/** The formula that a mask stands for. */
export function numberOfMask(low: string, high: string): number {
  return low.charCodeAt(0) - lowest + (high.charCodeAt(0) - higher) * base;
}

/** Of the same length, with the same line ends. */
function maskOf(written: string, number: number): string {
  const marks = [lowest + (number % base), higher + Math.floor(number / base)];
  return written.replace(/[^\n]/g, () => String.fromCharCode(marks.shift() ?? filler));
}

function findFormulas(source: string, delimiters: readonly MathDelimiter[]): readonly Formula[] {
  const formulas: Formula[] = [];
  const locate = createLocator(source);
  const search = { source, code: listCode(source), ends: new Map<string, number>() };
  const opener = new RegExp(
    delimiters
      .map(({ open }) => open)
      .sort((one, two) => two.length - one.length)
      .map((open) => open.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('|'),
    'g',
  );
  for (let found = opener.exec(source); found !== null; found = opener.exec(source)) {
    const formula = readFormula(found.index, found[0], delimiters, search);
    if (formula === null) continue;
    formulas.push({ ...formula, ...locate(formula.offset) });
    if (formulas.length === mostFormulas) break;
    opener.lastIndex = formula.offset + formula.written.length;
  }
  return formulas;
}

/** Finds line and column of offsets that ascend. */
function createLocator(
  source: string,
): (offset: number) => { readonly line: number; readonly column: number } {
  let [line, lineStart] = [1, 0];
  return (offset) => {
    for (
      let end = source.indexOf('\n', lineStart);
      end >= 0 && end < offset;
      end = source.indexOf('\n', lineStart)
    ) {
      line += 1;
      lineStart = end + 1;
    }
    return { line, column: offset - lineStart + 1 };
  };
}

interface Search {
  readonly source: string;
  /** Start and end of the pieces that are code, in order. */
  readonly code: readonly (readonly [number, number])[];
  /** By closing delimiter: where the next one is, from wherever it was last looked for. */
  readonly ends: Map<string, number>;
}

function readFormula(
  offset: number,
  open: string,
  delimiters: readonly MathDelimiter[],
  search: Search,
): Omit<Formula, 'line' | 'column'> | null {
  const { source } = search;
  const delimiter = delimiters.find((candidate) => candidate.open === open);
  if (delimiter === undefined || isCode(offset, search.code) || isEscaped(source, offset)) return null;
  const start = offset + open.length;
  const isDollar = open === '$';
  if (isDollar && (/\s/.test(source[start] ?? ' ') || /[\p{L}\p{N}$]/u.test(source[offset - 1] ?? '')))
    return null;
  const end = findEnd(start, delimiter.close, search);
  if (end === null || isCode(end, search.code)) return null;
  const tex = source.slice(start, end);
  if (tex.trim() === '' || /\n[ \t]*\n/.test(tex) || (isDollar && isProse(tex))) return null;
  return {
    tex: unquote(tex, source, offset),
    display: delimiter.display,
    written: source.slice(offset, end + delimiter.close.length),
    offset,
  };
}

/** Without the marks of a quote around the formula. */
function unquote(tex: string, source: string, offset: number): string {
  if (!tex.includes('\n')) return tex;
  const [quote] = /^(?: {0,3}> ?)+/.exec(source.slice(source.lastIndexOf('\n', offset) + 1, offset)) ?? [];
  return quote === undefined ? tex : tex.replace(/\n(?: {0,3}> ?)+/g, '\n');
}

/** "6 trillion in US", "5 or $6": begins with a digit and goes on in words, or holds another price. */
function isProse(tex: string): boolean {
  return /(?<!\\)\$/.test(tex) || (/^\d/.test(tex) && /(?<![\\\p{L}])\p{L}{3,}/u.test(tex));
}

function findEnd(start: number, close: string, { source, ends }: Search): number | null {
  const known = ends.get(close);
  if (known !== undefined && known >= start) return known === Number.POSITIVE_INFINITY ? null : known;
  let end = source.indexOf(close, start);
  while (end >= 0 && !closes(source, end, close)) end = source.indexOf(close, end + 1);
  ends.set(close, end < 0 ? Number.POSITIVE_INFINITY : end);
  return end < 0 ? null : end;
}

function closes(source: string, end: number, close: string): boolean {
  if (isEscaped(source, end)) return false;
  return (
    close !== '$' || !(/\s/.test(source[end - 1] ?? ' ') || /[\p{L}\p{N}$]/u.test(source[end + 1] ?? ''))
  );
}

function isEscaped(source: string, at: number): boolean {
  let backslashes = 0;
  while (source[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

function listCode(source: string): readonly (readonly [number, number])[] {
  const code: [number, number][] = [];
  skipped.lastIndex = 0;
  for (let found = skipped.exec(source); found !== null; found = skipped.exec(source)) {
    const [whole, , ticks] = found;
    let end = found.index + whole.length;
    if (ticks !== undefined) {
      const closing = new RegExp(`(?<!\`)\`{${ticks.length}}(?!\`)|\\n[ \\t]*\\n`, 'g');
      closing.lastIndex = found.index + ticks.length;
      const close = closing.exec(source);
      end = close?.[0].startsWith('`') === true ? close.index + ticks.length : found.index + ticks.length;
    }
    if (end > found.index + (ticks?.length ?? 0)) code.push([found.index, end]);
    skipped.lastIndex = Math.max(end, found.index + 1);
  }
  return code;
}

function isCode(at: number, code: readonly (readonly [number, number])[]): boolean {
  let [low, high] = [0, code.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((code[middle]?.[1] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (code[low]?.[0] ?? Number.POSITIVE_INFINITY) <= at;
}
