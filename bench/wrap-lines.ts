/** Characters of a line, as in text that a PDF reader extracted. */
const lineWidth = 100;

/**
 * Breaks one paragraph into lines of at most 100 characters, at spaces and after the hyphens of compounds
 * (`hand-⏎to-hand`). A piece longer than a line stands alone. No line break at the end.
 */
export function wrapLines(paragraph: string, width = lineWidth): string {
  const lines: string[] = [];
  let line = '';
  for (const piece of paragraph.split(/(?<= )|(?<=[a-z]-)(?=[a-z])/)) {
    if (line !== '' && (line + piece).trimEnd().length > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line].join('\n');
}
