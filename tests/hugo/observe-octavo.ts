import { hasErrors, settleSeverities } from '../../src/diagnostics/settle.js';
import type { Book, Page } from '../../src/model/book.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { MenuEntry } from '../../src/model/menu.js';
import { type OpenBook, openBook } from '../../src/open-book.js';
import { type Inputs, readInputs } from '../../src/read-inputs.js';
import { createRendering, type Rendering } from '../../src/render-book.js';
import { failure, type Observation, type ObservedEntry, type ObservedPage } from './observation.js';

/** Arranges and renders the book in a folder and tells what came out, in the form of `observeHugo`. */
export async function observeOctavo(folder: string, now: number): Promise<Observation> {
  const inputs = readInputs(folder, { now });
  const opened = openBook(inputs);
  const { book } = opened;
  if (hasErrors(settleSeverities([...inputs.diagnostics, ...opened.diagnostics], inputs.config)))
    return failure;
  const rendering = await createRendering({ inputs, opened, family: [] }, []);
  if (hasErrors(settleSeverities(findInTexts(opened, rendering), inputs.config))) return failure;
  const all = Object.values(book.pages);
  const nameOf = (key: string | null) => (key === null ? null : nameOfPage(book.pages[key]));
  const pages = all.map((page): [string, ObservedPage] => [
    nameOfPage(page) ?? '',
    observePage(page, nameOf, book, rendering, opened.chapters.get(page.source ?? '')?.params ?? {}),
  ]);
  return {
    fails: false,
    order: book.order.map((key) => nameOf(key) ?? ''),
    pages: Object.fromEntries(pages.sort(([one], [two]) => (one < two ? -1 : 1))),
    redirects: Object.fromEntries(
      book.redirects.map(({ outputPath, target }) => [outputPath, book.pages[target]?.url ?? '']),
    ),
    menus: Object.fromEntries(
      Object.entries(book.menus).map(([name, entries]) => [name, observeMenu(entries, nameOf)]),
    ),
    heldBack: book.heldBack.map(({ source }) => source).sort(),
    files: listFiles(inputs, book.resources),
  };
}

/** What is wrong in the chapters' texts and stops Hugo as well. Broken links do not: it lets them pass. */
function findInTexts({ book }: OpenBook, rendering: Rendering): readonly Diagnostic[] {
  const sources = Object.values(book.pages).flatMap(({ source }) => source ?? []);
  const found = sources.flatMap((source) => rendering.factsOf(source).diagnostics);
  return found.filter(({ code }) => /^shortcode\/|^link\/.*reference/.test(code));
}

function observeMenu(
  entries: readonly MenuEntry[],
  nameOf: (key: string | null) => string | null,
): readonly ObservedEntry[] {
  return entries.map(({ page, children, params, ...entry }) => ({
    ...entry,
    page: nameOf(page) ?? '',
    params: JSON.parse(JSON.stringify(params)),
    children: observeMenu(children, nameOf),
  }));
}

function nameOfPage(page: Page | undefined): string | null {
  return page === undefined ? null : (page.source ?? page.key);
}

function observePage(
  page: Page,
  nameOf: (key: string | null) => string | null,
  book: Book,
  rendering: Rendering,
  params: ObservedPage['params'],
): ObservedPage {
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
    headings:
      source === null
        ? []
        : rendering
            .factsOf(source)
            .headings.map(({ id }) => id)
            .sort(),
    text: source === null ? '' : plainText(rendering.htmlOf(source)),
    resources: book.resources
      .filter(({ owner }) => owner === page.key)
      .toSorted((one, two) => (one.name < two.name ? -1 : 1))
      .map((found) => ({ name: found.name, title: found.title, params: found.params })),
    params: JSON.parse(JSON.stringify(params)),
  };
}

function listFiles(
  { sources }: Inputs,
  resources: readonly { readonly outputPath: string }[],
): readonly string[] {
  return [
    ...resources.map(({ outputPath }) => outputPath),
    ...sources.statics.map(({ path }) => path),
  ].sort();
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
