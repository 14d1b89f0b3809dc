import type { SearchCost } from './measure-search.js';
import type { FirstQuery } from './quality/first-query.js';
import { ratio } from './statistics.js';

/** What section 4 of the reading site's agreement allows: of the book that it speaks of, and of a small one. */
const limits = { indexShare: 0.5, indexBytes: 15e6, requests: 6, milliseconds: 100 };
const queryBytes: Readonly<Record<number, number>> = { 300: 100_000, 5000: 150_000 };

/** What the search of each book costs, Pagefind's beside it, each figure that has a limit with its verdict. */
export function formatSearch(costs: readonly SearchCost[]): string {
  return costs.map(formatCost).join('');
}

function formatCost({ chapters, seconds, indexBytes, octavo, pagefind }: SearchCost): string {
  const added = (seconds.with ?? 0) - (seconds.without ?? 0);
  const share = ratio(added, seconds.hugo);
  const rows = octavo.map(
    (first, index) =>
      `  ${first.query.padEnd(30)}${formatQuery(first).padEnd(52)}${judgeQuery(first, chapters).padEnd(8)}` +
      `Pagefind ${formatQuery(pagefind[index])}\n`,
  );
  return (
    `\nSearch in ${chapters.toLocaleString('en')} chapters\n` +
    `  the index adds ${formatSeconds(added)} to ${formatSeconds(seconds.without)}` +
    ` (Hugo ${formatSeconds(seconds.hugo)}: ${share === null ? '–' : share.toFixed(2)}, limit ${limits.indexShare},` +
    ` ${judge(share, limits.indexShare)}); Pagefind ${formatSeconds(seconds.pagefind)}\n` +
    `  the index has ${formatBytes(indexBytes.octavo)} (${judge(indexBytes.octavo, limits.indexBytes)}),` +
    ` Pagefind’s ${formatBytes(indexBytes.pagefind)}\n${rows.join('')}`
  );
}

function judge(figure: number | null, limit: number): string {
  return figure === null ? 'not measured' : figure <= limit ? 'kept' : 'MISSED';
}

function judgeQuery({ requests, bytes, afterBytes }: FirstQuery, chapters: number): string {
  const isKept =
    requests <= limits.requests &&
    bytes <= (queryBytes[chapters] ?? Number.POSITIVE_INFINITY) &&
    afterBytes <= limits.milliseconds;
  return isKept ? 'kept' : 'MISSED';
}

function formatQuery(query: FirstQuery | undefined): string {
  if (query === undefined) return '–';
  const [after, worked] = [query.afterBytes, query.worked].map((time) => time.toFixed(0));
  return `${query.requests} requests, ${formatBytes(query.bytes)}, ${after} ms later (work ${worked} ms)`;
}

function formatSeconds(seconds: number | null): string {
  return seconds === null ? '–' : `${seconds.toFixed(2)} s`;
}

function formatBytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} KB`;
}
