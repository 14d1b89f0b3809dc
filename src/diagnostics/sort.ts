import { isChapterName } from '../content/chapter-name.js';
import type { Diagnostic } from '../model/diagnostic.js';

/**
 * Findings in book order: those without a file first, then those in files that are no chapters (config, templates)
 * by path, then chapter by chapter in reading order, then Markdown files that are no pages by path; within a file by
 * line, column and code.
 *
 * @param readingOrder Files of the chapters in reading order.
 */
export function sortDiagnostics(
  diagnostics: readonly Diagnostic[],
  readingOrder: readonly string[],
): readonly Diagnostic[] {
  const rank = new Map(readingOrder.map((file, index) => [file, index]));
  const rankOf = ({ file = '' }: Diagnostic) =>
    rank.get(file) ?? (isChapterName(file) ? readingOrder.length : -1);
  return [...diagnostics].sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      compareText(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareText(a.code, b.code),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
