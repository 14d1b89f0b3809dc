import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFamilies } from '../../src/book/families.js';
import { emptyHead } from '../../src/content/empty-head.js';
import type { Page } from '../../src/model/book.js';
import type { Chapter, FrontMatter } from '../../src/model/chapter.js';
import type { Config } from '../../src/model/config.js';
import type { Outcome } from '../../src/model/diagnostic.js';
import type { OutputFile } from '../../src/model/output.js';
import { type ChapterFacts, noFacts } from '../../src/model/rendered.js';
import type { TextFile } from '../../src/model/source.js';
import type { Site } from '../../src/pages/create-site.js';
import type { SiteContext } from '../../src/pages/views/site-context.js';
import { defaultConfig, hugoTitles } from '../support/default-config.js';

const themeFolder = fileURLToPath(new URL('../../../templates', import.meta.url));

/** The default theme as sources would read it, with stand-ins for its compiled scripts. */
export const theme: readonly TextFile[] = [
  ...readdirSync(themeFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(themeFolder.length + 1))
    .sort()
    .map((path) => makeTemplate(path, readFileSync(join(themeFolder, path), 'utf8'))),
  makeTemplate('assets/reader.js', 'read();'),
  makeTemplate('assets/search.js', 'search();'),
  makeTemplate('inline/first-paint.js', 'paint();'),
];

export function makeTemplate(path: string, text: string): TextFile {
  return { path, file: `templates/${path}`, text };
}

/** Templates by path as text files. */
export function makeTemplates(texts: Readonly<Record<string, string>>): readonly TextFile[] {
  return Object.entries(texts).map(([path, text]) => makeTemplate(path, text));
}

export const config: Config = {
  ...defaultConfig,
  title: 'The Ledger',
  author: 'Maren Holt',
  description: 'Eleven years of weather.',
  baseUrl: 'https://x.org/book/',
  basePath: '/book/',
  titles: hugoTitles,
};

/** A chapter of a made-up book: its page, front matter, params and text, as far as a test cares. */
export interface ChapterSketch {
  readonly page?: Partial<Page>;
  readonly frontMatter?: Partial<FrontMatter>;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly places?: Chapter['places'];
  readonly dates?: Chapter['dates'];
  readonly facts?: Partial<ChapterFacts>;
  readonly html?: string;
}

/** A book of chapters by key, with made-up sections for the folders in the keys, ready for `createSite`. */
export function makeContext(
  sketches: Readonly<Record<string, ChapterSketch>>,
  changes: Partial<SiteContext> = {},
): SiteContext {
  const pages: Record<string, Page> = { '/': makePage('/', 'home') };
  for (const [key, sketch] of Object.entries(sketches)) {
    const { page } = sketch;
    addFolders(pages, key);
    pages[key] = {
      ...makePage(key, page?.kind ?? 'page'),
      source: sourceOf(key),
      file: `content/${sourceOf(key)}`,
      head: makeChapter(key, sketch),
      ...page,
    };
  }
  const order = linkPages(pages);
  const chapters = Object.entries(sketches).map(
    ([key, sketch]) => [sourceOf(key), makeChapter(key, sketch)] as const,
  );
  const find = (path: string) => sketches[Object.keys(sketches).find((key) => sourceOf(key) === path) ?? ''];
  return {
    book: {
      pages,
      order,
      others: [],
      menus: {},
      unpublished: [],
      redirects: [],
      resources: [],
      validFrom: null,
      validUntil: null,
    },
    config,
    family: [],
    chapters: new Map(chapters),
    templates: theme,
    assets: [],
    data: [],
    filters: {},
    factsOf: (path) => ({ ...noFacts, path, file: '', ...find(path)?.facts }),
    htmlOf: (path) => find(path)?.html ?? '',
    sizeOf: () => undefined,
    setTitle: (title) => title,
    ...changes,
  };
}

/** `count` chapters in parts of `perPart`, or in none. */
export function makeLongBook(count: number, perPart?: number): SiteContext {
  const keys = Array.from({ length: count }, (_, index) => {
    const folder =
      perPart === undefined ? '' : `/part-${String(Math.floor(index / perPart) + 1).padStart(3, '0')}`;
    return `${folder}/chapter-${String(index + 1).padStart(5, '0')}`;
  });
  const sketch = (key: string) => ({
    page: { heading: `Chapter ${Number(key.slice(-5))}`, title: 'How a River Remembers' },
  });
  const context = makeContext(Object.fromEntries(keys.map((key) => [key, sketch(key)])));
  const empty = { ...noFacts, path: '', file: '' };
  return { ...context, factsOf: () => empty, htmlOf: () => '' };
}

function sourceOf(key: string): string {
  return `${key.slice(1)}.md`;
}

function makeChapter(key: string, { frontMatter, params, places, dates = {} }: ChapterSketch): Chapter {
  const path = sourceOf(key);
  return {
    path,
    file: `content/${path}`,
    bundle: 'single',
    frontMatter: { weight: 0, draft: false, aliases: [], keywords: [], resources: [], ...frontMatter },
    dates,
    params: params ?? {},
    places: places ?? {},
    bodyStart: 0,
    bodyLine: 1,
  };
}

function makePage(key: string, kind: Page['kind']): Page {
  const url = key === '/' ? '/' : `${key}/`;
  const title = key.split('/').at(-1) ?? '';
  return {
    key,
    kind,
    source: null,
    file: null,
    head: emptyHead,
    url,
    outputPath: `${url.slice(1)}index.html`,
    title,
    heading: '',
    linkTitle: title,
    label: title,
    volume: null,
    family: null,
    weight: 0,
    date: null,
    lastmod: null,
    draft: false,
    section: key.split('/').slice(1, -1)[0] ?? '',
    parent: kind === 'home' ? null : parentOf(key),
    children: [],
    previous: null,
    next: null,
    terms: {},
    aliases: [],
  };
}

function parentOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/')) || '/';
}

function addFolders(pages: Record<string, Page>, key: string): void {
  const parent = parentOf(key);
  if (pages[parent] !== undefined) return;
  addFolders(pages, parent);
  pages[parent] = makePage(parent, 'section');
}

/** Fills in children, neighbours, link titles and labels; returns the reading order. */
function linkPages(pages: Record<string, Page>): readonly string[] {
  const children = new Map<string, string[]>();
  for (const { key, parent } of Object.values(pages)) {
    if (parent === null) continue;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [key]);
    else siblings.push(key);
  }
  const walk = (key: string): readonly string[] => [key, ...(children.get(key) ?? []).flatMap(walk)];
  const order = walk('/');
  const families = findFamilies(order.flatMap((key) => pages[key] ?? []));
  order.forEach((key, index) => {
    const page = pages[key];
    if (page === undefined) return;
    pages[key] = {
      ...page,
      linkTitle: page.title,
      label: page.heading === '' ? page.title : `${page.heading} · ${page.title}`,
      family: families.get(key) ?? null,
      children: children.get(key) ?? [],
      previous: order[index - 1] ?? null,
      next: order[index + 1] ?? null,
    };
  });
  return order;
}

/** Makes all files that are no pages of the book. */
export async function renderExtras(site: Site): Promise<Outcome<readonly OutputFile[]>> {
  const made = [];
  for (const { make } of site.listExtras()) made.push(await make());
  return {
    value: made.flatMap(({ value }) => value),
    diagnostics: made.flatMap(({ diagnostics }) => diagnostics),
  };
}
