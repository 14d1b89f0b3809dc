import { foldFindings } from '../../diagnostics/fold.js';
import { formatCounts, formatDiagnostic, formatFold } from '../../diagnostics/format.js';
import { mergeTallies } from '../../diagnostics/merge-tallies.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { readBookText } from '../../sources/read-book-text.js';
import type { Environment } from '../command.js';

/**
 * Writes findings to the log in the order given, each with its excerpt, a blank line between them, and the count line.
 * What is no error is folded (`foldFindings`) where a code has more than can be read.
 */
export function logDiagnostics(
  diagnostics: readonly Diagnostic[],
  root: string,
  { log, palette, columns }: Environment,
): void {
  if (diagnostics.length === 0) return;
  const counted = mergeTallies(diagnostics);
  const linesOf = createLineReader(root);
  const { shown, folds } = foldFindings(counted);
  const options = { palette, linesOf, ...roomOn(columns) };
  for (const diagnostic of shown) log(`${formatDiagnostic(diagnostic, options)}\n`);
  for (const fold of folds) log(`${formatFold(fold, palette)}\n`);
  if (folds.length > 0) log(`${palette.dim('help:')} \`octavo check\` shows each of them.\n`);
  log(formatCounts(counted));
}

/** The same as a result, for a command that is asked for findings. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  root: string,
  { print, printPalette: palette, columns }: Environment,
): void {
  const linesOf = createLineReader(root);
  const options = { palette, linesOf, ...roomOn(columns) };
  for (const diagnostic of diagnostics) print(`${formatDiagnostic(diagnostic, options)}\n\n`);
}

/** Columns before the text of an excerpt, with a number of four digits, and for the signs that it was cut. */
const gutter = 13;
const leastRoom = 20;

/** What a terminal has for excerpts: a line that it would break has its caret in the wrong place. */
function roomOn(columns: number | null): { readonly room?: number } {
  return columns === null ? {} : { room: Math.max(leastRoom, columns - gutter) };
}

/** Reads each file once. */
function createLineReader(root: string): (file: string) => readonly string[] | null {
  const read = new Map<string, readonly string[] | null>();
  return (file) => {
    const known = read.get(file);
    if (known !== undefined) return known;
    const lines = readBookText(root, file)?.split('\n') ?? null;
    read.set(file, lines);
    return lines;
  };
}
