import { type PreviewFigures, type PreviewResults, previewChapters } from './measure-preview.js';

/** What the design promises of the preview: seconds, bytes. */
const limits: readonly (readonly [keyof PreviewFigures, string, number])[] = [
  ['firstPageSeconds', 'started → first page', 1],
  ['textSeconds', 'text saved → page', 0.03],
  ['titleSeconds', 'title saved → next page', 0.1],
  ['peakBytes', 'peak memory', 600e6],
];

/** The previews beside each other, each line with its limit. */
export function formatPreviews(results: PreviewResults): string {
  const rows = limits.map(([quantity, name, limit]) => {
    const [octavo, hugo] = [results.octavo?.[quantity] ?? null, results.hugo?.[quantity] ?? null];
    const verdict = octavo === null ? '' : octavo <= limit ? 'kept' : 'MISSED';
    const cells = [octavo, hugo, limit].map((value) => formatQuantity(quantity, value).padStart(12));
    return `  ${name.padEnd(28)}${cells.join('')}   ${verdict}`;
  });
  const head = `  ${''.padEnd(28)}${['Octavo', 'Hugo', 'limit'].map((name) => name.padStart(12)).join('')}`;
  return `\nPreview of ${previewChapters.toLocaleString('en')} chapters\n${head}\n${rows.join('\n')}\n`;
}

function formatQuantity(quantity: keyof PreviewFigures, value: number | null): string {
  if (value === null) return '–';
  return quantity === 'peakBytes' ? `${(value / 1e6).toFixed(0)} MB` : `${Math.round(value * 1000)} ms`;
}
