import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { launchChromium } from '../tests/browser/launch-chromium.js';
import { serveFolder } from '../tests/browser/serve-folder.js';
import { bookTitle, generateBook } from './generate-book.js';
import { buildSite } from './quality/build-site.js';
import { drawQueries, type QueryKind } from './quality/draw-queries.js';
import {
  type Engine,
  indexWithPagefind,
  installEngines,
  openMiniSearch,
  openOctavo,
  openPagefind,
} from './quality/engines.js';
import { readSections } from './quality/read-sections.js';
import { writeChinese } from './quality/write-chinese.js';
import { repository } from './repository.js';
import { openWorkspace } from './workspace.js';

const CHAPTERS = 300;
/** Queries of each kind, and the book that they are made from: 200 in all. */
const counts: Readonly<Record<'English' | 'Chinese', Partial<Record<QueryKind, number>>>> = {
  English: { 'single word': 30, 'two words': 30, phrase: 30, prefix: 30, 'one typo': 30, 'split word': 20 },
  Chinese: { Chinese: 30 },
};

/** Of the queries of a kind, the share whose source is among the first five answers, by engine. */
interface Row {
  readonly kind: string;
  readonly queries: number;
  readonly shares: Readonly<Record<string, number>>;
  /** What Octavo did not find. */
  readonly missed: readonly string[];
}

/**
 * `node build/bench/search-quality.js`: how often Octavo's search finds what is sought, beside Pagefind and MiniSearch.
 *
 * 1. The others are installed into a temporary folder.
 * 2. An English and a Chinese book of 300 chapters are generated, published and indexed by all.
 * 3. Queries are made from the sections of the published pages, and asked of all.
 * 4. The table is printed and kept in `bench/results/search-quality.json`.
 */
async function main(): Promise<void> {
  const workspace = openWorkspace();
  try {
    installEngines(workspace.folder);
    const rows: Row[] = [];
    for (const language of ['English', 'Chinese'] as const)
      rows.push(...(await measureBook(language, workspace.folder)));
    writeReport(rows);
  } finally {
    workspace.remove();
  }
}

async function measureBook(language: keyof typeof counts, parent: string): Promise<readonly Row[]> {
  const folder = join(parent, language);
  const { chapters } = generateBook({ chapters: CHAPTERS, folder, mix: 'docs' });
  const code = language === 'Chinese' ? 'zh' : 'en';
  writeFileSync(join(folder, 'octavo.yaml'), `title: ${bookTitle}\nlanguageCode: ${code}\n`);
  if (language === 'Chinese') writeChinese(folder, chapters);
  const published = buildSite(folder);
  indexWithPagefind(parent, published);
  const server = await serveFolder(published, '/');
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ bypassCSP: true });
    const home = `${server.origin}/`;
    const paths = chapters.map((path) => path.replace(/^content\/(.*)\.md$/, '$1/'));
    await page.goto(home + paths[0]);
    const sections = await readSections(page, home, paths);
    const engines = {
      Octavo: openOctavo(published),
      Pagefind: openPagefind(page, home),
      MiniSearch: await openMiniSearch(parent, sections),
    };
    const rows: Row[] = [];
    for (const [kind, count] of Object.entries(counts[language]) as [QueryKind, number][])
      rows.push(await askAll(kind, drawQueries(kind, count, sections), engines));
    return rows;
  } finally {
    await browser.close();
    server.close();
  }
}

async function askAll(
  kind: string,
  queries: ReturnType<typeof drawQueries>,
  engines: Readonly<Record<string, Engine>>,
): Promise<Row> {
  const shares: Record<string, number> = {};
  let missed: readonly string[] = [];
  for (const [name, ask] of Object.entries(engines)) {
    const lost: string[] = [];
    for (const { text, source } of queries) {
      const answers = await ask(text);
      if (!answers.some(({ path, id }) => path === source.path && id === source.id)) lost.push(text);
    }
    shares[name] = 1 - lost.length / queries.length;
    if (name === 'Octavo') missed = lost;
  }
  return { kind, queries: queries.length, shares, missed };
}

function writeReport(rows: readonly Row[]): void {
  const names = Object.keys(rows[0]?.shares ?? {});
  const line = (cells: readonly string[]) => `${cells.map((cell) => cell.padEnd(14)).join('')}\n`;
  const percent = (share: number | undefined) => `${((share ?? 0) * 100).toFixed(0)} %`;
  process.stdout.write(line(['kind', 'queries', ...names]));
  for (const { kind, queries, shares } of rows)
    process.stdout.write(line([kind, String(queries), ...names.map((name) => percent(shares[name]))]));
  const file = join(repository, 'bench/results/search-quality.json');
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
}

await main();
