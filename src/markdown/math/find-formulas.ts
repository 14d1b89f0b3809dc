import type { MathDelimiter } from '../../model/markdown-config.js';
import { isCode, listCode, type SourceRange } from './list-code.js';

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

/**
 * The formulas of a text, in order. One ends in the paragraph in which it begins; what stands in code is none. Of a
 * single dollar sign (`$x$`) both must touch the formula, and neither a word or a number outside: prices are none.
 *
 * @param most So many are found.
 */
export function findFormulas(
  source: string,
  delimiters: readonly MathDelimiter[],
  most: number,
): readonly Formula[] {
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
    if (formulas.length === most) break;
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
  readonly code: readonly SourceRange[];
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
