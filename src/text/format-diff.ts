import { formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';

/** Lines shown around each change, and up to how many differences are looked for: the search takes the square of them. */
const options = { context: 1, maxEditLength: 2000 };

/**
 * Two versions of a file as `git diff -U1` shows them, so that `git apply` makes one of the other; empty when they are
 * equal. A line ends with `\n`, and a carriage return before it is a part of the line. Versions with little in common are
 * shown as one taken out and the other put in.
 */
export function formatDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  const found = structuredPatch(file, file, before, after, '', '', options);
  const patch = found ?? {
    ...structuredPatch(file, file, '', '', '', ''),
    hunks: [replaceAll(markLines('-', before), markLines('+', after))],
  };
  return `--- a/${file}\n+++ b/${file}\n${formatPatch(patch, OMIT_HEADERS)}`;
}

function replaceAll(before: readonly string[], after: readonly string[]) {
  const count = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('\\')).length;
  const lines = [...before, ...after];
  return { oldStart: 1, oldLines: count(before), newStart: 1, newLines: count(after), lines };
}

function markLines(mark: string, text: string): readonly string[] {
  const lines = text.split('\n');
  const isEnded = lines.at(-1) === '';
  const marked = (isEnded ? lines.slice(0, -1) : lines).map((line) => mark + line);
  return isEnded ? marked : [...marked, '\\ No newline at end of file'];
}
