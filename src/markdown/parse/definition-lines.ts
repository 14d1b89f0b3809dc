/** The lines of one definition, taken out of those of its container. */
export interface DefinitionLines {
  /** Of the first and the last line, from 0. */
  readonly first: number;
  readonly last: number;
  /** Columns that were taken off each line: the colon and the spaces behind it. */
  readonly indent: number;
  /** True when it stands right below its term or the definition before. */
  readonly tight: boolean;
  readonly text: string;
}

/** A colon and a space at the very beginning of a line, with something behind them. */
export const definitionMark = /^:[ \t]+(?=\S)/;

const fence = /^[ \t]*(`{3,}|~{3,})/;
/** What begins something else than the rest of a paragraph. */
const otherBlock = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|>|[-*+][ \t]|\d+[.)][ \t]|`{3}|~{3}|\||<)/;
const tabWidth = 4;
/** Where the text behind the colon counts as indented code, which begins one column further on. */
const codeIndent = 8;

/**
 * Reads a definition (PHP Markdown Extra, "Definition Lists"; Hugo's goldmark): the line that begins with the colon, and
 * what follows it indented as far as its text, or without a blank line as the rest of a paragraph.
 *
 * @param lines Of the container, without what makes it one.
 * @param first The line with the colon.
 */
export function readDefinition(lines: readonly string[], first: number): DefinitionLines {
  const mark = definitionMark.exec(lines[first] ?? '')?.[0] ?? ': ';
  const indent = mark.length >= codeIndent ? 2 : mark.length;
  const taken = [(lines[first] ?? '').slice(indent)];
  const tight = first === 0 || !isBlank(lines[first - 1]);
  let open = openFence(taken[0] ?? '', null);
  let last = first;
  for (let at = first + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const inside = takeIndent(line, indent);
    if (inside === null && !isBlank(line)) {
      const isRest = open === null && last === at - 1 && continuesParagraph(lines[at - 1] ?? '', line);
      if (!isRest) break;
    }
    taken.push(inside ?? line.trimStart());
    if (!isBlank(line)) last = at;
    open = openFence(inside ?? '', open);
  }
  return { first, last, indent, tight, text: taken.slice(0, last - first + 1).join('\n') };
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** The line without its first columns; null if there is text in them. */
function takeIndent(line: string, columns: number): string | null {
  let column = 0;
  let at = 0;
  for (; column < columns; at += 1) {
    if (line[at] === ' ') column += 1;
    else if (line[at] === '\t') column += tabWidth - (column % tabWidth);
    else return null;
  }
  return ' '.repeat(column - columns) + line.slice(at);
}

function continuesParagraph(before: string, line: string): boolean {
  return (
    !definitionMark.test(line) && !otherBlock.test(line) && !fence.test(before) && !otherBlock.test(before)
  );
}

/** The fence that is open behind a line, given the one before it. */
function openFence(line: string, open: string | null): string | null {
  const [, marks] = fence.exec(line) ?? [];
  if (marks === undefined) return open;
  if (open === null) return marks;
  return marks.startsWith(open) && line.trim() === marks ? null : open;
}
