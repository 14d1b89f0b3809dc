import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../tests/browser/launch-chromium.js';
import { serveFolder } from '../tests/browser/serve-folder.js';
import { bookTitle, generateBook, type Mix } from './generate-book.js';
import { writeHugoSite } from './hugo-site.js';
import { measure, type Program } from './measure.js';
import { indexWithPagefind, installEngines } from './quality/engines.js';
import { askOctavo, askPagefind, type FirstQuery } from './quality/first-query.js';
import { median, medianOfMeasured } from './statistics.js';
import type { Tool } from './tools.js';

/** What the search of one book costs. */
export interface SearchCost {
  readonly chapters: number;
  /** Medians of cold builds, in seconds of wall time; Hugo's null where there is none. Pagefind's is one run. */
  readonly seconds: Readonly<Record<'without' | 'with' | 'hugo' | 'pagefind', number | null>>;
  /** Of the files of the index. */
  readonly indexBytes: Readonly<Record<'octavo' | 'pagefind', number>>;
  readonly octavo: readonly FirstQuery[];
  readonly pagefind: readonly FirstQuery[];
}

/** How many ask each query. */
const readers = 5;
/** Numbers of chapters for which there are limits. */
const sizes = [300, 5000];
/** One word, several common ones, a beginning, a phrase, mistyped ones: of the sentences that books are made from. */
const queries = [
  'ferry',
  'catalogue promise',
  'ferry catalogue promise',
  'first sheet off the stone',
  'printe',
  '"first sheet off the stone"',
  'catalgoue',
  'xatalogue',
];

/**
 * Measures what a search index costs the owner and the reader of a book, beside Pagefind's, in a folder that must exist:
 *
 * 1. Books of 300 and 5,000 chapters are built with and without an index, and by Hugo where there is one, in turn.
 * 2. Pagefind makes its index of the published folder.
 * 3. Queries are asked in Chromium, each by five readers who come for the first time; their medians count.
 */
export async function measureSearch(
  octavo: Tool,
  hugo: Tool | null,
  request: { readonly mix: Mix; readonly rounds: number },
  parent: string,
): Promise<readonly SearchCost[]> {
  installEngines(parent);
  const costs: SearchCost[] = [];
  for (const chapters of sizes) {
    const folder = join(parent, String(chapters));
    const book = generateBook({ chapters, folder, mix: request.mix });
    writeHugoSite(folder);
    const seconds = await buildInTurn(folder, octavo, hugo, request.rounds);
    const published = join(folder, octavo.output);
    const start = performance.now();
    indexWithPagefind(parent, published);
    const pagefind = (performance.now() - start) / 1000;
    const path = (book.chapters[1] ?? '').replace(/^content\/(.*)\.md$/, '$1/');
    const indexBytes = {
      octavo: countBytes(join(published, 'search')),
      pagefind: countBytes(join(published, 'pagefind')),
    };
    costs.push({
      chapters,
      seconds: { ...seconds, pagefind },
      indexBytes,
      ...(await askInBrowser(published, path)),
    });
    rmSync(folder, { recursive: true });
  }
  return costs;
}

/** The last build is one with an index. */
async function buildInTurn(folder: string, octavo: Tool, hugo: Tool | null, rounds: number) {
  const times: Record<'without' | 'with' | 'hugo', number[]> = { without: [], with: [], hugo: [] };
  const time = async (tool: Tool, program: Program): Promise<number> => {
    for (const path of tool.leftovers) rmSync(join(folder, path), { recursive: true, force: true });
    return (await measure(program)).wallSeconds;
  };
  for (let round = 0; round < rounds; round += 1) {
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

async function askInBrowser(
  published: string,
  path: string,
): Promise<Pick<SearchCost, 'octavo' | 'pagefind'>> {
  const server = await serveFolder(published, '/');
  const browser = await launchChromium();
  try {
    const [octavo, pagefind]: [FirstQuery[], FirstQuery[]] = [[], []];
    for (const query of queries) {
      const answers: Record<'octavo' | 'pagefind', FirstQuery[]> = { octavo: [], pagefind: [] };
      for (let reader = 0; reader < readers; reader += 1) {
        answers.octavo.push(await askOctavo(browser, `${server.origin}/${path}`, query));
        answers.pagefind.push(await askPagefind(browser, `${server.origin}/${path}`, query));
      }
      octavo.push(medianQuery(answers.octavo));
      pagefind.push(medianQuery(answers.pagefind));
    }
    return { octavo, pagefind };
  } finally {
    await browser.close();
    server.close();
  }
}

/** The figures of the same query, asked by several readers: the median of each. */
function medianQuery(answers: readonly FirstQuery[]): FirstQuery {
  const medianOf = (key: Exclude<keyof FirstQuery, 'query'>) => median(answers.map((answer) => answer[key]));
  return {
    query: answers[0]?.query ?? '',
    requests: medianOf('requests'),
    bytes: medianOf('bytes'),
    milliseconds: medianOf('milliseconds'),
    afterBytes: medianOf('afterBytes'),
    worked: medianOf('worked'),
  };
}
