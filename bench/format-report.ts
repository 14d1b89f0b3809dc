import type { Measurement } from './measure.js';
import type { BookResult } from './measure-book.js';
import type { BuildScenario } from './plan-books.js';
import { ratio } from './statistics.js';
import { growth, type Judgement, medianOf, type Quantity } from './summarize.js';

const scenarioNames: Readonly<Record<BuildScenario, string>> = {
  cold: 'cold build',
  searched: 'cold build with search',
  unchanged: 'nothing changed',
  changed: 'one text changed',
  retitled: 'one title changed',
  list: 'list --json',
  check: 'check',
};

const quantities: readonly Quantity[] = ['wallSeconds', 'cpuSeconds', 'peakBytes'];
const quantityNames: Readonly<Record<Quantity, string>> = {
  wallSeconds: 'wall',
  cpuSeconds: 'CPU',
  peakBytes: 'peak memory',
};

/** The medians of one book: a line for each scenario and quantity, with the range of wall times. */
export function formatBook(book: BookResult): string {
  const pages = Object.entries(book.published).map(
    ([tool, { pages, bytes }]) => `${tool} ${formatCount(pages)} pages, ${formatBytes(bytes)}`,
  );
  const rows = (Object.keys(book.runs) as BuildScenario[]).flatMap((scenario) =>
    quantities.map((quantity) => formatRow(book, scenario, quantity)),
  );
  const title = `${formatCount(book.chapters)} chapters, ${formatBytes(book.sourceBytes)}`;
  return `\n${title} → ${pages.join('; ')}\n${formatCells('', 'Octavo', 'Hugo', 'ratio')}\n${rows.join('\n')}\n`;
}

function formatRow(book: BookResult, scenario: BuildScenario, quantity: Quantity): string {
  const octavo = medianOf(book, scenario, 'octavo', quantity);
  const hugo = medianOf(book, scenario, 'hugo', quantity);
  const format = quantity === 'peakBytes' ? formatBytes : formatSeconds;
  const name = `${scenarioNames[scenario]}, ${quantityNames[quantity]}`;
  const row = formatCells(name, format(octavo), format(hugo), formatRatio(ratio(octavo, hugo)));
  return quantity === 'wallSeconds' ? `${row}${formatRanges(book, scenario)}` : row;
}

/** `(2.0–2.3, 3.0–3.4)`: how far the counted rounds lie apart. */
function formatRanges(book: BookResult, scenario: BuildScenario): string {
  const ranges = Object.values(book.runs[scenario] ?? {}).map((runs: readonly Measurement[]) => {
    const seconds = runs.map((run) => run.wallSeconds);
    return `${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)}`;
  });
  return `   (${ranges.join(', ')})`;
}

/** Octavo's cold build per chapter, book by book, and its growth from each to the next; `''` for fewer than two. */
export function formatGrowth(books: readonly BookResult[]): string {
  const built = books.filter((book) => book.runs.cold?.octavo !== undefined);
  if (built.length < 2) return '';
  const rows = built.map((book, place) => {
    const wall = ratio(medianOf(book, 'cold', 'octavo', 'wallSeconds'), book.chapters / 1000);
    const peak = ratio(medianOf(book, 'cold', 'octavo', 'peakBytes'), book.chapters);
    const time = `${wall?.toFixed(2)} ms ${formatGrowthRatio(built[place - 1], book, 'wallSeconds')}`;
    return formatCells(
      `${formatCount(book.chapters)} chapters`,
      time,
      `${formatBytes(peak)} ${formatGrowthRatio(built[place - 1], book, 'peakBytes')}`,
      '',
    );
  });
  return `\nOctavo, cold build, per chapter (and over the line before)\n${formatCells('', 'wall', 'peak memory', '')}\n${rows.join('\n')}\n`;
}

function formatGrowthRatio(from: BookResult | undefined, to: BookResult, quantity: Quantity): string {
  const grown = growth(from, to, quantity);
  return grown === null ? '       ' : `(${grown.toFixed(2)})`.padStart(7);
}

/** One line for each promise that this run measured: figure, limit, kept or MISSED; `''` for none. */
export function formatJudgements(judgements: readonly Judgement[]): string {
  const lines = judgements
    .filter(({ figure }) => figure !== null)
    .map(({ promise, limit, figure, kept }) => {
      const verdict = kept ? 'kept' : 'MISSED';
      return `${promise.padEnd(54)}${formatRatio(figure).padStart(8)}   ≤ ${limit.toFixed(2)}   ${verdict}`;
    });
  return lines.length === 0 ? '' : `\nPromised\n${lines.join('\n')}\n`;
}

function formatCells(name: string, octavo: string, hugo: string, compared: string): string {
  return `  ${name.padEnd(34)}${octavo.padStart(18)}${hugo.padStart(18)}${compared.padStart(8)}`.trimEnd();
}

function formatSeconds(seconds: number | null): string {
  if (seconds === null) return '–';
  return seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(2)} s`;
}

function formatBytes(bytes: number | null): string {
  if (bytes === null) return '–';
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function formatRatio(value: number | null): string {
  return value === null ? '–' : value.toFixed(value < 0.1 ? 3 : 2);
}

function formatCount(count: number): string {
  return count.toLocaleString('en');
}
