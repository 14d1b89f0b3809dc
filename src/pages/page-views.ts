import type { Page } from '../model/book.js';
import type { Chapter } from '../model/chapter.js';
import type { ChapterFacts } from '../model/rendered.js';
import type { PageView, Position, SafeHtml } from '../model/view.js';
import type { Accents } from './accent.js';
import { addBasePath, makeAbsolute } from './address.js';
import { copyBare } from './bare-copy.js';
import { markSafe } from './engine.js';
import type { SiteContext } from './site-context.js';

/** The views of a book's pages, each made when first asked for. */
export interface PageViews {
  readonly view: (page: Page) => PageView;
  /** Undefined for a key that no page has. */
  readonly find: (key: string | null) => PageView | undefined;
  /** The view of a page whose text is at hand: `content` is that text, and nothing keeps it afterwards. */
  readonly withContent: (page: Page, html: string) => PageView;
}

/** What a view holds itself; everything else comes from the prototype that all views of a book share. */
interface ViewState {
  readonly page: Page;
  readonly chapter: Chapter | undefined;
}

type Getters = { readonly [Field in keyof PageView]: (state: ViewState) => PageView[Field] };

export function createPageViews(context: SiteContext, accents: Accents): PageViews {
  const { pages } = context.book;
  const prototype = createPrototype(createGetters(context, accents, (key) => find(key)));
  const known = new Map<string, PageView>();

  const view = (page: Page): PageView => {
    const cached = known.get(page.key);
    if (cached !== undefined) return cached;
    const chapter = page.source === null ? undefined : context.chapters.get(page.source);
    const state: ViewState = { page, chapter };
    // The prototype has a getter for each field of a view.
    const made = Object.create(prototype, { [stateKey]: { value: state } }) as PageView;
    known.set(page.key, made);
    return made;
  };
  const find = (key: string | null): PageView | undefined => {
    const page = key === null ? undefined : pages[key];
    return page === undefined ? undefined : view(page);
  };
  const withContent = (page: Page, html: string): PageView =>
    Object.create(view(page), { content: { value: markSafe(html) } }) as PageView;
  return { view, find, withContent };
}

const stateKey = Symbol('the page behind a view');

/** One object with a getter per field; itself without a prototype, so that a view has no `constructor`. */
function createPrototype(getters: Getters): object {
  const prototype: object = Object.create(null);
  for (const [name, compute] of Object.entries(getters)) {
    Object.defineProperty(prototype, name, {
      enumerable: true,
      get(this: { readonly [stateKey]: ViewState }) {
        return compute(this[stateKey]);
      },
    });
  }
  return prototype;
}

const NO_FACTS: Omit<ChapterFacts, 'path'> = {
  headings: [],
  ids: [],
  fragmentLinks: [],
  summary: '',
  truncated: false,
  excerpt: '',
  words: 0,
  minutes: 0,
  diagnostics: [],
};

function createGetters(
  context: SiteContext,
  accents: Accents,
  find: (key: string | null) => PageView | undefined,
): Getters {
  const { book, config } = context;
  const positions = countPositions(context);
  const factsOf = ({ page }: ViewState) => (page.source === null ? NO_FACTS : context.factsOf(page.source));
  const findAll = (keys: readonly string[]) => keys.flatMap((key) => find(key) ?? []);

  return {
    title: ({ page }) => page.title,
    heading: ({ page }) => page.heading,
    label: ({ page }) => page.label,
    linkTitle: ({ page }) => page.linkTitle,
    kind: ({ page }) => page.kind,
    url: ({ page }) => addBasePath(config, page.url),
    permalink: ({ page }) => makeAbsolute(config, page.url),
    path: ({ page }) => page.key,
    source: ({ page }) => page.source,
    draft: ({ page }) => page.draft,
    weight: ({ page }) => page.weight,
    date: ({ page }) => page.date,
    lastmod: ({ page }) => page.lastmod,
    section: ({ page }) => page.section,
    content: ({ page }): SafeHtml => markSafe(page.source === null ? '' : context.htmlOf(page.source)),
    description: (state) =>
      state.chapter?.frontMatter.description ||
      factsOf(state).excerpt ||
      (state.page.kind === 'home' ? config.description : ''),
    keywords: ({ chapter }) => chapter?.frontMatter.keywords ?? [],
    summary: (state) => markSafe(factsOf(state).summary),
    truncated: (state) => factsOf(state).truncated,
    words: (state) => factsOf(state).words,
    minutes: (state) => factsOf(state).minutes,
    headings: (state) => factsOf(state).headings,
    outline: (state) => factsOf(state).headings.filter(({ level }) => level === 2 || level === 3),
    params: ({ chapter }) => copyBare(chapter?.params ?? {}),
    parent: ({ page }) => find(page.parent) ?? null,
    ancestors: ({ page }) => findAll(listAncestors(page, book.pages)),
    previous: ({ page }) => find(page.previous) ?? null,
    next: ({ page }) => find(page.next) ?? null,
    children: ({ page }) => findAll(page.children),
    position: ({ page }) => positions.get(page.key) ?? null,
    accent: ({ chapter }) => accents.find(chapter)?.accent ?? null,
    accentStyle: ({ chapter }) => accents.find(chapter)?.style ?? null,
    aliases: ({ page }) => page.aliases.map((alias) => addBasePath(config, alias)),
  };
}

/** Keys from home down to the parent. */
function listAncestors(page: Page, pages: Readonly<Record<string, Page>>): readonly string[] {
  const keys: string[] = [];
  for (let key = page.parent; key !== null; key = pages[key]?.parent ?? null) keys.unshift(key);
  return keys;
}

function countPositions({ book }: SiteContext): ReadonlyMap<string, Position> {
  const chapters = book.order.filter((key) => book.pages[key]?.kind === 'page');
  return new Map(chapters.map((key, index) => [key, { index: index + 1, total: chapters.length }]));
}
