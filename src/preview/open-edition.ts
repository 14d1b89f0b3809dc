import { applySeverities, hasErrors } from '../diagnostics/apply-severities.js';
import { dropRepeated } from '../diagnostics/drop-repeated.js';
import type { Book, Page } from '../model/book.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { OutputCopy, OutputFile } from '../model/output.js';
import { createSite, type Site } from '../pages/create-site.js';
import { markdownAddress } from '../pages/outputs/markdown-address.js';
import { printPath } from '../pages/print/render-print.js';
import { listCopies } from '../pipeline/list-copies.js';
import { listMarkdownOutputs } from '../pipeline/list-markdown-outputs.js';
import type { LiveOpening, LiveOpenSite } from '../pipeline/live-book.js';
import { createBookFileMaker } from '../pipeline/make-book-file.js';
import { addText, searchContext } from '../pipeline/make-search.js';
import type { OpenSite } from '../pipeline/open-site.js';
import { siteContext } from '../pipeline/run.js';
import type { SearchText } from '../search/list-pages.js';
import { isOfSearch } from '../search/write-index.js';

/** A book's sites as they follow from one state of the sources. Nothing is made before it is asked for. */
export interface Edition extends Pick<LiveOpening, 'inputs' | 'run'> {
  /** The site of each language, the main language's first. */
  readonly sites: readonly EditionSite[];
  /** What was found before any page was made, with the severities that the owner wants. */
  readonly findings: readonly Diagnostic[];
  /** False once an error is known that touches more than the page it is in: nothing of this edition is to be shown. */
  readonly isFit: () => boolean;
  /** The file at an output path; null if there is none. */
  readonly find: (outputPath: string) => Promise<EditionFile | null>;
}

/** The site of one language. */
interface EditionSite extends Pick<OpenSite, 'inputs' | 'opened'> {
  readonly findings: readonly Diagnostic[];
  readonly isFit: () => boolean;
  readonly hasPage: (outputPath: string) => boolean;
  readonly find: (outputPath: string) => Promise<EditionFile | null>;
}

/** A file of an edition: made by it, or copied from the sources as it is. */
export type EditionFile =
  /** `isWhole` is false for a page whose text could not be rendered. */
  | { readonly kind: 'made'; readonly content: string | Uint8Array; readonly isWhole: boolean }
  | { readonly kind: 'copy'; readonly from: string };

/** Opens an edition. All of it is a function of the inputs. */
export function openEdition({ inputs, sites: opened, run }: LiveOpening): Edition {
  const sites = opened.map(openSite);
  return {
    inputs,
    run,
    sites,
    findings: dropRepeated(sites.flatMap(({ findings }) => findings)),
    isFit: () => sites.every(({ isFit }) => isFit()),
    find: async (path) => {
      for (const site of sortByNearness(sites, path)) {
        const file = await site.find(path);
        if (file !== null) return file;
      }
      return null;
    },
  };
}

/** Whether other chapters are published at `now`, in milliseconds since 1970 UTC, than when the edition was opened. */
export function isOutdated({ sites }: Edition, now: number): boolean {
  return sites.some(({ opened: { book } }) => book.validUntil !== null && now >= book.validUntil);
}

/** The site that has a page at the path first, then those in whose folder it lies. */
function sortByNearness(sites: readonly EditionSite[], path: string): readonly EditionSite[] {
  const rank = ({ hasPage, inputs }: EditionSite) => {
    const { folder } = inputs.config.place;
    return hasPage(path) ? Number.POSITIVE_INFINITY : path.startsWith(folder) ? folder.length : -1;
  };
  return sites.toSorted((one, two) => (rank(one) === rank(two) ? 0 : rank(two) > rank(one) ? 1 : -1));
}

/** Made once for a book, however many editions show it. */
const indexed = new WeakMap<Book, ReadonlyMap<string, Page>>();

/** A book's pages by output path. */
function indexPages(book: Book): ReadonlyMap<string, Page> {
  const pages =
    indexed.get(book) ?? new Map(Object.values(book.pages).map((page) => [page.outputPath, page]));
  indexed.set(book, pages);
  return pages;
}

function openSite(live: LiveOpenSite): EditionSite {
  const { site, rendering, theme } = live;
  const { inputs, opened } = site;
  const { value: made, diagnostics } = createSite(siteContext(site, rendering), theme);
  const settle = (found: readonly Diagnostic[]) => applySeverities(found, inputs.config);
  const findings = settle([...inputs.diagnostics, ...opened.diagnostics, ...diagnostics]);
  let isFit = !hasErrors(findings);
  /** What is found while the site is made is the fault of templates. */
  const judge = <Value>(outcome: Outcome<Value>): Value => {
    if (hasErrors(settle(outcome.diagnostics))) isFit = false;
    return outcome.value;
  };
  const pages = indexPages(opened.book);
  const places = listPlaces(site);
  /** Whether the text of a page could be rendered, be it with broken links. */
  const isWhole = ({ source }: Page): boolean =>
    source === null ||
    !hasErrors(settle(rendering.factsOf(source).diagnostics)) ||
    rendering.htmlOf(source) !== '';
  const findOther = createOtherFiles(live, made);
  const find = async (path: string): Promise<EditionFile | null> => {
    const page = pages.get(path);
    if (page !== undefined) {
      const html = page.source === null ? '' : rendering.htmlOf(page.source);
      const { content } = judge(await made.renderPage(page, html));
      return { kind: 'made', content, isWhole: isWhole(page) };
    }
    const from = places.get(path);
    if (from !== undefined) return { kind: 'copy', from };
    const file = judge(await findOther(path)).find((one) => one.path === path);
    return file === undefined ? null : { kind: 'made', content: file.content, isWhole: true };
  };
  return { inputs, opened, findings, isFit: () => isFit, hasPage: (path) => pages.has(path), find };
}

/** Where the files lie that are copied, by output path. */
function listPlaces({ inputs, opened }: OpenSite): ReadonlyMap<string, string> {
  // Which assets of a Hugo site its templates ask for is only known once all chapters are rendered.
  const assets = (inputs.sources.hugo?.assets ?? []).map(({ path, absolute }) => [path, absolute] as const);
  const copies: readonly OutputCopy[] = listCopies(inputs, opened.book);
  return new Map([...assets, ...copies.map(({ path, from }) => [path, from] as const)]);
}

type Made = Outcome<readonly OutputFile[]>;

/** Finds what is neither a page nor copied: all files that are made together with the one at an output path. */
function createOtherFiles(
  { site, rendering, writeIndex }: LiveOpenSite,
  made: Site,
): (path: string) => Promise<Made> {
  const { config } = site.inputs;
  const extras = made.listExtras();
  const known = new Map<string, Promise<Made>>();
  const makeOnce = (name: string, make: () => Promise<Made>): Promise<Made> => {
    const files = known.get(name) ?? make();
    known.set(name, files);
    return files;
  };
  return async (path) => {
    if (path === printPath(config)) return asList(await made.renderPrint());
    if (path.endsWith('.epub') && made.outputs.epub)
      return makeOnce('epub', () => createBookFileMaker(site, made).makeEpub(null));
    if (path.endsWith('.md')) {
      const outputs = listMarkdownOutputs(site, rendering.factsOf);
      const file = await outputs.find(({ page }) => markdownAddress(page.outputPath) === path)?.make();
      return { value: file === undefined ? [] : [file], diagnostics: [] };
    }
    if (isOfSearch(path, config.place.folder))
      return makeOnce('search', async () => ({
        value: makeIndex(site, rendering, writeIndex),
        diagnostics: [],
      }));
    const groups = await Promise.all(
      extras.filter(({ isAt }) => isAt(path)).map(({ name, make }) => makeOnce(name, make)),
    );
    return groups.find(({ value }) => value.some((file) => file.path === path)) ?? asList(null);
  };
}

function asList(one: Outcome<OutputFile> | null): Made {
  return one === null ? { value: [], diagnostics: [] } : { ...one, value: [one.value] };
}

function makeIndex(
  site: OpenSite,
  { paths, factsOf, termsOf }: LiveOpenSite['rendering'],
  writeIndex: LiveOpenSite['writeIndex'],
): readonly OutputFile[] {
  if (!site.inputs.config.search) return [];
  const texts = new Map<string, SearchText>();
  for (const path of paths) addText(texts, path, { ...factsOf(path), terms: termsOf(path) });
  return writeIndex(searchContext(site, texts));
}
