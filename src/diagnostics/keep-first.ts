import type { Diagnostic } from '../model/diagnostic.js';

/** What every chapter may report, and one switch of the book settles. */
const ofBook: readonly string[] = ['markdown/math-off'];

/** The findings with only the first of those that are about the whole book. */
export function keepFirst(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = new Set<string>();
  return diagnostics.filter(({ code }) => {
    if (!ofBook.includes(code)) return true;
    return !told.has(code) && told.add(code);
  });
}
