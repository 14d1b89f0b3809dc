import { checkCrossings, checkFragments, type FragmentFacts } from '../check/rules/links.js';
import { applySeverities, hasErrors } from '../diagnostics/apply-severities.js';
import { dropRepeated } from '../diagnostics/drop-repeated.js';
import { sortDiagnostics } from '../diagnostics/sort.js';
import { addAll } from '../lists/add-all.js';
import { createTitleSetter } from '../markdown/html/create-title-setter.js';
import type { RenderHelper } from '../markdown/threads/render-helper.js';
import type { Book, Page } from '../model/book.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { OutputCopy, OutputFile } from '../model/output.js';
import type { BookReport } from '../model/report.js';
import { createSite, type Site } from '../pages/create-site.js';
import { createSizeOf } from './collect-pictures.js';
import { describeHugoSite } from './describe-hugo-site.js';
import { createAssetFilter } from './filter-assets.js';
import { gatherSiteEvidence } from './gather-site-evidence.js';
import { listCopies, listPublishedAssets } from './list-copies.js';
import { createSearchMaker, type SearchMaker } from './make-search.js';
import { makeTwins } from './make-twins.js';
import { openAhead } from './open-ahead.js';
import type { OpenSite } from './open-site.js';
import type { Inputs } from './read-inputs.js';
import { createRendering, type Rendering } from './render-book.js';
import { listFilesInOrder, reportBook } from './report-book.js';
import { startHelpers } from './start-helpers.js';

/** Where the files of a site go, one by one; false once more of them are of no use. */
export interface FileSink {
  readonly add: (file: OutputFile) => boolean;
  readonly copy: (file: OutputCopy) => boolean;
}

/** How to press. */
export interface PressOptions {
  /** Threads beside the main one that may render. */
  readonly threads: number;
  /** Those that have been started for this book already. */
  readonly helpers?: readonly RenderHelper[];
  readonly progress: ((done: number, total: number) => void) | null;
  /** The sites of these inputs, where somebody has opened them before. */
  readonly opened?: readonly OpenSite[];
}

/** A pressed book: what was staged, and what is known of it. */
export interface Pressed {
  readonly report: BookReport;
  /** All findings in book order, with the severities that the owner wants. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * From the files of a book to the files of its site, or of its sites, one for each language in turn:
 *
 * 1. chapters and book: front matter, order, addresses; what the line ends of chapters are judged by;
 * 2. markdown and pages: every chapter is rendered, put into its template and staged before the next, so that memory
 *    stays flat; home and sections wait until the facts of all their chapters are known;
 * 3. what is no page: the book in one page, 404, redirects, assets, resources, static files;
 * 4. the fragments of links, which need the ids of all chapters; those to other languages once all are pressed.
 *
 * After an error nothing more is staged, yet all of the book is still read: every error is found in one run.
 */
export async function runPipeline(inputs: Inputs, stage: FileSink, options: PressOptions): Promise<Pressed> {
  const helpers = options.helpers ?? startHelpers(inputs.sources.chapters.length, options.threads);
  try {
    const { sites, ahead } = options.opened
      ? { sites: options.opened, ahead: null }
      : openAhead(inputs, helpers);
    const evidence = gatherSiteEvidence(sites);
    const run = startRun(inputs, stage, options.progress);
    const languages = new Map<string, readonly FragmentFacts[]>();
    for (const site of sites) {
      const rendering = await createRendering(site, evidence, helpers, ahead);
      await pressSite(site, rendering, { ...run, search: createSearchMaker(site, rendering, helpers) });
      languages.set(site.inputs.config.place.key, rendering.allFacts().map(keepLinks));
    }
    run.findings.add(checkCrossings(languages));
    run.findings.add(await findUnreadable(sites[0], run.findings.all()));
    // What stands in for a missing translation is read once for each language, and what cascades once for each page.
    const diagnostics = sortDiagnostics(dropRepeated(run.findings.all()), listFilesInOrder(sites));
    return { report: reportBook(sites, diagnostics), diagnostics };
  } finally {
    for (const helper of helpers) helper.stop();
  }
}

/** Templates of a Hugo site that cannot be read and that no chapter called: those are errors already. */
async function findUnreadable(site: OpenSite, known: readonly Diagnostic[]): Promise<readonly Diagnostic[]> {
  const described = describeHugoSite(site);
  if (described === null) return [];
  const { checkHugoTemplates } = await import('../hugo-templates/check-hugo-templates.js');
  const called = new Set(
    known.flatMap(({ code, related = [] }) =>
      code === 'template/fault' ? related.map(({ file }) => file) : [],
    ),
  );
  return checkHugoTemplates(described).filter(({ file }) => !called.has(file ?? ''));
}

/** The pressing of a book, which goes from site to site. */
interface PressRun {
  readonly put: (outcome: Outcome<readonly OutputFile[]>) => void;
  readonly copy: (copies: readonly OutputCopy[]) => void;
  readonly findings: Findings;
  readonly progress: PressOptions['progress'];
}

interface SiteRun extends PressRun {
  readonly search: SearchMaker | null;
}

function startRun(inputs: Inputs, stage: FileSink, progress: PressOptions['progress']): PressRun {
  const findings = createFindings(inputs, inputs.diagnostics);
  const isNew = createAssetFilter();
  // Every language asks for the assets that its templates use.
  const copied = new Set<string>();
  const isFirst = ({ path, from }: OutputCopy) => {
    const key = `${path}\0${from}`;
    return !copied.has(key) && copied.add(key) !== undefined;
  };
  return {
    put: ({ value, diagnostics }) => {
      findings.add(diagnostics);
      if (!findings.failed()) value.filter(isNew).every(stage.add);
    },
    copy: (copies) => {
      if (!findings.failed()) copies.filter(isFirst).forEach(stage.copy);
    },
    findings,
    progress,
  };
}

async function pressSite(site: OpenSite, rendering: Rendering, run: SiteRun): Promise<void> {
  const { inputs, opened } = site;
  const made = prepareSite(site, rendering);
  run.findings.add([...opened.diagnostics, ...made.diagnostics]);
  await pressPages(opened.book, rendering, made.value, run);
  for await (const twin of makeTwins(site, rendering.factsOf)) run.put({ value: [twin], diagnostics: [] });
  const copies = listCopies(inputs, opened.book);
  const print = await made.value.renderPrint();
  if (print !== null) run.put(giveWay({ value: [print.value], diagnostics: print.diagnostics }, copies));
  run.put(giveWay(await made.value.renderExtras(), copies));
  run.copy([...copies, ...listPublishedAssets(inputs, rendering.allFacts())]);
  if (run.search !== null && !run.findings.failed())
    run.put({ value: await run.search.finish(), diagnostics: [] });
  run.findings.add(checkFragments(rendering.allFacts()));
}

/** What is kept of a chapter until all languages are pressed: little, since a book may have many. */
function keepLinks({ path, file, ids, fragmentLinks, diagnostics }: FragmentFacts): FragmentFacts {
  return { path, file, ids, fragmentLinks, diagnostics };
}

/** Without the files that the book has its own of. */
function giveWay(
  { value, diagnostics }: Outcome<readonly OutputFile[]>,
  copies: readonly OutputCopy[],
): Outcome<readonly OutputFile[]> {
  const taken = new Set(copies.map(({ path }) => path));
  return { value: value.filter(({ path, yields }) => yields !== true || !taken.has(path)), diagnostics };
}

function prepareSite({ inputs, opened, family }: OpenSite, rendering: Rendering): Outcome<Site> {
  const { config, plugins, sources } = inputs;
  const { book, chapters } = opened;
  const { templates, assets, data } = sources;
  const { factsOf, htmlOf } = rendering;
  const { filters } = plugins;
  const sizeOf = createSizeOf(sources, book);
  const setTitle = createTitleSetter(config.markdown);
  const texts = { factsOf, htmlOf, sizeOf, setTitle };
  return createSite({ book, config, chapters, family, templates, assets, data, filters, ...texts });
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
    const settled = applySeverities(diagnostics, config);
    addAll(all, settled);
    failed ||= hasErrors(settled);
  };
  add(first);
  return { add, failed: () => failed, all: () => all };
}

async function pressPages(book: Book, rendering: Rendering, site: Site, run: SiteRun): Promise<void> {
  const pages = [...book.order, ...book.others].flatMap((key) => book.pages[key] ?? []);
  const bySource = new Map(pages.map((page) => [page.source, page]));
  const waiting: [Page, string][] = pages.filter(({ source }) => source === null).map((page) => [page, '']);
  const press = async (page: Page, html: string) => {
    if (page.outputPath === '') return;
    const { value, diagnostics } = await site.renderPage(page, html);
    run.put({ value: [value], diagnostics });
  };
  let done = 0;
  for await (const rendered of rendering.renderAll(run.search)) {
    run.findings.add(rendered.diagnostics);
    const page = bySource.get(rendered.path);
    if (page?.kind === 'page') await press(page, rendered.html);
    else if (page !== undefined) waiting.push([page, rendered.html]);
    done += 1;
    run.progress?.(done, rendering.count);
  }
  for (const [page, html] of waiting) await press(page, html);
}
