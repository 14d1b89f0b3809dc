import { parseArgs } from 'node:util';
import { type Mix, mixes } from './generate-book.js';

/**
 * What is measured: cold builds without a search index and with one; with an index second builds, builds after an edit of a text or
 * a title, the list and the check of a book that is built; cold builds of ever longer books, previews, search.
 */
const scenarios = [
  ...(['cold', 'searched', 'unchanged', 'changed', 'retitled', 'list', 'check'] as const),
  ...(['growth', 'preview', 'search'] as const),
] as const;
export type Scenario = (typeof scenarios)[number];

/** What `--quick` leaves out. */
const long: ReadonlySet<Scenario> = new Set(['growth', 'preview', 'search']);

export interface BenchRequest {
  readonly mix: Mix;
  readonly scenarios: readonly Scenario[];
  /** Numbers of chapters at which Octavo and Hugo are compared. */
  readonly compared: readonly number[];
  /** Numbers of chapters between which growth is told, in ascending order; the last two decide. */
  readonly growth: readonly number[];
  /** Counted rounds, after one that is not. */
  readonly rounds: number;
  /** Rounds of a book that is built for its growth alone. */
  readonly growthRounds: number;
  /** Of the file below `bench/results/`, without `.json`; null for none. */
  readonly name: string | null;
}

export const usage = `usage: npm run bench -- [--quick] [--mix prose|docs] [--rounds 5] [--name NAME]
                       [--only cold,searched,unchanged,changed,retitled,list,check,growth,preview,search]
  --quick   1,000 chapters, 3 rounds, builds only, no file
  --name    the results go to bench/results/NAME.json (default: the mix)
  HUGO=…    the hugo to compare with, if not the one on the PATH
  OCTAVO=…  another cli.js to measure, if not dist/cli.js
`;

/** The request that the arguments make, or null if they are wrong. */
export function readRequest(argv: readonly string[]): BenchRequest | null {
  const values = parseFlags(argv);
  const mix = mixes.find((name) => name === values?.mix);
  if (values === null || mix === undefined) return null;
  const { quick } = values;
  const wanted = values.only?.split(',') ?? scenarios;
  const rounds = Number(values.rounds ?? (quick ? 3 : 5));
  if (!wanted.every((name) => scenarios.some((known) => known === name)) || !(rounds >= 1)) return null;
  return {
    mix,
    scenarios: scenarios.filter((name) => wanted.includes(name) && !(quick && long.has(name))),
    compared: quick ? [1000] : [330, 1000, 5000],
    growth: [1000, 5000, 20_000],
    rounds,
    growthRounds: Math.min(rounds, 3),
    name: values.name ?? (quick ? null : mix),
  };
}

function parseFlags(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        quick: { type: 'boolean', default: false },
        mix: { type: 'string', default: 'prose' },
        only: { type: 'string' },
        rounds: { type: 'string' },
        name: { type: 'string' },
      },
    }).values;
  } catch {
    return null;
  }
}
