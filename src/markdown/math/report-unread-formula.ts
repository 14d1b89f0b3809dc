import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { MathDelimiter } from '../../model/markdown-config.js';
import type { RenderJob } from '../../model/rendered.js';
import { findFormulas } from './find-formulas.js';

const delimiters: readonly MathDelimiter[] = [
  { open: '$$', close: '$$', display: true },
  { open: '\\[', close: '\\]', display: true },
  { open: '\\(', close: '\\)', display: false },
  { open: '$', close: '$', display: false },
];
/** So many formulas are looked at: prices and escaped brackets look like some. */
const most = 20;
/** Commands, indices and powers are of TeX, and of no price. */
const tex = /\\[A-Za-z]+|[\p{L}\p{N})}][_^]|\^\{|_\{/u;

/** Reports `markdown/math-off` at the first formula of a chapter in a book without math. `body` is the text as written. */
export function reportUnreadFormula(
  body: string,
  { file, bodyLine }: Pick<RenderJob, 'file' | 'bodyLine'>,
): readonly Diagnostic[] {
  if (!/\$|\\[([]/.test(body)) return [];
  const formula = findFormulas(body, delimiters, most).find((found) => tex.test(found.tex));
  if (formula === undefined) return [];
  const { line, column, written } = formula;
  const length = written.includes('\n') ? {} : { length: written.length };
  return [diagnose('markdown/math-off', {}, { file, line: line + bodyLine - 1, column, ...length })];
}
