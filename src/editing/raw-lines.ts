/** One line of a file as it is on the disk; offsets count UTF-16 units from the start of the file. */
export interface RawLine {
  readonly start: number;
  /** Where the line end starts. */
  readonly end: number;
  /** Where the next line starts. */
  readonly next: number;
}

/**
 * The lines of a text whose byte order mark and line ends (LF, CRLF, CR) are still there. Line n of the result is line
 * n + 1 of the decoded text, and its columns are the same: the mark is no part of the first line.
 */
export function splitRawLines(text: string): readonly RawLine[] {
  const lines: RawLine[] = [];
  const lineEnd = /\r\n?|\n/g;
  let start = text.startsWith('\ufeff') ? 1 : 0;
  for (let found = lineEnd.exec(text); found !== null; found = lineEnd.exec(text)) {
    lines.push({ start, end: found.index, next: lineEnd.lastIndex });
    start = lineEnd.lastIndex;
  }
  lines.push({ start, end: text.length, next: text.length });
  return lines;
}

/** The line end that a file uses: its first one; `\n` when it has none. */
export function lineEndOf(text: string): string {
  return /\r\n?|\n/.exec(text)?.[0] ?? '\n';
}

/** A text as the stages read it: without byte order mark, line ends as `\n`. */
export function normalizeText(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}
