/** Line and column of an offset in a text; both start at 1, columns count UTF-16 units. Line ends are `\n`. */
export function locateOffset(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
