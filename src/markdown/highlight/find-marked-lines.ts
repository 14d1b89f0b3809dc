const range = /^(\d{1,9})(?:-(\d{1,9}))?$/;

/**
 * Which lines a list such as `2-4 7` names, in one entry for each line; commas count as spaces. Numbers are counted
 * from 1; what is no number or range is passed over.
 */
export function findMarkedLines(list: string, count: number): readonly boolean[] {
  // How many ranges begin at a line, less those that ended before it: many ranges cost no more than their number.
  const changes = new Int32Array(count + 2);
  for (const part of list.split(/[\s,]+/)) {
    const [, first, last = first] = range.exec(part) ?? [];
    if (first === undefined) continue;
    const from = Math.max(1, Number(first));
    const to = Math.min(count, Number(last));
    if (from > to) continue;
    changes[from] = (changes[from] ?? 0) + 1;
    changes[to + 1] = (changes[to + 1] ?? 0) - 1;
  }
  let open = 0;
  return Array.from({ length: count }, (_, index) => {
    open += changes[index + 1] ?? 0;
    return open > 0;
  });
}
