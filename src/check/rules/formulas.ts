import { diagnose } from '../../diagnostics/catalogue.js';
import { findFormulas } from '../../markdown/math/find-formulas.js';
import type { MathDelimiter } from '../../model/config.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

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

/**
 * Creates the rule for a book without math: reports `markdown/math-off` once, at its first formula.
 *
 * @param isOn Whether the book has math, where there is nothing to report.
 */
export function createFormulaCheck(isOn: boolean): (chapter: CheckedChapter) => readonly Finding[] {
  let isTold = isOn;
  return ({ text, chapter, placeAt }) => {
    if (isTold || !/\$|\\[([]/.test(text)) return [];
    const body = text.slice(chapter.bodyStart);
    const formula = findFormulas(body, delimiters, most).find((found) => tex.test(found.tex));
    if (formula === undefined) return [];
    isTold = true;
    const start = chapter.bodyStart + formula.offset;
    return [
      { diagnostic: diagnose('markdown/math-off', {}, placeAt(start, start + formula.written.length)) },
    ];
  };
}
