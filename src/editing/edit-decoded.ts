import { lineEndOf, splitRawLines } from './raw-lines.js';
import { applyEdits, type TextEdit } from './text-edit.js';

/**
 * Makes edits of the decoded text (no byte order mark, line ends as `\n`) in the raw one: what no edit touches stays byte
 * for byte, and new lines end as the file's first one does.
 */
export function editDecoded(raw: string, edits: readonly TextEdit[]): string {
  const toRaw = createOffsetMap(raw);
  const lineEnd = lineEndOf(raw);
  const mapped = edits.map(({ start, end, text }) => ({
    start: toRaw(start),
    end: toRaw(end),
    text: text.replaceAll('\n', lineEnd),
  }));
  return applyEdits(raw, mapped);
}

/** From offsets of the decoded text to those of the raw one. */
function createOffsetMap(raw: string): (offset: number) => number {
  if (!raw.includes('\r')) {
    const mark = raw.startsWith('\ufeff') ? 1 : 0;
    return (offset) => offset + mark;
  }
  const lines = splitRawLines(raw);
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.end - line.start + 1;
  }
  return (offset) => {
    const index = Math.max(
      starts.findLastIndex((first) => first <= offset),
      0,
    );
    return (lines[index]?.start ?? 0) + offset - (starts[index] ?? 0);
  };
}
