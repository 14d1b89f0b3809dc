/** A point in a text as syntax trees have it: lines and columns from 1, offset from 0, in UTF-16 units. */
interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Finds the point of an offset, in logarithmic time. */
export type FindPoint = (offset: number) => Point;

/** Digests a text once, for many offsets. Line ends are `\n`. */
export function createLineTable(text: string): FindPoint {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    const line = lastAtMost(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset };
  };
}

/** The index of the last number that is not above `limit`; the first is not. */
export function lastAtMost(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
