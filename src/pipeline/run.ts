import type { Printer } from '../browser-press/create-printer.js';
import { checkCrossings, checkFragments, type FragmentFacts } from '../check/rules/links.js';
import { dropRepeated } from '../diagnostics/drop-repeated.js';
import { keepFirst } from '../diagnostics/keep-first.js';
import { sortDiagnostics } from '../diagnostics/sort.js';
import { addAll } from '../lists/add-all.js';
import { createTitleSetter } from '../markdown/html/create-title-setter.js';
import type { RenderHelper } from '../markdown/threads/render-helper.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { FileRecord, KeptFile, OutputCopy, OutputFile } from '../model/output.js';
import type { RenderedChapter } from '../model/rendered.js';
import type { BookReport } from '../model/report.js';
import { createSite } from '../pages/create-site.js';
import { collectFindings, type Findings } from './collect-findings.js';
import { createSizeOf } from './collect-pictures.js';
import { compareFacts } from './compare-facts.js';
import { createAssetFilter, createCopyFilter } from './filter-assets.js';
import { findUnreadable } from './find-unreadable.js';
import { gatherOnce, recallSiteEvidence } from './gather-site-evidence.js';
import { listCopies, listPublishedAssets } from './list-copies.js';
import { listMarkdownOutputs } from './list-markdown-outputs.js';
import { createBookFileMaker } from './make-book-file.js';
import { createSearchMaker } from './make-search.js';
import type { ChapterRow } from './memory/memory-model.js';
import type { RunMemory } from './memory/run-memory.js';
import type { MemoryWriter } from './memory/write-memory.js';
import { type OpenedAhead, openAgain, openAhead } from './open-ahead.js';
import type { OpenSite } from './open-site.js';
import { planSite, type SitePlan, startRecall } from './plan-site.js';
import { pressPages } from './press-pages.js';
import type { Inputs } from './read-inputs.js';
import { rememberRun, type SiteResult } from './remember-run.js';
import type { Rendering, RenderingHelp } from './render-book.js';
import { listFilesInOrder, reportBook } from './report-book.js';
import { startHelpers } from './start-helpers.js';
import { createTrace, type Trace } from './trace.js';
import { createUnits } from './units.js';

/** Where the files of a site go, one by one; false once more of them are of no use. */
export interface FileSink {
  readonly add: (file: OutputFile) => boolean;
  readonly copy: (file: OutputCopy) => boolean;
  /** As for a publication; absent where nothing can be kept. */
  readonly keep?: (file: KeptFile) => boolean;
  readonly recordOf?: (path: string) => FileRecord | undefined;
}

/** How to run. */
export interface RunOptions {
  /** Threads beside the main one that may render. */
  readonly threads: number;
  /** Those that have been started for this book already. */
  readonly helpers?: readonly RenderHelper[];
  readonly progress: ((done: number, total: number) => void) | null;
  /** The sites of these inputs, where somebody has opened them before. */
  readonly opened?: OpenedAhead;
  /** What prints books; absent where none is to be printed. */
  readonly printer?: Printer;
  /** What is known from the run before; absent for none. */
  readonly memory?: RunMemory | null;
}

/** A book that was run through: what was staged, and what is known of it. */
export interface Pressed {
  readonly report: BookReport;
  /** All findings in book order, with the severities that the owner wants. */
  readonly diagnostics: readonly Diagnostic[];
  /** The books, the main language's first. */
  readonly sites: readonly OpenSite[];
  /** Writes down what the next run can go on from. To be called when what was staged is published. */
  readonly remember: () => void;
}

/**
 * The flow, from the files of a book to the files of its site, or of its sites, one for each language in turn:
 *
 * 1. chapters and book: front matter, order, addresses; from the memory where they say the same (`recall-book.ts`);
 *    what the line ends of chapters are judged by;
 * 2. markdown: every chapter is rendered but those that are known (`recall-rendered.ts`);
 * 3. pages: each is put into its template and staged, chapters as they come, so that memory stays flat; one for which nothing
 *    was read that differs is kept as it is published (`units.ts`);
 * 4. what is no page, likewise: Markdown outputs, the book in one page, 404, redirects, feeds, assets, the search index;
 * 5. resources and static files are copied;
 * 6. the fragments of links, which need the ids of all chapters; those to other languages once all are there.
 *
 * After an error nothing more is staged, yet all of the book is still read: every error is found in one run. Without a memory,
 * or with one that does not fit, the result is the same.
 */
export async function runPipeline(inputs: Inputs, stage: FileSink, options: RunOptions): Promise<Pressed> {
  const memory = options.memory ?? null;
  const helpers = [...(options.helpers ?? [])];
  const needHelpers = (chapters: number) => {
    if (options.helpers === undefined) addAll(helpers, startHelpers(chapters, options.threads));
  };
  try {
    const opened = openRun(inputs, options, helpers, needHelpers);
    const { sites, ahead, stateOf } = opened;
    const recall = startRecall(opened, memory);
    const evidence = memory === null ? gatherOnce(sites) : recallSiteEvidence(sites, memory.evidenceOf);
    const plans = sites.map((site) => planSite(site, evidence.table, recall));
    if (helpers.length === 0) needHelpers(plans.reduce((sum, { rendering }) => sum + rendering.count, 0));
    const { progress } = options;
    const run = {
      ...{ writer: memory?.writer ?? null, help: { helpers, ahead }, progress, pause: noPause },
      ...{ printer: options.printer ?? null, hasBookFiles: true },
    };
    const { results, ...told } = await runPlans(inputs, plans, stage, run);
    const remember = () => rememberRun(inputs, memory, results, { stateOf, evidenceOf: evidence.stateOf });
    return { ...told, sites, remember };
  } finally {
    for (const helper of helpers) helper.stop();
  }
}

/** How the steps from 2 on are run. */
export interface PlansOptions {
  readonly help: RenderingHelp;
  readonly writer: MemoryWriter | null;
  readonly progress: RunOptions['progress'];
  /** Awaited between any two pages or chapters. May throw to end the run. */
  readonly pause: () => Promise<void> | undefined;
  /** As `RunOptions.printer`; null where the book is not printed. */
  readonly printer: Printer | null;
  /** Whether the book is made as a file, too. */
  readonly hasBookFiles: boolean;
}

const noPause = () => undefined;

/** The steps from 2 on, for the sites of a book as they have been planned. */
export async function runPlans(
  inputs: Inputs,
  plans: readonly SitePlan[],
  stage: FileSink,
  options: PlansOptions,
): Promise<Pick<Pressed, 'report' | 'diagnostics'> & { readonly results: readonly SiteResult[] }> {
  const sites = plans.map(({ site }) => site);
  const findings = collectFindings(inputs);
  const run: Run = { ...options, stage, findings, isNew: createAssetFilter(), isFirst: createCopyFilter() };
  const results: SiteResult[] = [];
  for (const plan of plans) results.push(await runSite(plan, run));
  findings.add(checkCrossings(gatherLinks(results)));
  findings.add(await findUnreadable(sites, findings.all()));
  // What stands in for a missing translation is read once for each language, and what cascades once for each page.
  const order = listFilesInOrder(sites);
  const diagnostics = keepFirst(sortDiagnostics(dropRepeated(findings.all()), order));
  return { report: reportBook(sites, diagnostics), diagnostics, results };
}

/** Helpers begin ahead where nothing is known; where something is, it shows how much there is to do. */
function openRun(
  inputs: Inputs,
  { opened, memory }: RunOptions,
  helpers: readonly RenderHelper[],
  needHelpers: (chapters: number) => void,
): OpenedAhead {
  if (opened !== undefined) return opened;
  if (memory?.isKnown === true) return openAgain(inputs, memory);
  if (helpers.length === 0) needHelpers(inputs.sources.chapters.length);
  return openAhead(inputs, helpers);
}

/** What all sites of a run share. */
interface Run extends PlansOptions {
  readonly stage: FileSink;
  readonly findings: Findings;
  readonly isNew: ReturnType<typeof createAssetFilter>;
  readonly isFirst: (copy: OutputCopy) => boolean;
}

async function runSite({ site, memory, rendering, theme }: SitePlan, run: Run): Promise<SiteResult> {
  const { findings, help, writer, progress, pause, stage } = run;
  const { inputs, opened } = site;
  const trace = createTrace(rendering.factsOf, rendering.htmlOf);
  const made = createSite(siteContext(site, trace), theme);
  findings.add([...opened.diagnostics, ...made.diagnostics]);
  const copies = listCopies(inputs, opened.book);
  const taken = new Set(copies.map(({ path }) => path));
  const units = createUnits({
    trace,
    memory,
    differs: compareFacts(memory, rendering),
    prepare: rendering.prepare,
    pause,
    put: (outcome) => stageFiles(outcome, taken, run),
    keep: (file) => !findings.failed() && stage.keep?.(file) === true && noteAsset(file, run),
  });
  const search = createSearchMaker(site, rendering, help.helpers);
  if (rendering.count > 0 || memory === null) await rendering.prepare(help);
  for (const path of rendering.known.keys()) findings.add(knownFindings(path, rendering));
  const learnt = new Map<string, ChapterRow | null>();
  const learn = (chapter: RenderedChapter) => {
    findings.add(chapter.diagnostics);
    if (writer !== null && !findings.failed())
      learnt.set(chapter.path, writer.learnChapter(chapter, rendering.originOf(chapter.path)));
    progress?.(learnt.size, rendering.count);
  };
  await pressPages(opened.book, { rendering, site: made.value, trace, units, learn, watch: search, pause });
  for (const { page, make } of listMarkdownOutputs(site, trace.factsOf))
    await units.make(`markdown ${page.key}`, async () => {
      trace.noteHtml(page.source ?? '');
      return { value: [await make()], diagnostics: [] };
    });
  // Made anew each time: that a picture was exchanged is told by nothing that a unit notes.
  const { epub, pdf } = made.value.outputs;
  if ((epub || pdf) && run.hasBookFiles) {
    await rendering.prepare(help);
    const { makeEpub, makePdf } = createBookFileMaker(site, made.value);
    if (epub) stageFiles(await makeEpub(null), taken, run);
    if (pdf && run.printer !== null && !findings.failed())
      stageFiles(await makePdf(null, run.printer, () => !findings.failed()), taken, run);
  }
  await units.make('print', async () => listOutcome(await made.value.renderPrint()));
  for (const { name, make } of made.value.listExtras()) await units.make(name, make);
  const assets = inputs.sources.hugo === null ? [] : listPublishedAssets(inputs, rendering.allFacts());
  // As in Hugo, an asset that a template published stands over a static file.
  if (!findings.failed()) [...assets, ...copies].filter(run.isFirst).forEach(stage.copy);
  if (search !== null && !findings.failed())
    await units.make('search', async () => {
      for (const path of rendering.known.keys()) trace.noteHtml(path);
      for (const path of learnt.keys()) trace.noteHtml(path);
      return { value: await search.finish(), diagnostics: [] };
    });
  findings.add(checkFragments(rendering.linkFacts()));
  return { site, rendering, units, learnt, isSameBook: memory !== null };
}

/** What the pages of a site are made from; `trace` gives the facts and texts of its chapters. */
export function siteContext(
  { inputs, opened, family }: OpenSite,
  { factsOf, htmlOf, share }: Pick<Trace, 'factsOf' | 'htmlOf'> & Partial<Trace>,
) {
  const { config, plugins, sources } = inputs;
  const { book, chapters } = opened;
  const { templates, assets, data } = sources;
  const { filters } = plugins;
  const sizeOf = createSizeOf(sources, book);
  const setTitle = createTitleSetter(config.markdown);
  const texts = { factsOf, htmlOf, ...(share === undefined ? {} : { share }), sizeOf, setTitle };
  return { book, config, chapters, family, templates, assets, data, filters, ...texts };
}

/** Stages files, but for those that the book has its own of; returns what is known of them. */
function stageFiles(
  { value, diagnostics }: Outcome<readonly OutputFile[]>,
  taken: ReadonlySet<string>,
  { findings, isNew, stage }: Run,
): readonly KeptFile[] {
  findings.add(diagnostics);
  if (findings.failed()) return [];
  const wanted = value.filter((file) => (file.yields !== true || !taken.has(file.path)) && isNew(file));
  wanted.every(stage.add);
  return wanted.flatMap(({ path, origin }) => {
    const record = stage.recordOf?.(path);
    return record === undefined ? [] : [{ path, ...record, ...(origin === undefined ? {} : { origin }) }];
  });
}

/** An asset that is kept need not be made for another language. */
function noteAsset(file: KeptFile, { isNew }: Run): boolean {
  isNew(file);
  return true;
}

function listOutcome(one: Outcome<OutputFile> | null): Outcome<readonly OutputFile[]> {
  return one === null ? { value: [], diagnostics: [] } : { value: [one.value], diagnostics: one.diagnostics };
}

function knownFindings(path: string, { known, factsOf }: Rendering): readonly Diagnostic[] {
  return known.get(path)?.isToBeChecked === true ? factsOf(path).diagnostics : [];
}

/** What links from one language to another are checked by. */
function gatherLinks(results: readonly SiteResult[]): ReadonlyMap<string, readonly FragmentFacts[]> {
  const isAlone = results.length === 1;
  return new Map(
    results.map(({ site, rendering }) => {
      const facts = isAlone ? rendering.linkFacts() : rendering.allFacts();
      return [site.inputs.config.place.key, facts];
    }),
  );
}
