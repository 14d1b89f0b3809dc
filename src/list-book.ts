import { listEntries } from './book/list-entries.js';
import type { ConfigRequest } from './config/load-config.js';
import { loadPlugins } from './config/load-plugins.js';
import { applySeverities } from './diagnostics/apply-severities.js';
import { dropRepeated } from './diagnostics/drop-repeated.js';
import { sortDiagnostics } from './diagnostics/sort.js';
import type { Book, Page } from './model/book.js';
import type { Config } from './model/config.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { ListEntry } from './model/list-entry.js';
import { gatherOnce, recallSiteEvidence } from './pipeline/gather-site-evidence.js';
import { survivingLoss } from './pipeline/memory/remove-memory.js';
import { openAgain } from './pipeline/open-ahead.js';
import type { OpenSite } from './pipeline/open-site.js';
import { planSite, type SitePlan, startRecall } from './pipeline/plan-site.js';
import { readRemembered } from './pipeline/read-remembered.js';
import { startHelpers } from './pipeline/start-helpers.js';

/** A page of a book, and its address with host and base path as far as they are configured. */
export interface ListedPage {
  readonly page: Page;
  readonly address: string;
}

/** A book in reading order. */
export interface ListedBook {
  readonly entries: readonly ListEntry[];
  /** For each entry, how many sections are above it; 0 for home. */
  readonly depths: readonly number[];
  /** For each entry, what it tells of. */
  readonly pages: readonly ListedPage[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lists the book in `root` without publishing anything. Chapters of which the last build has kept nothing are rendered, for
 * their words and minutes.
 *
 * @param threads Beside this one, that may render; used for large books only.
 */
export function listBook(root: string, request: ConfigRequest, threads: number): Promise<ListedBook> {
  return survivingLoss(root, () => listOnce(root, request, threads));
}

async function listOnce(root: string, request: ConfigRequest, threads: number): Promise<ListedBook> {
  const { inputs, memory } = readRemembered(root, request, await loadPlugins(root));
  const opened = openAgain(inputs, memory);
  const { sites } = opened;
  const recall = startRecall(opened, memory);
  const lists = [];
  const evidence = memory === null ? gatherOnce(sites) : recallSiteEvidence(sites, memory.evidenceOf);
  for (const site of sites)
    lists.push(
      await listSite(planSite(memory === null ? withoutSearch(site) : site, evidence.table, recall), threads),
    );
  const findings = [...inputs.diagnostics, ...sites.flatMap(({ opened }) => opened.diagnostics)];
  return {
    entries: lists.flatMap(({ entries }) => entries),
    depths: lists.flatMap(({ depths }) => depths),
    pages: lists.flatMap(({ pages }) => pages),
    diagnostics: sortDiagnostics(applySeverities(dropRepeated(findings), inputs.config), []),
  };
}

/** Nobody asks for the words themselves. */
function withoutSearch(site: OpenSite): OpenSite {
  const { inputs } = site;
  return { ...site, inputs: { ...inputs, config: { ...inputs.config, search: false } } };
}

async function renderUnknown({ rendering }: SitePlan, threads: number): Promise<void> {
  if (rendering.count === 0) return;
  const helpers = startHelpers(rendering.count, threads);
  try {
    await rendering.prepare({ helpers, ahead: null });
    for await (const _ of rendering.renderAll());
  } finally {
    for (const helper of helpers) helper.stop();
  }
}

async function listSite(plan: SitePlan, threads: number): Promise<Omit<ListedBook, 'diagnostics'>> {
  const { site, rendering } = plan;
  const { book } = site.opened;
  await renderUnknown(plan, threads);
  const facts = new Map(rendering.allFacts().map((known) => [known.path, known]));
  const language = site.family.length === 0 ? null : site.inputs.config.place.key;
  return {
    entries: listEntries(book, facts, language),
    depths: [...book.order, ...book.others].map((key) => depthOf(book, key)),
    pages: [...book.order, ...book.others].flatMap((key) => {
      const page = book.pages[key];
      return page === undefined ? [] : [{ page, address: addressOf(page, site.inputs.config) }];
    }),
  };
}

function addressOf({ url }: Page, { baseUrl, basePath }: Config): string {
  return url === '' ? '' : (baseUrl || basePath).replace(/\/$/, '') + url;
}

function depthOf(book: Book, key: string): number {
  const parent = book.pages[key]?.parent ?? null;
  return parent === null ? 0 : 1 + depthOf(book, parent);
}
