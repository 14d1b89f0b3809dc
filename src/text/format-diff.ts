import { type DiffLine, diffLines } from './diff-lines.js';

/** Lines shown around each change. */
const context = 1;

/**
 * Two versions of a file as `git diff -U1` shows them, so that `git apply` makes one of the other; empty when they are
 * equal. A line ends with `\n`, and a carriage return before it is a part of the line.
 */
export function formatDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  const lines = diffLines(before.split(/(?<=\n)/), after.split(/(?<=\n)/));
  const hunks = listHunks(lines).map(({ from, to }) => formatHunk(lines, from, to));
  return `--- a/${file}\n+++ b/${file}\n${hunks.join('')}`;
}

/** Runs of lines that hold a change, and the lines around it. */
function listHunks(lines: readonly DiffLine[]): readonly { readonly from: number; readonly to: number }[] {
  const hunks: { from: number; to: number }[] = [];
  lines.forEach(({ kind }, index) => {
    if (kind === ' ') return;
    const [from, to] = [Math.max(0, index - context), Math.min(lines.length, index + context + 1)];
    const last = hunks.at(-1);
    if (last !== undefined && from <= last.to) last.to = to;
    else hunks.push({ from, to });
  });
  return hunks;
}

function formatHunk(lines: readonly DiffLine[], from: number, to: number): string {
  const count = (start: number, end: number, other: DiffLine['kind']) =>
    lines.slice(start, end).filter(({ kind }) => kind !== other).length;
  const range = (other: DiffLine['kind']) => {
    const length = count(from, to, other);
    // Of no lines at all the number is that of the line before.
    return `${count(0, from, other) + (length === 0 ? 0 : 1)},${length}`;
  };
  const shown = lines.slice(from, to).map(({ kind, text }) => {
    return text.endsWith('\n') ? `${kind}${text}` : `${kind}${text}\n\\ No newline at end of file\n`;
  });
  return `@@ -${range('+')} +${range('-')} @@\n${shown.join('')}`;
}
