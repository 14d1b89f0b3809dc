import type { WeightChange } from '../../authoring/weights/plan-place.js';
import { formatTable } from './format-table.js';

/** Chapters that get other weights, one line each: `  content/14g.md  weight 329 → 330`. Empty for none. */
export function formatWeights(changes: readonly WeightChange[], columns: number | null): string {
  const rows = changes.map(
    ({ chapter, from, to }) => [chapter.file, `weight ${from === 0 ? 'none' : from} → ${to}`] as const,
  );
  return formatTable(rows, columns);
}
