import { foldFindings } from '../diagnostics/fold.js';
import { formatCounts, formatDiagnostic, formatFold } from '../diagnostics/format.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { readBookText } from '../sources/read-book-text.js';
import type { Environment } from './command.js';

/**
 * Writes findings to the log in the order given, each with its excerpt, a blank line between them, and the count line.
 * What is no error is folded (`foldFindings`) where a code has more than can be read.
 */
export function logDiagnostics(
  diagnostics: readonly Diagnostic[],
  root: string,
  { log, palette }: Environment,
): void {
  if (diagnostics.length === 0) return;
  const linesOf = createLineReader(root);
  const { shown, folds } = foldFindings(diagnostics);
  for (const diagnostic of shown) log(`${formatDiagnostic(diagnostic, { palette, linesOf })}\n`);
  for (const fold of folds) log(`${formatFold(fold, palette)}\n`);
  if (folds.length > 0) log(`${palette.dim('help:')} \`octavo check\` shows each of them.\n`);
  log(formatCounts(diagnostics));
}

/** The same as a result, for a command that is asked for findings. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  root: string,
  { print, printPalette: palette }: Environment,
): void {
  const linesOf = createLineReader(root);
  for (const diagnostic of diagnostics) print(`${formatDiagnostic(diagnostic, { palette, linesOf })}\n\n`);
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
