import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { describeRun, type RunDescription } from './describe-run.js';
import { formatPreviews } from './format-previews.js';
import { formatBook, formatGrowth, formatJudgements } from './format-report.js';
import { formatSearch } from './format-search.js';
import { type BookResult, measureBook } from './measure-book.js';
import { measurePreviews } from './measure-preview.js';
import { measureSearch, type SearchCost } from './measure-search.js';
import { planBooks } from './plan-books.js';
import { type BenchRequest, readRequest, usage } from './read-request.js';
import { repository } from './repository.js';
import { judge } from './summarize.js';
import { findHugo, findOctavo, type Tool } from './tools.js';
import { openWorkspace, type Workspace } from './workspace.js';

/**
 * `npm run bench`: Octavo's speed and memory, beside Hugo's where there is a Hugo.
 *
 * 1. The arguments say what to measure; the tools are looked for.
 * 2. Each book is generated, built by the tools in turn, and told about at once.
 * 3. Octavo's growth and the promises of the design are told at the end; a missed one is marked.
 * 4. All measurements go to `bench/results/`.
 *
 * Exit code: 0 whatever the figures are; 1 if nothing could be measured; 2 for wrong arguments.
 */
async function main(argv: readonly string[]): Promise<number> {
  const request = readRequest(argv);
  if (request === null) return say(usage, 2);
  const tools = findTools();
  if (tools.length === 0) return say('There is nothing to measure.\n', 1);
  const workspace = openWorkspace();
  process.once('SIGINT', () => {
    workspace.remove();
    process.exit(130);
  });
  try {
    await runBenchmark(request, tools, workspace);
    return 0;
  } catch (error) {
    return say(`${error instanceof Error ? error.message : error}\n`, 1);
  } finally {
    workspace.remove();
  }
}

async function runBenchmark(
  request: BenchRequest,
  tools: readonly Tool[],
  workspace: Workspace,
): Promise<void> {
  const description = describeRun(tools);
  say(formatHead(request, description, workspace));
  const books: BookResult[] = [];
  for (const plan of planBooks(request, tools)) {
    const book = await measureBook(plan, request.mix, join(workspace.folder, String(plan.chapters)));
    say(formatBook(book));
    books.push(book);
  }
  const judgements = judge(books, request.mix);
  say(formatGrowth(books) + formatJudgements(judgements));
  const { mix, rounds } = request;
  const asksPreview = request.scenarios.includes('preview');
  const previews = asksPreview ? await measurePreviews(tools, mix, join(workspace.folder, 'preview')) : null;
  if (previews !== null) say(formatPreviews(previews));
  const search = request.scenarios.includes('search') ? await runSearch(request, tools, workspace) : null;
  if (request.name === null) return;
  const results = {
    ...description,
    tmpfs: workspace.inMemory,
    mix,
    rounds,
    promises: judgements,
    books,
    previews,
    search,
  };
  writeResults(request.name, results);
}

async function runSearch(
  request: BenchRequest,
  tools: readonly Tool[],
  workspace: Workspace,
): Promise<readonly SearchCost[] | null> {
  const [octavo, hugo] = (['octavo', 'hugo'] as const).map((wanted) =>
    tools.find(({ name }) => name === wanted),
  );
  if (octavo === undefined) return null;
  const folder = join(workspace.folder, 'search');
  mkdirSync(folder);
  const costs = await measureSearch(octavo, hugo ?? null, request, folder);
  say(formatSearch(costs));
  return costs;
}

function findTools(): readonly Tool[] {
  const [octavo, hugo] = [findOctavo(), findHugo()];
  if (octavo === null) say('No compiled Octavo (npm run compile makes it): Hugo is measured alone.\n');
  if (hugo === null) say('No hugo on the PATH or in HUGO=…: Octavo is measured alone.\n');
  return [octavo, hugo].filter((tool) => tool !== null);
}

function formatHead(request: BenchRequest, description: RunDescription, workspace: Workspace): string {
  const versions = Object.entries(description.versions).map(([name, version]) => `${name} ${version}`);
  const place = workspace.inMemory
    ? 'in memory (/dev/shm)'
    : `in ${workspace.folder}: no tmpfs with 2 GB free`;
  return (
    `${versions.join(', ')}\n${description.processor}, ${description.cores} cores, load ${description.load.toFixed(1)}\n` +
    `mix ${request.mix}, medians of ${request.rounds} rounds in turn after one to warm up, ${place}\n`
  );
}

function writeResults(name: string, results: object): void {
  const file = join(repository, 'bench', 'results', `${name}.json`);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  say(`\n→ ${relative(process.cwd(), file)}\n`);
}

function say(text: string, exitCode = 0): number {
  process.stdout.write(text);
  return exitCode;
}

process.exitCode = await main(process.argv.slice(2));
