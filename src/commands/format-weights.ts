import type { WeightChange } from '../authoring/plan-place.js';

/** Chapters that get other weights, one line each: `  content/14g.md  weight 329 → 330`. Empty for none. */
export function formatWeights(changes: readonly WeightChange[]): string {
  const width = Math.max(0, ...changes.map(({ chapter }) => chapter.file.length));
  return changes
    .map(
      ({ chapter, from, to }) =>
        `  ${chapter.file.padEnd(width)}  weight ${from === 0 ? 'none' : from} → ${to}\n`,
    )
    .join('');
}
