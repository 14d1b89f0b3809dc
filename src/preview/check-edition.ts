import { setImmediate } from 'node:timers/promises';
import { checkCrossings, checkFragments } from '../check/rules/links.js';
import { applySeverities, hasErrors } from '../diagnostics/apply-severities.js';
import { dropRepeated } from '../diagnostics/drop-repeated.js';
import { keepFirst } from '../diagnostics/keep-first.js';
import { sortDiagnostics } from '../diagnostics/sort.js';
import { addAll } from '../lists/add-all.js';
import type { Page } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { OutputFile } from '../model/output.js';
import type { RenderedChapter } from '../model/rendered.js';
import { createPathRegister } from '../output/path-register.js';
import { createAssetFilter } from '../pipeline/filter-assets.js';
import { listFilesInOrder } from '../pipeline/report-book.js';
import type { Edition, EditionSite } from './open-edition.js';

/** A check: what is to be done with the files that it makes, and what it may build on. */
export interface CheckRequest {
  readonly edition: Edition;
  /** Asked now and then; the check ends when there is a newer edition. */
  readonly isWanted: () => boolean;
  /** An earlier edition that differs in the text of chapters only, with its check. */
  readonly before: CheckedEdition | null;
}

/** A checked edition. */
export interface CheckedEdition {
  readonly edition: Edition;
  /** All findings in book order, as those of a build. */
  readonly findings: readonly Diagnostic[];
  /** By language and key. */
  readonly pages: ReadonlyMap<string, CheckedPage>;
}

/** What a page was made from, and what was found. */
interface CheckedPage {
  readonly shown: readonly RenderedChapter[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Pages between two turns of the event loop, in which requests are answered: some milliseconds. */
const breathEvery = 8;

/**
 * Makes all of an edition that nobody asked for yet, a few pages at a time. Null when it is not wanted any more.
 *
 * 1. Every chapter is rendered and every page made, but for those that follow from the same as before.
 * 2. Redirects, the 404 page, assets.
 * 3. Fragments of links, which need the ids of all chapters; and the paths of all files, once there is no error.
 */
export async function checkEdition(request: CheckRequest): Promise<CheckedEdition | null> {
  const { edition, isWanted } = request;
  const findings = [...edition.findings];
  const pages = new Map<string, CheckedPage>();
  const isNew = createAssetFilter();
  const extras: OutputFile[] = [];
  const languages = new Map<string, readonly RenderedChapter[]>();
  for (const site of edition.sites) {
    const found = await checkPages(site, request, pages);
    if (found === null) return null;
    const made = await site.renderExtras();
    const files = made.value.filter(isNew);
    addAll(extras, files);
    const facts = listFacts(site);
    languages.set(site.inputs.config.place.key, facts);
    addAll(findings, [...found, ...made.diagnostics, ...settleIn(site, checkFragments(facts))]);
  }
  addAll(findings, applySeverities(checkCrossings(languages), edition.inputs.config));
  if (!hasErrors(findings)) {
    addAll(findings, applySeverities(checkPaths(edition, extras), edition.inputs.config));
  }
  if (!isWanted()) return null;
  return {
    edition,
    findings: keepFirst(sortDiagnostics(dropRepeated(findings), listFilesInOrder(edition.sites))),
    pages,
  };
}

/** Makes the pages of a site and notes them; what was found, or null when that is not wanted any more. */
async function checkPages(
  site: EditionSite,
  request: CheckRequest,
  pages: Map<string, CheckedPage>,
): Promise<readonly Diagnostic[] | null> {
  const { isWanted } = request;
  const findings: Diagnostic[] = [];
  const listed = listPages(site);
  // All texts first: the home page shows something of each, and would make them without a breath.
  const isEnded =
    (await eachWithBreath(listed, isWanted, ({ source }) => {
      if (source !== null) addAll(findings, settleIn(site, site.renderText(source).diagnostics));
    })) &&
    (await eachWithBreath(listed, isWanted, async (page) => {
      const name = nameIn(site, page);
      const checked = findUnchanged(name, site, request) ?? (await checkPage(page, site));
      pages.set(name, checked);
      addAll(findings, checked.diagnostics);
    }));
  return isEnded ? findings : null;
}

/** Does something for every page; false when that is not wanted any more. */
async function eachWithBreath(
  pages: readonly Page[],
  isWanted: () => boolean,
  act: (page: Page) => void | Promise<void>,
): Promise<boolean> {
  for (const [at, page] of pages.entries()) {
    await act(page);
    if (at % breathEvery === 0) await setImmediate();
    if (!isWanted()) return false;
  }
  return true;
}

function settleIn({ inputs }: EditionSite, found: readonly Diagnostic[]): readonly Diagnostic[] {
  return applySeverities(found, inputs.config);
}

/** A page of the edition: pages of different languages may have one key. */
function nameIn({ inputs }: EditionSite, { key }: Page): string {
  return `${inputs.config.place.key} ${key}`;
}

/** In reading order, then those outside it, so that a fault which several pages meet is told of the first. */
function listPages({ opened: { book } }: EditionSite): readonly Page[] {
  return [...book.order, ...book.others].flatMap((key) => book.pages[key] ?? []);
}

async function checkPage(page: Page, site: EditionSite): Promise<CheckedPage> {
  // Its text can be shown by other pages; it is none itself.
  if (page.outputPath === '') return { diagnostics: [], shown: [] };
  const { diagnostics, shown } = await site.renderPage(page);
  return { diagnostics, shown: [...shown].map(site.renderText) };
}

/** The page as it was checked before, if all that it shows is the same; null when it must be made. */
function findUnchanged(name: string, site: EditionSite, { before }: CheckRequest): CheckedPage | null {
  const checked = before?.pages.get(name);
  return checked?.shown.every((text) => site.renderText(text.path) === text) ? checked : null;
}

function listFacts(site: EditionSite): readonly RenderedChapter[] {
  return listPages(site).flatMap(({ source }) => (source === null ? [] : [site.renderText(source)]));
}

function checkPaths(edition: Edition, extras: readonly OutputFile[]): readonly Diagnostic[] {
  const register = createPathRegister();
  const own = new Set(edition.copies.map(({ path }) => path));
  const made = edition.sites.flatMap(listPages).filter(({ outputPath }) => outputPath !== '');
  const pages = made.map(({ outputPath, file }) => {
    return { path: outputPath, ...(file === null ? {} : { origin: file }) };
  });
  const files: readonly { readonly path: string; readonly origin?: string }[] = [
    ...pages,
    ...extras.filter(({ path, yields }) => yields !== true || !own.has(path)),
    ...edition.copies,
  ];
  return files.flatMap(({ path, origin }) => register(path, origin) ?? []);
}
