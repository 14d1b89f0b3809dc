/** A line of two texts compared: in both, only in the old one, only in the new one. */
export interface DiffLine {
  readonly kind: ' ' | '-' | '+';
  readonly text: string;
}

/** Above this number of differences the rest is shown as taken out and put in: the search takes the square of it. */
const mostSteps = 2000;

/** The shortest way from one text to another, line by line (Myers 1986, greedy). */
export function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const start = countShared(before, after, 0);
  const end = countSharedEnd(before, after, start);
  const middle = diffMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end));
  const same = (text: string): DiffLine => ({ kind: ' ', text });
  return [...before.slice(0, start).map(same), ...middle, ...before.slice(before.length - end).map(same)];
}

function countShared(before: readonly string[], after: readonly string[], from: number): number {
  let count = from;
  while (count < before.length && count < after.length && before[count] === after[count]) count += 1;
  return count;
}

function countSharedEnd(before: readonly string[], after: readonly string[], start: number): number {
  const most = Math.min(before.length, after.length) - start;
  let count = 0;
  while (count < most && before.at(-1 - count) === after.at(-1 - count)) count += 1;
  return count;
}

/** Furthest-reaching paths, one map of them (diagonal → lines of `before`) for each number of differences. */
function diffMiddle(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const trace: ReadonlyMap<number, number>[] = [];
  let reach = new Map([[1, 0]]);
  for (let steps = 0; steps <= Math.min(before.length + after.length, mostSteps); steps += 1) {
    trace.push(reach);
    const next = new Map<number, number>();
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = firstColumn(reach, diagonal, steps);
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return walkBack(trace, before, after);
    }
    reach = next;
  }
  return [...before.map((text) => line('-', text)), ...after.map((text) => line('+', text))];
}

function firstColumn(reach: ReadonlyMap<number, number>, diagonal: number, steps: number): number {
  const down = reach.get(diagonal + 1) ?? 0;
  const right = (reach.get(diagonal - 1) ?? -1) + 1;
  return diagonal === -steps || (diagonal !== steps && right <= down) ? down : right;
}

function walkBack(
  trace: readonly ReadonlyMap<number, number>[],
  before: readonly string[],
  after: readonly string[],
): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let x = before.length;
  let y = after.length;
  for (let steps = trace.length - 1; steps >= 0; steps -= 1) {
    const reach = trace[steps] ?? new Map();
    const diagonal = x - y;
    const fromX = firstColumn(reach, diagonal, steps);
    const isDown = fromX === (reach.get(diagonal + 1) ?? 0) && !isRight(reach, diagonal, steps);
    while (x > fromX && y > 0 && x > 0) {
      x -= 1;
      y -= 1;
      lines.push(line(' ', before[x] ?? ''));
    }
    if (steps === 0) break;
    if (isDown) y -= 1;
    else x -= 1;
    lines.push(isDown ? line('+', after[y] ?? '') : line('-', before[x] ?? ''));
  }
  return lines.reverse();
}

function isRight(reach: ReadonlyMap<number, number>, diagonal: number, steps: number): boolean {
  if (diagonal === -steps) return false;
  return diagonal === steps || (reach.get(diagonal - 1) ?? -1) + 1 > (reach.get(diagonal + 1) ?? 0);
}

function line(kind: DiffLine['kind'], text: string): DiffLine {
  return { kind, text };
}
