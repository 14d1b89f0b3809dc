/**
 * The candidate a mistyped word was probably meant to be, or null when none is near: at most a third of its letters
 * (at least one), or `most`, missing, added, changed or swapped with the next. Case does not count; among equals the first
 * wins.
 * Costs what all candidates cost: for a list that grows with the book, see `indexWords`.
 */
export function nearestWord(
  word: string,
  candidates: Iterable<string>,
  most = allowedEdits(word),
): string | null {
  let nearest: string | null = null;
  let least = most + 1;
  // What is longer than any name that somebody types is a text, and costs its square.
  if (word.length > LONGEST) return null;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = countEdits(word.toLowerCase(), candidate.toLowerCase());
    if (distance >= least) continue;
    least = distance;
    nearest = candidate;
  }
  return nearest;
}

const LONGEST = 1000;

/** How many letters of a word may be wrong. */
export function allowedEdits(word: string): number {
  return Math.max(1, Math.floor(word.length / 3));
}

/** Damerau–Levenshtein distance, swaps of neighbours only ("optimal string alignment"). What both begin and end with costs nothing. */
function countEdits(from: string, to: string): number {
  let start = 0;
  while (start < from.length && from[start] === to[start]) start += 1;
  let end = 0;
  const rest = Math.min(from.length, to.length) - start;
  while (end < rest && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  return countEditsOf(from.slice(start, from.length - end), to.slice(start, to.length - end));
}

function countEditsOf(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const cost = from[row - 1] === to[column - 1] ? 0 : 1;
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + cost,
        swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
