import process from 'node:process';

/** How often a property is tried, and with which numbers. */
export interface Draws {
  readonly numRuns: number;
  readonly seed?: number;
}

/**
 * `count` draws, the same ones at every run of the suite. `npm run soak` sets `SOAK` to a factor: that many times as
 * many, new ones each time, or those of the seed in `SOAK_SEED`; a draw that fails is printed with its seed.
 */
export function draws(count: number): Draws {
  const factor = Number(process.env['SOAK'] ?? '0');
  if (!(factor > 0)) return { numRuns: count, seed: 11 };
  const seed = process.env['SOAK_SEED'] ?? '';
  const chosen = seed === '' ? {} : { seed: Number.parseInt(seed, 16) | 0 };
  return { numRuns: Math.ceil(count * factor), ...chosen };
}
