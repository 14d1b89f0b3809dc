import { posix } from 'node:path';

/**
 * The path most like a broken one, as it would be written in the chapter `from`: one with the same last part, else
 * one that differs in few letters. Null if none is close.
 */
export function nearestPath(written: string, from: string, paths: readonly string[]): string | null {
  const folder = posix.dirname(from);
  const wanted = written.replace(/[?#].*$/s, '');
  const name = posix.basename(wanted);
  const limit = Math.max(1, Math.floor(wanted.length / 5));
  let best: string | null = null;
  let smallest = limit + 1;
  for (const path of paths) {
    const relative = wanted.startsWith('/') ? `/${path}` : posix.relative(folder, path);
    if (Math.abs(relative.length - wanted.length) <= limit) {
      const distance = editDistance(wanted, relative);
      if (distance < smallest) [best, smallest] = [relative, distance];
    } else if (best === null && posix.basename(path) === name) best = relative;
  }
  return best;
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
