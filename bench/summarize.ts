import type { Mix } from './generate-book.js';
import type { Measurement } from './measure.js';
import type { BookResult } from './measure-book.js';
import type { BuildScenario } from './plan-books.js';
import { medianOfMeasured, ratio } from './statistics.js';
import type { ToolName } from './tools.js';

/** A quantity of a build: seconds, seconds of processor, bytes. */
export type Quantity = keyof Measurement;

/** The median over a book's counted builds; null if they were not made or the quantity could not be measured. */
export function medianOf(
  book: BookResult | undefined,
  scenario: BuildScenario,
  tool: ToolName,
  quantity: Quantity,
): number | null {
  return medianOfMeasured((book?.runs[scenario]?.[tool] ?? []).map((run) => run[quantity]));
}

/** A figure that the design promises, and what it came to. */
export interface Judgement {
  readonly promise: string;
  /** At most this. */
  readonly limit: number;
  /** Null if it was not measured in this run. */
  readonly figure: number | null;
  /** Null as the figure. */
  readonly kept: boolean | null;
}

/** The book whose growth is judged, and the longer one to which it must grow in proportion. */
const judgedChapters = 5000;
const grownChapters = 20_000;

type Row = readonly [promise: string, limit: number, figure: number | null];

/** The promises about speed and memory, each with its figure; without a search index where nothing is said of one. */
export function judge(books: readonly BookResult[], mix: Mix = 'prose'): readonly Judgement[] {
  const rows = mix === 'docs' ? listDocsRows(books) : listProseRows(books);
  return rows.map(([promise, limit, figure]) => ({
    ...{ promise, limit, figure },
    kept: figure === null ? null : figure <= limit,
  }));
}

function listProseRows(books: readonly BookResult[]): readonly Row[] {
  const over = (chapters: number, scenario: BuildScenario, quantity: Quantity) =>
    overHugo(find(books, chapters), scenario, quantity);
  const book = find(books, judgedChapters);
  const overCold = (scenario: BuildScenario) =>
    ratio(
      medianOf(book, scenario, 'octavo', 'cpuSeconds'),
      medianOf(book, 'searched', 'octavo', 'cpuSeconds'),
    );
  const grown = (quantity: Quantity) => growth(book, find(books, grownChapters), quantity);
  return [
    ['5,000, cold with search, CPU over Hugo’s', 1, over(5000, 'searched', 'cpuSeconds')],
    ['5,000, cold, wall time over Hugo’s', 0.6, over(5000, 'cold', 'wallSeconds')],
    ['1,000, cold, wall time over Hugo’s', 0.9, over(1000, 'cold', 'wallSeconds')],
    ['330, cold, wall time over Hugo’s', 1, over(330, 'cold', 'wallSeconds')],
    ['5,000, cold, peak memory over Hugo’s', 0.33, over(5000, 'cold', 'peakBytes')],
    ['5,000, one text changed, wall time over Hugo’s', 0.1, over(5000, 'changed', 'wallSeconds')],
    ['5,000, one title changed, wall time over Hugo’s', 0.25, over(5000, 'retitled', 'wallSeconds')],
    ['330, one text changed, wall time over Hugo’s', 0.4, over(330, 'changed', 'wallSeconds')],
    ['5,000, nothing changed, wall time over Hugo’s', 0.05, over(5000, 'unchanged', 'wallSeconds')],
    ['5,000, list --json, CPU over a cold build', 0.05, overCold('list')],
    ['5,000, check, CPU over a cold build', 1, overCold('check')],
    ['time per chapter, 20,000 over 5,000 chapters', 1.2, grown('wallSeconds')],
    ['peak memory per chapter, 20,000 over 5,000 chapters', 1.2, grown('peakBytes')],
  ];
}

function listDocsRows(books: readonly BookResult[]): readonly Row[] {
  const figure = overHugo(find(books, 1000), 'cold', 'wallSeconds');
  return [['1,000 of a manual, cold, wall time over Hugo’s', 0.9, figure]];
}

function find(books: readonly BookResult[], wanted: number): BookResult | undefined {
  return books.find(({ chapters }) => chapters === wanted);
}

function overHugo(book: BookResult | undefined, scenario: BuildScenario, quantity: Quantity): number | null {
  return ratio(medianOf(book, scenario, 'octavo', quantity), medianOf(book, scenario, 'hugo', quantity));
}

/** Octavo's cold build per chapter of the longer book, over that of the shorter. */
export function growth(
  from: BookResult | undefined,
  to: BookResult | undefined,
  quantity: Quantity,
): number | null {
  const perChapter = (book: BookResult | undefined) =>
    ratio(medianOf(book, 'cold', 'octavo', quantity), book?.chapters ?? null);
  return ratio(perChapter(to), perChapter(from));
}
