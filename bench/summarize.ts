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

/** The book on which Octavo is compared with Hugo, and the longer one to which it must grow in proportion. */
const judgedChapters = 5000;
const grownChapters = 20_000;

/** The promises about speed and memory (design, section 5), each with its figure. */
export function judge(books: readonly BookResult[]): readonly Judgement[] {
  const book = books.find(({ chapters }) => chapters === judgedChapters);
  const grown = books.find(({ chapters }) => chapters === grownChapters);
  const octavo = (scenario: BuildScenario, quantity: Quantity) =>
    medianOf(book, scenario, 'octavo', quantity);
  const hugo = (scenario: BuildScenario, quantity: Quantity) => medianOf(book, scenario, 'hugo', quantity);
  const again = octavo('unchanged', 'wallSeconds');
  return [
    [
      'cold build, wall time over Hugo’s',
      0.75,
      ratio(octavo('cold', 'wallSeconds'), hugo('cold', 'wallSeconds')),
    ],
    [
      'cold build, peak memory over Hugo’s',
      1 / 3,
      ratio(octavo('cold', 'peakBytes'), hugo('cold', 'peakBytes')),
    ],
    ['nothing changed, wall time over Hugo’s cold build', 0.1, ratio(again, hugo('cold', 'wallSeconds'))],
    [
      'nothing changed, wall time over Hugo’s second build',
      0.1,
      ratio(again, hugo('unchanged', 'wallSeconds')),
    ],
    ['time per chapter, 20,000 over 5,000 chapters', 1.2, growth(book, grown, 'wallSeconds')],
    ['peak memory per chapter, 20,000 over 5,000 chapters', 1.2, growth(book, grown, 'peakBytes')],
  ].map((row) => judgeOne(...(row as [string, number, number | null]))); // a tuple, by the table above
}

function judgeOne(promise: string, limit: number, figure: number | null): Judgement {
  return { promise, limit, figure, kept: figure === null ? null : figure <= limit };
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
