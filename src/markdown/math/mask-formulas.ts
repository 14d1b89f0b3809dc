import type { MathDelimiter } from '../../model/markdown-config.js';
import { type Formula, findFormulas } from './find-formulas.js';

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

/**
 * Hides the formulas of a text (`find-formulas.ts`). A text that has characters for private use itself has no formulas: their masks could not be told from it.
 */
export function maskFormulas(source: string, delimiters: readonly MathDelimiter[]): MaskedSource {
  const nothing = { text: source, formulas: [] };
  if (!delimiters.some(({ open }) => source.includes(open)) || anyPrivate.test(source)) return nothing;
  const formulas = findFormulas(source, delimiters, mostFormulas);
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
