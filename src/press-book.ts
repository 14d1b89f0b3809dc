import { checkFragments } from './check/rules/links.js';
import { hasErrors, settleSeverities } from './diagnostics/settle.js';
import { sortDiagnostics } from './diagnostics/sort.js';
import { listCopies } from './list-copies.js';
import { createSearchMaker, type SearchMaker } from './make-search.js';
import { makeTwins } from './make-twins.js';
import type { Book, Page } from './model/book.js';
import type { Diagnostic, Outcome } from './model/diagnostic.js';
import type { OutputCopy, OutputFile } from './model/output.js';
import type { BookReport } from './model/report.js';
import { type OpenBook, openBook } from './open-book.js';
import { createSite, type Site } from './pages/create-site.js';
import type { Inputs } from './read-inputs.js';
import { createRendering, type Rendering, startHelpers } from './render-book.js';
import { listFilesInOrder, reportBook } from './report-book.js';

/** Where the files of a site go, one by one; false once more of them are of no use. */
export interface Stage {
  readonly add: (file: OutputFile) => boolean;
  readonly copy: (file: OutputCopy) => boolean;
}

/** How to press. */
export interface PressOptions {
  /** Threads beside the main one that may render. */
  readonly threads: number;
  readonly progress: ((done: number, total: number) => void) | null;
  /** The book of these inputs, where somebody has opened it before. */
  readonly opened?: OpenBook;
}

/** A pressed book: what was staged, and what is known of it. */
export interface Pressed {
  readonly report: BookReport;
  /** All findings in book order, with the severities that the owner wants. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * From the files of a book to the files of its site:
 *
 * 1. chapters and book: front matter, order, addresses;
 * 2. markdown and pages: every chapter is rendered, put into its template and staged before the next, so that memory
 *    stays flat; home and sections wait until the facts of all their chapters are known;
 * 3. what is no page: the book in one page, 404, redirects, assets, resources, static files;
 * 4. the fragments of links, which need the ids of all chapters.
 *
 * After an error nothing more is staged, yet all of the book is still read: every error is found in one run.
 */
export async function pressBook(inputs: Inputs, stage: Stage, options: PressOptions): Promise<Pressed> {
  const helpers = startHelpers(inputs.sources.chapters.length, options.threads);
  try {
    const opened = options.opened ?? openBook(inputs);
    const rendering = await createRendering(inputs, opened, helpers);
    return await pressOpened(inputs, opened, rendering, stage, options.progress);
  } finally {
    for (const helper of helpers) helper.stop();
  }
}

async function pressOpened(
  inputs: Inputs,
  opened: OpenBook,
  rendering: Rendering,
  stage: Stage,
  progress: PressOptions['progress'],
): Promise<Pressed> {
  const site = prepareSite(inputs, opened, rendering);
  const findings = createFindings(inputs, [
    ...inputs.diagnostics,
    ...opened.diagnostics,
    ...site.diagnostics,
  ]);

  const put = (outcome: Outcome<readonly OutputFile[]>): void => {
    findings.add(outcome.diagnostics);
    if (!findings.failed()) outcome.value.every(stage.add);
  };
  const search = createSearchMaker(inputs, opened);
  await pressPages(opened.book, rendering, site.value, { put, findings, progress, search });
  if (!findings.failed()) put({ value: search.make(), diagnostics: [] });
  for (const twin of makeTwins(inputs, opened, rendering.factsOf)) put({ value: [twin], diagnostics: [] });
  const copies = listCopies(inputs, opened.book);
  const print = await site.value.renderPrint();
  if (print !== null) put(giveWay({ value: [print.value], diagnostics: print.diagnostics }, copies));
  put(giveWay(await site.value.renderExtras(), copies));
  if (!findings.failed()) copies.forEach(stage.copy);
  findings.add(checkFragments(rendering.allFacts()));

  const diagnostics = sortDiagnostics(findings.all(), listFilesInOrder(opened.book));
  return { report: reportBook(inputs, opened.book, diagnostics), diagnostics };
}

/** Without the files that the book has its own of. */
function giveWay(
  { value, diagnostics }: Outcome<readonly OutputFile[]>,
  copies: readonly OutputCopy[],
): Outcome<readonly OutputFile[]> {
  const taken = new Set(copies.map(({ path }) => path));
  return { value: value.filter(({ path, yields }) => yields !== true || !taken.has(path)), diagnostics };
}

function prepareSite(
  { config, sources }: Inputs,
  { book, chapters }: OpenBook,
  rendering: Rendering,
): Outcome<Site> {
  const { templates, assets, data } = sources;
  const { factsOf, htmlOf } = rendering;
  return createSite({ book, config, chapters, templates, assets, data, factsOf, htmlOf });
}

/** The findings of a run as they come in, settled at once, so that the first error is known at once. */
interface Findings {
  readonly add: (diagnostics: readonly Diagnostic[]) => void;
  readonly failed: () => boolean;
  readonly all: () => readonly Diagnostic[];
}

function createFindings({ config }: Inputs, first: readonly Diagnostic[]): Findings {
  const all: Diagnostic[] = [];
  let failed = false;
  const add = (diagnostics: readonly Diagnostic[]) => {
    if (diagnostics.length === 0) return;
    const settled = settleSeverities(diagnostics, config);
    all.push(...settled);
    failed ||= hasErrors(settled);
  };
  add(first);
  return { add, failed: () => failed, all: () => all };
}

interface PressRun {
  readonly put: (outcome: Outcome<readonly OutputFile[]>) => void;
  readonly findings: Findings;
  readonly progress: PressOptions['progress'];
  readonly search: SearchMaker;
}

async function pressPages(book: Book, rendering: Rendering, site: Site, run: PressRun): Promise<void> {
  const pages = [...book.order, ...book.others].flatMap((key) => book.pages[key] ?? []);
  const bySource = new Map(pages.map((page) => [page.source, page]));
  const waiting: [Page, string][] = pages.filter(({ source }) => source === null).map((page) => [page, '']);
  const press = async (page: Page, html: string) => {
    if (page.outputPath === '') return;
    const { value, diagnostics } = await site.renderPage(page, html);
    run.put({ value: [value], diagnostics });
  };
  let done = 0;
  for await (const rendered of rendering.renderAll()) {
    run.findings.add(rendered.diagnostics);
    run.search.add(rendered);
    const page = bySource.get(rendered.path);
    if (page?.kind === 'page') await press(page, rendered.html);
    else if (page !== undefined) waiting.push([page, rendered.html]);
    done += 1;
    run.progress?.(done, rendering.count);
  }
  for (const [page, html] of waiting) await press(page, html);
}
