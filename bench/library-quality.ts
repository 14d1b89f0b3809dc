import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { wholeBook } from '../src/browser/search/open-index.js';
import { launchChromium } from '../tests/browser/launch-chromium.js';
import { serveFolder } from '../tests/browser/serve-folder.js';
import { type OpenedIndex, openFiles } from '../tests/search/open-files.js';
import { buildSite } from './quality/build-site.js';
import { drawQuestions, type Question } from './quality/draw-questions.js';
import { indexWithPagefind, installEngines, openPagefind } from './quality/engines.js';
import { createHolders, readLibrary } from './quality/read-library.js';
import { writeLibrary } from './quality/write-library.js';
import { repository } from './repository.js';
import { openWorkspace } from './workspace.js';

/** Of the questions of a kind, the shares that were answered, and the false hits among the first five pages. */
interface Row {
  readonly kind: string;
  readonly questions: number;
  readonly shares: Readonly<Record<string, { readonly first: number; readonly five: number }>>;
  readonly falseHits: number;
  readonly missed: readonly string[];
}

/** Answers with paths of pages, best first, each once. */
type Ask = (text: string) => Promise<readonly string[]>;

/**
 * `node build/bench/library-quality.js [--works 200] [--site PUBLISHED --name NAME] [--pagefind]`: how often the search of a library finds
 * what is sought.
 *
 * 1. A library is generated and published, or a published one is taken.
 * 2. Questions are drawn from its works and texts, so that the right pages are known.
 * 3. They are asked of Octavo's index and, if wanted, of Pagefind's over the same pages.
 * 4. The table is printed and kept in `bench/results/library-quality.json`, beside those of other libraries.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      works: { type: 'string', default: '200' },
      site: { type: 'string' },
      name: { type: 'string' },
      pagefind: { type: 'boolean', default: false },
    },
  });
  const workspace = openWorkspace();
  try {
    const published = values.site ?? generate(Number(values.works), workspace.folder);
    const name = values.name ?? `generated, ${values.works} works of 50 chapters`;
    const pages = readLibrary(published);
    const index = openFiles((path) => readFileSync(join(published, path)));
    const questions = await drawQuestions(pages, index);
    const engines: Record<string, Ask> = { Octavo: askOctavo(index, createHolders(pages)) };
    const rows = values.pagefind
      ? await askBeside(published, workspace.folder, engines, questions)
      : await askAll(questions, engines);
    report(name, rows);
  } finally {
    workspace.remove();
  }
}

function generate(works: number, parent: string): string {
  const folder = join(parent, 'library');
  writeLibrary({ works, chapters: 50, folder });
  return buildSite(folder);
}

/** As the dialog does: of a phrase that the index cannot check the first places are looked at. */
function askOctavo(index: OpenedIndex, holdersOf: ReturnType<typeof createHolders>): Ask {
  return async (text) => {
    const { sections, isUnchecked } = await index.search(text, wholeBook);
    const paths = await Promise.all(
      sections.slice(0, 40).map(async (section) => (await index.names.find(section)).path),
    );
    const holders = isUnchecked ? holdersOf(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) : null;
    return [...new Set(paths)].filter((path) => holders === null || holders.has(path));
  };
}

async function askBeside(
  published: string,
  installed: string,
  engines: Readonly<Record<string, Ask>>,
  questions: readonly Question[],
): Promise<readonly Row[]> {
  installEngines(installed);
  // Title pages of works are to be found too.
  indexWithPagefind(installed, published, 'main');
  const server = await serveFolder(published, '/');
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ bypassCSP: true });
    await page.goto(`${server.origin}/`);
    const pagefind = openPagefind(page, `${server.origin}/`);
    const ask: Ask = async (text) => [...new Set((await pagefind(text)).map(({ path }) => path))];
    return await askAll(questions, { ...engines, Pagefind: ask });
  } finally {
    await browser.close();
    server.close();
  }
}

async function askAll(
  questions: readonly Question[],
  engines: Readonly<Record<string, Ask>>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const kind of new Set(questions.map((question) => question.kind))) {
    const asked = questions.filter((question) => question.kind === kind);
    const shares: Record<string, { first: number; five: number }> = {};
    const missed: string[] = [];
    let falseHits = 0;
    for (const [name, ask] of Object.entries(engines)) {
      const found = { first: 0, five: 0 };
      for (const { text, wanted, holders } of asked) {
        const paths = (await ask(text)).slice(0, 5);
        if (wanted.has(paths[0] ?? '')) found.first += 1;
        if (paths.some((path) => wanted.has(path))) found.five += 1;
        else if (name === 'Octavo') missed.push(text);
        if (name === 'Octavo' && holders !== null)
          falseHits += paths.filter((path) => !holders.has(path)).length;
      }
      shares[name] = { first: found.first / asked.length, five: found.five / asked.length };
    }
    rows.push({ kind, questions: asked.length, shares, falseHits, missed });
  }
  return rows;
}

function report(name: string, rows: readonly Row[]): void {
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`.padStart(6);
  for (const { kind, questions, shares, falseHits } of rows) {
    const cells = Object.entries(shares).map(
      ([engine, { first, five }]) => `${engine} ${percent(first)} ${percent(five)}`,
    );
    process.stdout.write(
      `${kind.padEnd(20)}${String(questions).padEnd(6)}${cells.join('   ')}   false hits ${falseHits}\n`,
    );
  }
  const file = join(repository, 'bench/results/library-quality.json');
  const known = readKnown(file);
  mkdirSync(join(file, '..'), { recursive: true });
  // Of a library that is not generated here no words are kept.
  const kept = name.startsWith('generated')
    ? rows
    : rows.map((row) => ({ ...row, missed: row.missed.length }));
  writeFileSync(file, `${JSON.stringify({ ...known, [name]: kept }, null, 2)}\n`);
}

function readKnown(file: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

await main();
