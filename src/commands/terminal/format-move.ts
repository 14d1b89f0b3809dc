import type { MovePlan } from '../../authoring/move/plan-move.js';
import { formatTable } from './format-table.js';
import { formatWeights } from './format-weights.js';

/**
 * A move as a table: files and where they go, addresses that will redirect, weights, and the chapters in which only
 * links change.
 */
export function formatMove({ moved, redirects, weights, changes }: MovePlan, columns: number | null): string {
  const files = [...moved.values()].map(({ from, to }) => [from, to] as const);
  const shown = new Set([...files.flat(), ...weights.map(({ chapter }) => chapter.file)]);
  const linking = changes.flatMap(({ file }) => (shown.has(file) ? [] : [`  ${file}  links\n`]));
  const lost = redirects.map(({ old, now }) => [old, `→ ${now}  redirects`] as const);
  return [
    formatTable(
      files.map(([from, to]) => [from, `→ ${to}`]),
      columns,
      ' ',
    ),
    formatTable(lost, columns, ' '),
    formatWeights(weights, columns),
    ...linking,
  ].join('');
}
