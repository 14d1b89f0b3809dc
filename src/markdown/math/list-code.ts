/** Start and end of a piece of a source. */
export type SourceRange = readonly [start: number, end: number];

/** Fences with their content, code between backticks, and escapes: nothing in them is a formula. */
const skipped =
  /^(?:[ \t>]*)(`{3,}(?!`)|~{3,}(?!~))[^\n\r]*\n[\s\S]*?(?:^[ \t>]*\1[`~]*[ \t]*$|$(?![\s\S]))|(?<!`)(`+)(?!`)[^`]/gm;

/** The pieces of a source that are code, in order. */
export function listCode(source: string): readonly SourceRange[] {
  const code: [number, number][] = [];
  skipped.lastIndex = 0;
  for (let found = skipped.exec(source); found !== null; found = skipped.exec(source)) {
    const [whole, , ticks] = found;
    let end = found.index + whole.length;
    if (ticks !== undefined) {
      const closing = new RegExp(`(?<!\`)\`{${ticks.length}}(?!\`)|\\n[ \\t]*\\n`, 'g');
      closing.lastIndex = found.index + ticks.length;
      const close = closing.exec(source);
      end = close?.[0].startsWith('`') === true ? close.index + ticks.length : found.index + ticks.length;
    }
    if (end > found.index + (ticks?.length ?? 0)) code.push([found.index, end]);
    skipped.lastIndex = Math.max(end, found.index + 1);
  }
  return code;
}

/** Whether an offset lies in one of the pieces. */
export function isCode(at: number, code: readonly SourceRange[]): boolean {
  let [low, high] = [0, code.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((code[middle]?.[1] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (code[low]?.[0] ?? Number.POSITIVE_INFINITY) <= at;
}
