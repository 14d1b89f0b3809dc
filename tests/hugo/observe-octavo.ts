import { applySeverities, hasErrors } from '../../src/diagnostics/apply-severities.js';
import { dropRepeated } from '../../src/diagnostics/drop-repeated.js';
import type { Book, Page } from '../../src/model/book.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { MenuEntry } from '../../src/model/menu.js';
import type { OutputFile } from '../../src/model/output.js';
import { createPageLanguages } from '../../src/pages/views/languages.js';
import { gatherSiteEvidence } from '../../src/pipeline/gather-site-evidence.js';
import { listCopies } from '../../src/pipeline/list-copies.js';
import type { OpenBook, OpenSite } from '../../src/pipeline/open-site.js';
import { openSites } from '../../src/pipeline/open-sites.js';
import { type Inputs, readInputs } from '../../src/pipeline/read-inputs.js';
import { createRendering, type Rendering } from '../../src/pipeline/render-book.js';
import { runPipeline } from '../../src/pipeline/run.js';
import { failure, type Observation, type ObservedEntry, type ObservedPage } from './observation.js';

/** The name of a page by its key; in a book in several languages behind the key of its language. */
type NameOf = (key: string | null) => string | null;

/** Arranges and renders the book in a folder and tells what came out, in the form of `observeHugo`. */
export async function observeOctavo(folder: string, now: number): Promise<Observation> {
  const inputs = askForSummaries(readInputs(folder, { now }));
  const sites = openSites(inputs);
  const found = [...inputs.diagnostics, ...sites.flatMap(({ opened }) => opened.diagnostics)];
  if (hasErrors(applySeverities(dropRepeated(found), inputs.config))) return failure;
  const observed: Observation[] = [];
  for (const site of sites) {
    const rendering = createRendering(site, gatherSiteEvidence(sites));
    await rendering.prepare();
    if (hasErrors(applySeverities(findInTexts(site.opened, rendering), inputs.config))) return failure;
    observed.push(observeSite(site, rendering));
  }
  const joined = joinSites(observed);
  // Where the root leads is decided when all sites are pressed.
  const isAtRoot = sites.length === 1 && inputs.config.place.folder === '';
  return isAtRoot ? joined : { ...joined, redirects: await pressRedirects(inputs, sites) };
}

/** Summaries are made for templates only: one that asks for them, beside those of the theme. */
function askForSummaries(inputs: Inputs): Inputs {
  const asking = { path: 'asking.html', file: 'asking.html', text: '{{ page.summary }}' };
  const { sources } = inputs;
  return { ...inputs, sources: { ...sources, templates: [...sources.templates, asking] } };
}

/** Address that each redirect leads to, by the redirect's file, as they would be published. */
async function pressRedirects(
  inputs: Inputs,
  opened: readonly OpenSite[],
): Promise<Observation['redirects']> {
  const redirects: Record<string, string> = {};
  const add = ({ path, content }: OutputFile) => {
    const target = /<meta http-equiv="refresh" content="0; url=([^"]*)"/.exec(content.toString())?.[1];
    if (target !== undefined) redirects[path] = target.replace('https://example.org', '');
    return true;
  };
  await runPipeline(
    inputs,
    { add, copy: () => true },
    {
      threads: 0,
      progress: null,
      opened: { sites: opened, ahead: null },
    },
  );
  return redirects;
}

/** What came out in one language. */
function observeSite(site: OpenSite, rendering: Rendering): Observation {
  const { inputs, opened, family } = site;
  const { book } = opened;
  const prefix = family.length === 0 ? '' : `${inputs.config.place.key}:`;
  const nameOf: NameOf = (key) => {
    const page = key === null ? undefined : book.pages[key];
    return page === undefined ? null : prefix + (page.source ?? page.key);
  };
  const translationsOf = listTranslations(site);
  const pages = Object.values(book.pages).map((page): [string, ObservedPage] => {
    const observed = observePage(page, nameOf, book, rendering);
    return [nameOf(page.key) ?? '', { ...observed, ...translationsOf(page) }];
  });
  return {
    fails: false,
    order: book.order.map((key) => nameOf(key) ?? ''),
    pages: Object.fromEntries(pages),
    redirects: Object.fromEntries(
      book.redirects.map(({ outputPath, target }) => [outputPath, book.pages[target]?.url ?? '']),
    ),
    menus: Object.fromEntries(
      Object.entries(book.menus).map(([name, entries]) => [prefix + name, observeMenu(entries, nameOf)]),
    ),
    unpublished: book.unpublished.map(({ source }) => source),
    files: listCopies(inputs, book).map(({ path }) => path),
  };
}

/** One observation of those of all languages, sorted. */
function joinSites(sites: readonly Observation[]): Observation {
  const pages = sites.flatMap((site) => Object.entries(site.pages));
  return {
    fails: false,
    order: sites.toSorted((one, two) => compare(one.order[0], two.order[0])).flatMap(({ order }) => order),
    pages: Object.fromEntries(pages.sort(([one], [two]) => compare(one, two))),
    redirects: Object.assign({}, ...sites.map(({ redirects }) => redirects)),
    menus: Object.assign({}, ...sites.map(({ menus }) => menus)),
    unpublished: sites.flatMap(({ unpublished }) => unpublished).sort(),
    files: sites.flatMap(({ files }) => files).sort(),
  };
}

function compare(one = '', two = ''): number {
  if (one === two) return 0;
  return one < two ? -1 : 1;
}

/** The addresses of a page's translations, sorted; nothing in a book in one language. */
function listTranslations(site: OpenSite): (page: Page) => Pick<ObservedPage, 'translations'> {
  if (site.family.length === 0) return () => ({});
  const { config } = site.inputs;
  const languages = createPageLanguages({ config, family: site.family });
  return (page) => ({
    translations: languages
      .list(page)
      .filter(({ isTranslated, isCurrent }) => isTranslated && !isCurrent)
      .map(({ url }) => url)
      .sort(),
  });
}

/** What is wrong in the chapters' texts and stops Hugo as well. Broken links do not: it lets them pass. */
function findInTexts({ book }: OpenBook, rendering: Rendering): readonly Diagnostic[] {
  const sources = Object.values(book.pages).flatMap(({ source }) => source ?? []);
  const found = sources.flatMap((source) => rendering.factsOf(source).diagnostics);
  return found.filter(({ code }) => /^shortcode\/|^link\/.*reference/.test(code));
}

function observeMenu(entries: readonly MenuEntry[], nameOf: NameOf): readonly ObservedEntry[] {
  return entries.map(({ page, children, params, ...entry }) => ({
    ...entry,
    page: nameOf(page) ?? '',
    params: JSON.parse(JSON.stringify(params)),
    children: observeMenu(children, nameOf),
  }));
}

function observePage(page: Page, nameOf: NameOf, book: Book, rendering: Rendering): ObservedPage {
  const facts = page.source === null ? null : rendering.factsOf(page.source);
  const { kind, url, outputPath, title, linkTitle, weight, draft, section, source } = page;
  return {
    kind,
    url,
    file: outputPath,
    title,
    linkTitle,
    weight,
    date: page.date?.iso ?? null,
    lastmod: page.lastmod?.iso ?? null,
    draft,
    section,
    children: page.children.map((key) => nameOf(key) ?? ''),
    previous: nameOf(page.previous),
    next: nameOf(page.next),
    headings: (facts?.headings ?? []).map(({ id }) => id).sort(),
    text: source === null ? '' : plainText(rendering.htmlOf(source)),
    words: facts?.words ?? 0,
    minutes: facts?.minutes ?? 0,
    summary: plainText(facts?.summary ?? ''),
    resources: book.resources
      .filter(({ owner }) => owner === page.key)
      .toSorted((one, two) => (one.name < two.name ? -1 : 1))
      .map((found) => ({ name: found.name, title: found.title, params: found.params })),
    params: JSON.parse(JSON.stringify(page.head.params)),
  };
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9A-Fa-f]+)|([a-z]+));/g, (found, code?: string, name?: string) =>
      code === undefined ? (named[name ?? ''] ?? found) : String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/\s+/g, '');
}
