/** A stretch of a list: from `start` up to, not including, `end`. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** A list of up to `whole` entries is shown whole; of a longer one, at least `around` on each side of an entry. */
export interface WindowRule {
  readonly whole: number;
  readonly around: number;
}

/**
 * The part of a list that is shown around an entry (reading, section 5.1). Windows begin and end at multiples of
 * `around`, so that neighbours share one and it is made once; without an entry (-1) the list's beginning is shown.
 */
export function placeWindow(length: number, entry: number, { whole, around }: WindowRule): Window {
  if (length <= whole) return { start: 0, end: length };
  const block = Math.floor(Math.max(0, entry) / around);
  const start = Math.max(0, (block - 1) * around);
  return { start, end: Math.min(length, (block + 2) * around) };
}
