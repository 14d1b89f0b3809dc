/** The bullets of print and word processors, none of which Markdown knows. */
const bullet = /^([ \t]*)[•◦▪‣●■□○∙⁃]\s+(?=\S)/u;

/** A piece of text that is typed as a list. */
export interface TypedList {
  /** Lines before the first bullet. */
  readonly intro: readonly string[];
  /** The rest as a list of Markdown, with as many lines. */
  readonly list: readonly string[];
}

/** Whether a line begins with a typed bullet. */
export function beginsTypedBullet(line: string): boolean {
  return bullet.test(line);
}

/**
 * Reads the lines of a block, as they are indented in the file, as a typed list: its depth follows the indent. Lines without a
 * bullet go on with the entry before. Null where no line begins with a bullet.
 */
export function readTypedList(lines: readonly string[]): TypedList | null {
  const first = lines.findIndex((line) => bullet.test(line));
  if (first < 0) return null;
  const indents: number[] = [];
  const list = lines.slice(first).map((line) => {
    const found = bullet.exec(line);
    if (found === null) return line.trim() === '' ? '' : `${'  '.repeat(indents.length)}${line.trim()}`;
    const indent = (found[1] ?? '').replaceAll('\t', '    ').length;
    while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent) indents.pop();
    indents.push(indent);
    return `${'  '.repeat(indents.length - 1)}- ${line.slice(found[0].length)}`;
  });
  return { intro: lines.slice(0, first), list };
}
