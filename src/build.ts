import { createPrinter } from './browser-press/create-printer.js';
import type { BrowserSearch } from './browser-press/find-browser.js';
import type { ConfigRequest } from './config/load-config.js';
import { loadPlugins } from './config/load-plugins.js';
import { applySeverities, hasErrors } from './diagnostics/apply-severities.js';
import { addAll } from './lists/add-all.js';
import type { RenderHelper } from './markdown/threads/render-helper.js';
import type { Config } from './model/config.js';
import type { Diagnostic, Outcome } from './model/diagnostic.js';
import type { PublishCounts } from './model/output.js';
import type { PublicationRules } from './model/output-rules.js';
import type { BookReport } from './model/report.js';
import { isPublished } from './output/is-published.js';
import { openPublication, type Publication } from './output/open-publication.js';
import { identifyInputs } from './pipeline/identify-inputs.js';
import { findMemory, listKnownFiles, type StoredMemory } from './pipeline/memory/find-memory.js';
import { survivingLoss } from './pipeline/memory/remove-memory.js';
import { type Inputs, readInputs } from './pipeline/read-inputs.js';
import { publicationOptions, resolvePublication } from './pipeline/resolve-publication.js';
import type { Pressed } from './pipeline/run.js';
import { startHelpers } from './pipeline/start-helpers.js';
import { findLoss } from './sources/held-file.js';

/** What is asked of a build. Paths are absolute. */
export interface BuildRequest {
  /** The book's folder. */
  readonly root: string;
  /** Null for the one that the book configures. */
  readonly destination: string | null;
  readonly config: ConfigRequest;
  /** Overwrite files in the destination that no build of ours wrote; false for what the book configures. */
  readonly takeOver: boolean;
  /** As `takeOver`. */
  readonly failOnWarnings: boolean;
  /** Threads beside the main one that may render; used for large books only. */
  readonly threads: number;
  /** Milliseconds since 1970 UTC, as file systems have it; "now" of the book may be another. */
  readonly clock: () => number;
  /** Whether the build goes on from what is kept of the one before, and keeps what it makes. */
  readonly memory: boolean;
  readonly progress: ((done: number, total: number) => void) | null;
  /** Where the browser is looked for that prints a book with `outputs.home: [pdf]`; absent for the system's usual places only. */
  readonly browser?: BrowserSearch;
  /** Registers what must be undone when the user interrupts; returns the way to take it back. */
  readonly onInterrupt: (undo: () => void) => () => void;
}

/** What is on the web now. */
export interface Published {
  readonly report: BookReport;
  readonly counts: PublishCounts;
  /** The folder that it was published to. Absolute. */
  readonly destination: string;
}

export interface BuildResult {
  /** Null when something kept the book from being published; the destination is then as it was. */
  readonly published: Published | null;
  /** All findings in book order. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Publishes a book.
 *
 * 1. Config and sources are read. Where nothing is published yet, threads that will help to render load meanwhile.
 * 2. The destination is opened. If what it holds was made from the same inputs and is whole, there is nothing to do.
 * 3. The book is pressed into the publication's stage: chapters, book, markdown, pages.
 * 4. Without an error the stage takes the place of the old site; with one, it is thrown away.
 */
export function build(request: BuildRequest): Promise<BuildResult> {
  return survivingLoss(request.root, () => buildOnce(request));
}

async function buildOnce(request: BuildRequest): Promise<BuildResult> {
  const helpers: RenderHelper[] = [];
  const plugins = await loadPlugins(request.root);
  const now = request.clock();
  const stored = request.memory ? findMemory(request.root) : null;
  const before = { files: stored === null ? new Map() : listKnownFiles(stored), now };
  const onOpened = (config: Config, chapters: number) => {
    const { folder } = resolvePublication(request, config);
    if (!isPublished(folder)) addAll(helpers, startHelpers(chapters, request.threads));
  };
  const inputs = readInputs(request.root, request.config, { plugins, onOpened, before });
  try {
    return await publishInputs(inputs, request, { helpers, stored });
  } finally {
    for (const helper of helpers) helper.stop();
  }
}

async function publishInputs(
  inputs: Inputs,
  request: BuildRequest,
  { helpers, stored }: Pick<Asked, 'helpers' | 'stored'>,
): Promise<BuildResult> {
  const rules = resolvePublication(request, inputs.config);
  const { value: publication, diagnostics } = openPublication(
    publicationOptions(request.root, rules, inputs),
  );
  if (publication === null) return refuse([...inputs.diagnostics, ...diagnostics], inputs);
  const identity = identifyInputs(inputs);
  // Nobody knows what a book's own code reads besides what it is given: with it, a build is always made.
  const current =
    inputs.plugins.module === null ? findCurrent(publication, identity, { rules, request }) : null;
  if (current !== null) return current;
  const release = request.onInterrupt(publication.abandon);
  try {
    return await press(inputs, publication, identity, { rules, request, helpers, stored });
  } catch (error) {
    const loss = findLoss(error);
    if (loss === null) throw error;
    return refuse([...inputs.diagnostics, loss], inputs);
  } finally {
    publication.abandon();
    release();
  }
}

/** What is asked of a build, and what that means for this book. */
interface Asked {
  readonly request: BuildRequest;
  readonly rules: PublicationRules;
  /** Threads that have been started already; none where it was not known whether there is anything to do. */
  readonly helpers: readonly RenderHelper[];
  /** What is kept of the book; null where nothing is to be. */
  readonly stored: StoredMemory | null;
}

async function press(
  inputs: Inputs,
  publication: Publication,
  identity: string,
  { request, rules, helpers, stored }: Asked,
): Promise<BuildResult> {
  // Loaded only now: a build with nothing to do needs no parser, no templates, no colours.
  const { runPipeline } = await import('./pipeline/run.js');
  const { startRunMemory } = await import('./pipeline/memory/run-memory.js');
  const memory = stored && startRunMemory(stored, inputs, true);
  const { browser = NOWHERE, onInterrupt } = request;
  const printer = createPrinter({ search: browser, progress: null, onInterrupt });
  try {
    const { report, diagnostics, remember } = await runPipeline(inputs, publication, {
      ...{ threads: request.threads, progress: request.progress, memory, printer },
      ...(helpers.length === 0 ? {} : { helpers }),
    });
    if (keepsBack(diagnostics, rules)) return { published: null, diagnostics };
    return publish(publication.commit(identity, report, remember), { report, diagnostics, rules, inputs });
  } finally {
    memory?.writer?.abandon();
    await printer.close();
  }
}

const NOWHERE: BrowserSearch = { variables: {}, platform: '', home: '' };

interface Committed extends Pick<Pressed, 'report' | 'diagnostics'> {
  readonly rules: PublicationRules;
  readonly inputs: Inputs;
}

function publish(
  committed: Outcome<PublishCounts>,
  { report, diagnostics, rules, inputs }: Committed,
): BuildResult {
  const findings = [...diagnostics, ...applySeverities(committed.diagnostics, inputs.config)];
  const published = hasErrors(findings)
    ? null
    : { report, counts: committed.value, destination: rules.folder };
  return { published, diagnostics: findings };
}

/** The result when the destination already holds what this build would make, else null. */
function findCurrent(
  publication: Publication,
  identity: string,
  { request, rules }: Pick<Asked, 'request' | 'rules'>,
): BuildResult | null {
  const current = publication.findCurrent(identity);
  if (current === null) return null;
  // Only `press` below gives reports to a publication, and the identity holds the program's version.
  const report = current.report as BookReport;
  if (!isTrueAt(report, request.config.now)) return null;
  if (keepsBack(report.diagnostics, rules)) return { published: null, diagnostics: report.diagnostics };
  const counts = { written: 0, unchanged: current.files, removed: 0 };
  return { published: { report, counts, destination: rules.folder }, diagnostics: report.diagnostics };
}

/** Whether the same chapters are published at `now` as when the report was made. */
function isTrueAt({ validFrom, validUntil }: BookReport, now: number): boolean {
  return (validFrom === null || now >= validFrom) && (validUntil === null || now < validUntil);
}

function keepsBack(diagnostics: readonly Diagnostic[], { failOnWarnings }: PublicationRules): boolean {
  return (
    hasErrors(diagnostics) || (failOnWarnings && diagnostics.some(({ severity }) => severity === 'warning'))
  );
}

function refuse(diagnostics: readonly Diagnostic[], { config }: Inputs): BuildResult {
  return { published: null, diagnostics: applySeverities(diagnostics, config) };
}
