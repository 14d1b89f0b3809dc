import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { launchChromium } from '../tests/browser/launch-chromium.js';
import { serveFolder } from '../tests/browser/serve-folder.js';
import { describeRun } from './describe-run.js';
import { bookTitle, generateBook } from './generate-book.js';
import { writeHugoSite } from './hugo-site.js';
import { measure, type Program } from './measure.js';
import { indexWithPagefind, installEngines } from './quality/engines.js';
import { askOctavo, askPagefind, type FirstQuery } from './quality/first-query.js';
import { repository } from './repository.js';
import { medianOfMeasured } from './statistics.js';
import { findHugo, findOctavo, type Tool } from './tools.js';
import { openWorkspace } from './workspace.js';

const SIZES = [300, 5000];
const ROUNDS = 3;
/** Common and rare words, several, a beginning, a phrase, a mistyped one: all of the sentences that books are made from. */
const QUERIES = ['ferry', 'catalogue promise', 'printe', '"first sheet off the stone"', 'catalgoue'];

/** What the search of one book costs. */
interface Cost {
  readonly chapters: number;
  /** Medians of cold builds, in seconds of wall time; Hugo's null where there is none. Pagefind's is one run. */
  readonly seconds: Readonly<Record<'without' | 'with' | 'hugo' | 'pagefind', number | null>>;
  /** Of the files of the index. */
  readonly indexBytes: Readonly<Record<'octavo' | 'pagefind', number>>;
  readonly octavo: readonly FirstQuery[];
  readonly pagefind: readonly FirstQuery[];
}

/**
 * `node build/bench/search-cost.js`: what a search index costs the owner and the reader of a book, beside Pagefind's.
 *
 * 1. Books of 300 and 5,000 chapters are built with and without an index, and by Hugo where there is one, in turn.
 * 2. Pagefind makes its index of the published folder.
 * 3. Queries are asked in Chromium, each by a reader who comes for the first time; requests and bytes are counted.
 * 4. All is printed and kept in `bench/results/search-cost.json`.
 */
async function main(): Promise<void> {
  const octavo = findOctavo();
  if (octavo === null) throw new Error('There is no compiled Octavo: npm run compile');
  const hugo = findHugo();
  const workspace = openWorkspace();
  try {
    installEngines(workspace.folder);
    const costs: Cost[] = [];
    for (const chapters of SIZES) {
      const cost = await measureCost(chapters, workspace.folder, octavo, hugo);
      process.stdout.write(format(cost));
      costs.push(cost);
    }
    const file = join(repository, 'bench/results/search-cost.json');
    mkdirSync(join(file, '..'), { recursive: true });
    const run = describeRun([octavo, hugo].filter((tool) => tool !== null));
    writeFileSync(file, `${JSON.stringify({ ...run, rounds: ROUNDS, costs }, null, 2)}\n`);
  } finally {
    workspace.remove();
  }
}

async function measureCost(chapters: number, parent: string, octavo: Tool, hugo: Tool | null): Promise<Cost> {
  const folder = join(parent, String(chapters));
  const book = generateBook({ chapters, folder });
  writeHugoSite(folder);
  const seconds = await buildInTurn(folder, octavo, hugo);
  const published = join(folder, octavo.output);
  const start = performance.now();
  indexWithPagefind(parent, published);
  const pagefindSeconds = (performance.now() - start) / 1000;
  const path = (book.chapters[1] ?? '').replace(/^content\/(.*)\.md$/, '$1/');
  return {
    chapters,
    seconds: { ...seconds, pagefind: pagefindSeconds },
    indexBytes: {
      octavo: countBytes(join(published, 'search')),
      pagefind: countBytes(join(published, 'pagefind')),
    },
    ...(await askInBrowser(published, path)),
  };
}

/** The last build is one with an index. */
async function buildInTurn(folder: string, octavo: Tool, hugo: Tool | null) {
  const times: Record<'without' | 'with' | 'hugo', number[]> = { without: [], with: [], hugo: [] };
  const time = async (tool: Tool, program: Program): Promise<number> => {
    for (const path of tool.leftovers) rmSync(join(folder, path), { recursive: true, force: true });
    return (await measure(program)).wallSeconds;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    if (hugo !== null) times.hugo.push(await time(hugo, hugo.build(folder)));
    for (const kind of ['without', 'with'] as const) {
      const config = `title: ${bookTitle}\nbaseURL: /\nsearch: ${kind === 'with'}\n`;
      writeFileSync(join(folder, 'octavo.yaml'), config);
      times[kind].push(await time(octavo, octavo.build(folder)));
    }
  }
  return {
    without: medianOfMeasured(times.without),
    with: medianOfMeasured(times.with),
    hugo: medianOfMeasured(times.hugo),
  };
}

function countBytes(folder: string): number {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  return paths.map((path) => statSync(path)).reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
}

async function askInBrowser(published: string, path: string): Promise<Pick<Cost, 'octavo' | 'pagefind'>> {
  const server = await serveFolder(published, '/');
  const browser = await launchChromium();
  try {
    const [octavo, pagefind]: [FirstQuery[], FirstQuery[]] = [[], []];
    for (const query of QUERIES) {
      octavo.push(await askOctavo(browser, `${server.origin}/${path}`, query));
      pagefind.push(await askPagefind(browser, `${server.origin}/${path}`, query));
    }
    return { octavo, pagefind };
  } finally {
    await browser.close();
    server.close();
  }
}

function format({ chapters, seconds, indexBytes, octavo, pagefind }: Cost): string {
  const time = (value: number | null) => (value === null ? '–' : `${value.toFixed(2)} s`);
  const size = (bytes: number) => `${(bytes / 1000).toFixed(0)} KB`;
  const query = ({ requests, bytes, milliseconds }: FirstQuery) =>
    `${requests} requests, ${size(bytes)}, ${milliseconds.toFixed(0)} ms`;
  const rows = octavo.map(
    (first, index) =>
      `  ${first.query}: ${query(first)}; Pagefind ${pagefind[index] ? query(pagefind[index]) : '–'}\n`,
  );
  return (
    `${chapters} chapters: without an index ${time(seconds.without)}, with one ${time(seconds.with)}; ` +
    `Hugo ${time(seconds.hugo)}; Pagefind alone ${time(seconds.pagefind)}\n` +
    `  index ${size(indexBytes.octavo)}, Pagefind's ${size(indexBytes.pagefind)}\n${rows.join('')}`
  );
}

await main();
