import type { Page } from '../model/book.js';
import type { Config } from '../model/config.js';
import type { ChapterFacts } from '../model/rendered.js';
import type { PageView } from '../model/view.js';
import { markSafe } from '../templates/engine.js';
import { addBasePath, makeAbsolute } from '../text/site-address.js';
import type { Accents } from './accent.js';
import { copyBare } from './bare-copy.js';
import { type EntryMaker, listEntries } from './entries.js';
import { createPageLanguages } from './languages.js';
import { hasTwin } from './machines/has-twin.js';
import { twinAddress } from './machines/twin-address.js';
import { countPositions } from './positions.js';
import { createResourceViews } from './resource-views.js';
import type { SiteContext } from './site-context.js';
import { describePage } from './structured-data.js';

/** The page that a view shows. */
export interface ViewState {
  readonly page: Page;
  /** Its text, where that is at hand. */
  readonly html: string | null;
}

type FieldsOf<Names extends keyof PageView> = {
  readonly [Field in Names]: (state: ViewState) => PageView[Field];
};

/** How each field of a view is computed from its page. */
export type ViewFields = FieldsOf<keyof PageView>;

/** The view of the page with a key; undefined for a key that no page has. */
export type FindView = (key: string | null) => PageView | undefined;

export function createViewFields(
  context: SiteContext,
  accents: Accents,
  find: FindView,
  entries: EntryMaker,
): ViewFields {
  const resourcesOf = createResourceViews(context);
  return {
    ...nameFields(context.config),
    ...textFields(context),
    ...placeFields(context, find),
    ...entryFields(context, entries),
    params: ({ page }) => copyBare(page.head.params),
    keywords: ({ page }) => page.head.frontMatter.keywords,
    resources: ({ page }) => resourcesOf(page.key),
    accent: ({ page }) => accents.find(page)?.accent ?? null,
    ...languageFields(context),
    accentStyle: ({ page }) => accents.find(page)?.style ?? null,
  };
}

function languageFields(context: SiteContext): FieldsOf<'translations' | 'languages' | 'original'> {
  const languages = createPageLanguages(context);
  return {
    languages: ({ page }) => languages.list(page),
    translations: ({ page }) =>
      languages.list(page).filter(({ isCurrent, isTranslated }) => isTranslated && !isCurrent),
    original: ({ page }) => languages.original(page),
  };
}

type NameField =
  | (
      | 'title'
      | 'heading'
      | 'label'
      | 'linkTitle'
      | 'kind'
      | 'url'
      | 'permalink'
      | 'markdownUrl'
      | 'path'
      | 'source'
    )
  | ('draft' | 'weight' | 'date' | 'lastmod' | 'aliases');

function nameFields(config: Config): FieldsOf<NameField> {
  return {
    title: ({ page }) => page.title,
    heading: ({ page }) => page.heading,
    label: ({ page }) => page.label,
    linkTitle: ({ page }) => page.linkTitle,
    kind: ({ page }) => page.kind,
    url: ({ page }) => addBasePath(config, page.url),
    permalink: ({ page }) => makeAbsolute(config, page.url),
    markdownUrl: ({ page }) => (hasTwin(page, config) ? twinAddress(addBasePath(config, page.url)) : ''),
    path: ({ page }) => page.key,
    source: ({ page }) => page.source,
    draft: ({ page }) => page.draft,
    weight: ({ page }) => page.weight,
    date: ({ page }) => page.date,
    lastmod: ({ page }) => page.lastmod,
    aliases: ({ page }) => page.aliases.map((alias) => addBasePath(config, alias)),
  };
}

type TextField =
  | ('content' | 'description' | 'excerpt' | 'summary' | 'truncated' | 'words' | 'minutes')
  | ('headings' | 'outline');

function textFields({ config, factsOf, htmlOf }: SiteContext): FieldsOf<TextField> {
  const facts = ({ page }: ViewState) => (page.source === null ? NO_FACTS : factsOf(page.source));
  return {
    content: ({ page, html }) => markSafe(html ?? (page.source === null ? '' : htmlOf(page.source))),
    description: (state) =>
      state.page.head.frontMatter.description ||
      (state.page.kind === 'home' ? config.description : '') ||
      facts(state).excerpt,
    excerpt: (state) => facts(state).excerpt,
    summary: (state) => markSafe(facts(state).summary),
    truncated: (state) => facts(state).truncated,
    words: (state) => facts(state).words,
    minutes: (state) => facts(state).minutes,
    headings: (state) => facts(state).headings,
    outline: (state) =>
      facts(state).headings.filter(({ level }) => level >= config.outline.from && level <= config.outline.to),
  };
}

const NO_FACTS: Omit<ChapterFacts, 'path' | 'file'> = {
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

type PlaceField =
  | 'terms'
  | 'section'
  | 'parent'
  | 'ancestors'
  | 'previous'
  | 'next'
  | 'children'
  | 'position'
  | 'structuredData';

function placeFields({ book, config }: SiteContext, find: FindView): FieldsOf<PlaceField> {
  const positions = countPositions(book);
  const findAll = (keys: readonly string[]) => keys.flatMap((key) => find(key) ?? []);
  return {
    section: ({ page }) => page.section,
    terms:
      ({ page }) =>
      (taxonomy) =>
        findAll(Object.hasOwn(page.terms, taxonomy) ? (page.terms[taxonomy] ?? []) : []),
    parent: ({ page }) => find(page.parent) ?? null,
    ancestors: ({ page }) => findAll(listAncestors(page, book.pages)),
    previous: ({ page }) => find(page.previous) ?? null,
    next: ({ page }) => find(page.next) ?? null,
    children: ({ page }) => findAll(page.children),
    position: ({ page }) => positions.get(page.key) ?? null,
    structuredData: ({ page }) =>
      describePage(page, positions.get(page.key)?.index ?? null, { pages: book.pages, config }),
  };
}

function entryFields({ book }: SiteContext, entries: EntryMaker): FieldsOf<'entries' | 'pieces'> {
  return {
    entries: ({ page }) =>
      listEntries(
        page.children.flatMap((key) => book.pages[key] ?? []),
        entries,
      ),
    pieces: ({ page }) =>
      (entries.findLettered(page)?.pieces ?? []).map(({ letter, page: piece }) => ({
        letter,
        page: entries.viewOf(piece),
      })),
  };
}

/** Keys from home down to the parent. */
function listAncestors(page: Page, pages: Readonly<Record<string, Page>>): readonly string[] {
  const keys: string[] = [];
  for (let key = page.parent; key !== null; key = pages[key]?.parent ?? null) keys.unshift(key);
  return keys;
}
