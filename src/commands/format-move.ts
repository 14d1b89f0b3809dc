import type { MovePlan } from '../authoring/plan-move.js';
import { formatWeights } from './format-weights.js';

/**
 * A move as a table: files and where they go, addresses that will redirect, weights, and the chapters in which only
 * links change.
 */
export function formatMove({ moved, redirects, weights, changes }: MovePlan): string {
  const files = [...moved.values()].map(({ from, to }) => [from, to] as const);
  const shown = new Set([...files.flat(), ...weights.map(({ chapter }) => chapter.file)]);
  const linking = changes.flatMap(({ file }) => (shown.has(file) ? [] : [`  ${file}  links\n`]));
  return [
    formatPairs(files, ''),
    formatPairs(
      redirects.map(({ old, now }) => [old, now]),
      '  redirects',
    ),
    formatWeights(weights),
    ...linking,
  ].join('');
}

function formatPairs(pairs: readonly (readonly [string, string])[], note: string): string {
  const width = Math.max(0, ...pairs.map(([from]) => from.length));
  return pairs.map(([from, to]) => `  ${from.padEnd(width)} → ${to}${note}\n`).join('');
}
