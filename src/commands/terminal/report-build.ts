import { formatCounts, type Palette } from '../../diagnostics/format.js';
import { largest } from '../../lists/largest.js';
import type { UnpublishedPage } from '../../model/book.js';
import type { PublishCounts } from '../../model/output.js';
import type { BookReport } from '../../model/report.js';

/** A build that published, or found that there was nothing to do. */
export interface BuildSummary {
  readonly report: BookReport;
  readonly counts: PublishCounts;
  /** As the user named it: `public`. */
  readonly destination: string;
  readonly milliseconds: number;
}

const shownUnpublished = 20;

/** The lines that end a build: pages by kind, files, held-back chapters by name and reason, findings, time. */
export function formatBuildSummary(summary: BuildSummary, palette: Palette): string {
  const { report, counts, destination } = summary;
  const name = report.title === '' ? '' : `${palette.strong(report.title)}: `;
  const lines = [
    `${name}${formatPages(report)} ${palette.dim('→')} ${destination}/`,
    `  ${formatFiles(counts)}`,
    ...(report.hasHost ? [] : ['  no sitemap and no feeds: they need `baseURL`']),
    ...formatUnpublished(report.unpublished, palette),
  ];
  const findings = formatCounts(report.diagnostics);
  const time = formatDuration(summary.milliseconds);
  lines.push(`  ${findings === '' ? 'no warnings' : findings}, done in ${time}`);
  return `${lines.join('\n')}\n`;
}

function formatPages(report: BookReport): string {
  const { home, section, page, taxonomy, term } = report.pages;
  const counts = [plural(home, 'home', 'homes'), plural(section, 'section'), plural(page, 'chapter')];
  if (taxonomy > 0) counts.push(plural(taxonomy, 'taxonomy', 'taxonomies'), plural(term, 'term'));
  return counts.join(', ');
}

function formatFiles(counts: PublishCounts): string {
  if (counts.written === 0 && counts.removed === 0)
    return `nothing to do, ${plural(counts.unchanged, 'file')} unchanged`;
  return `${counts.written} written, ${counts.unchanged} unchanged, ${counts.removed} removed`;
}

function formatUnpublished(unpublished: readonly UnpublishedPage[], palette: Palette): readonly string[] {
  if (unpublished.length === 0) return [];
  const rows = unpublished.slice(0, shownUnpublished);
  const width = largest(rows.map((row) => row.file.length));
  const lines = rows.map(
    (row) => `    ${row.file.padEnd(width)}  ${formatReason(row)}  ${palette.dim(row.label)}`,
  );
  const more = unpublished.length - rows.length;
  return [`  ${unpublished.length} held back:`, ...lines, ...(more > 0 ? [`    and ${more} more`] : [])];
}

function formatReason(row: UnpublishedPage): string {
  const day = row.date?.iso.slice(0, 10) ?? '';
  if (row.reason === 'draft') return 'draft (publish with -D)';
  if (row.reason === 'future') return `dated ${day} (publish with -F)`;
  return `expired ${day} (publish with -E)`;
}

/** `84 ms`, `2.1 s`. */
function formatDuration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
