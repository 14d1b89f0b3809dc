import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildRounds, type Preparation, type Runs } from './build-rounds.js';
import { type GeneratedBook, generateBook, type Mix, writeSettings } from './generate-book.js';
import { writeHugoSite } from './hugo-site.js';
import type { BookPlan, BuildScenario } from './plan-books.js';
import type { Tool, ToolName } from './tools.js';

/** What was measured on one book. */
export interface BookResult {
  readonly chapters: number;
  /** Of the chapter files. */
  readonly sourceBytes: number;
  /** What each tool published, so that one can see that both did the same work. */
  readonly published: Partial<Record<ToolName, Published>>;
  readonly runs: Partial<Record<BuildScenario, Runs>>;
}

interface Published {
  readonly pages: number;
  readonly bytes: number;
}

/**
 * Measures one book in a folder that must not exist, and removes it.
 *
 * 1. The book is generated, with Hugo's configuration and layouts beside it.
 * 2. Its scenarios are built in their order, by all tools in turn.
 * 3. What was published is counted.
 */
export async function measureBook(plan: BookPlan, mix: Mix, folder: string): Promise<BookResult> {
  const book = generateBook({ chapters: plan.chapters, folder, mix });
  writeHugoSite(folder);
  const preparations = createPreparations(folder, book);
  const runs: Partial<Record<BuildScenario, Runs>> = {};
  for (const scenario of plan.scenarios)
    runs[scenario] = await buildRounds(plan.tools, folder, plan.rounds, preparations[scenario], (tool) =>
      scenario === 'list' || scenario === 'check' ? tool.commands?.[scenario](folder) : tool.build(folder),
    );
  const published = Object.fromEntries(plan.tools.map((tool) => [tool.name, countPublished(folder, tool)]));
  rmSync(folder, { recursive: true });
  return { chapters: plan.chapters, sourceBytes: book.bytes, published, runs };
}

function createPreparations(folder: string, book: GeneratedBook): Record<BuildScenario, Preparation> {
  const edited = join(folder, book.chapters[Math.floor(book.chapters.length / 2)] ?? '');
  const text = readFileSync(edited, 'utf8');
  const setSearch = (isOn: boolean) => writeSettings(folder, isOn);
  const clear = (tool: Tool) => {
    for (const path of tool.leftovers) rmSync(join(folder, path), { recursive: true, force: true });
  };
  return {
    cold: (tool) => {
      setSearch(false);
      clear(tool);
    },
    searched: (tool) => {
      setSearch(true);
      clear(tool);
    },
    unchanged: () => setSearch(true),
    changed: (_tool, round) => {
      setSearch(true);
      writeFileSync(edited, `${text}\nA line that was added in round ${round}.\n`);
    },
    retitled: (_tool, round) => {
      setSearch(true);
      writeFileSync(edited, text.replace(/^title: .*$/m, `title: A Title of Round ${round}`));
    },
    list: () => setSearch(true),
    check: () => setSearch(true),
  };
}

function countPublished(folder: string, tool: Tool): Published {
  const root = join(folder, tool.output);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  return {
    pages: files.length,
    bytes: files.reduce((sum, path) => sum + statSync(join(root, path)).size, 0),
  };
}
