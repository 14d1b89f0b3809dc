import { readAuthors } from '../../content/authors.js';
import { compileGlob } from '../../files/glob.js';
import type { BundleResource } from '../../model/book.js';
import type { PageView } from '../../model/page-view.js';
import { noFacts } from '../../model/rendered.js';
import type { ResourceList, ResourceView } from '../../model/resource-view.js';
import { markSafe } from '../../templates/engine.js';
import { compareText } from '../../text/compare.js';
import { findDirection } from '../../text/find-direction.js';
import { addBasePath, makeAbsolute } from '../../url/site-address.js';
import { feedAddress, hasFeed } from '../outputs/has-feed.js';
import { hasMarkdownOutput } from '../outputs/has-markdown-output.js';
import { markdownAddress } from '../outputs/markdown-address.js';
import type { Accents } from '../theme/accent.js';
import { copyWithoutPrototype } from './copy-without-prototype.js';
import { findEditAddress } from './find-edit-address.js';
import { createPagePictures } from './find-page-picture.js';
import { createPageLanguages } from './languages.js';
import { listPageEntries, showPiece, type ViewOf } from './list-page-entries.js';
import { placeFields } from './place-fields.js';
import type { SiteContext } from './site-context.js';
import type { FieldsOf, FindView, ViewState } from './view-state.js';

/** How each field of a view is computed from its page. */
export type ViewFields = FieldsOf<keyof PageView>;

export function createViewFields(
  context: SiteContext,
  accents: Accents,
  find: FindView,
  viewOf: ViewOf,
): ViewFields {
  const resourcesOf = createResourceViews(context);
  return {
    ...nameFields(context),
    ...textFields(context),
    ...placeFields(context, find),
    ...entryFields(context, viewOf),
    ...languageFields(context),
    ...frontMatterFields(context),
    params: ({ page }) => copyWithoutPrototype(page.head.params),
    authors: ({ page }) => readAuthors(page.head.params),
    keywords: ({ page }) => page.head.frontMatter.keywords,
    resources: ({ page }) => resourcesOf(page.key),
    accent: ({ page }) => accents.find(page)?.accent ?? null,
    accentStyle: ({ page }) => accents.find(page)?.style ?? null,
  };
}

function frontMatterFields(
  context: SiteContext,
): FieldsOf<'image' | 'card' | 'cover' | 'icon' | 'film' | 'editUrl' | 'lang' | 'dir'> {
  const pictures = createPagePictures(context);
  const { params } = context.config;
  return {
    image: ({ page }) => pictures.image(page),
    cover: ({ page }) => pictures.cover(page),
    card: ({ page }) => pictures.image(page) ?? pictures.icon(page) ?? pictures.site(),
    icon: ({ page }) => pictures.icon(page),
    film: ({ page }) => filmAddress(page.head.params['youtube']),
    lang: ({ page }) => readLanguage(page.head.params['lang']),
    dir: ({ page }) => readDirection(page.head.params),
    editUrl: ({ page: { file, source } }) =>
      file === null || source === null ? '' : (findEditAddress(params, file, source) ?? ''),
  };
}

/** A tag of BCP 47 in its form; `''` for anything else. */
function readLanguage(value: unknown): string {
  return typeof value === 'string' && /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(value) ? value : '';
}

function readDirection({ dir, lang }: Readonly<Record<string, unknown>>): 'ltr' | 'rtl' | '' {
  if (dir === 'ltr' || dir === 'rtl') return dir;
  const language = readLanguage(lang);
  return language === '' ? '' : findDirection(language);
}

/** `youtube: ID`. */
function filmAddress(id: unknown): string {
  return typeof id === 'string' && /^[\w-]{6,20}$/.test(id) ? `https://www.youtube.com/watch?v=${id}` : '';
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

function entryFields({ book }: SiteContext, viewOf: ViewOf): FieldsOf<'entries' | 'pieces'> {
  const findAll = (keys: readonly string[]) => keys.flatMap((key) => book.pages[key] ?? []);
  return {
    entries: ({ page }) => listPageEntries(findAll(page.children), viewOf),
    pieces: ({ page }) => findAll(page.family?.members ?? []).map((piece) => showPiece(piece, viewOf)),
  };
}

type TextField =
  | ('content' | 'description' | 'excerpt' | 'summary' | 'truncated' | 'words' | 'minutes')
  | ('headings' | 'outline');

/** What comes from the text: asking for one of them renders it. */
function textFields({ config, factsOf, htmlOf }: SiteContext): FieldsOf<TextField> {
  const facts = ({ page }: ViewState) => (page.source === null ? noFacts : factsOf(page.source));
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

/** Finds the files of a page's bundle by the page's key. */
function createResourceViews({ book, config }: SiteContext): (key: string) => ResourceList {
  const owned = new Map<string | null, BundleResource[]>();
  for (const resource of book.resources) {
    const others = owned.get(resource.owner);
    if (others === undefined) owned.set(resource.owner, [resource]);
    else others.push(resource);
  }

  const view = ({ name, title, params, url }: BundleResource): ResourceView =>
    copyWithoutPrototype({
      name,
      title,
      params,
      url: addBasePath(config, url),
      permalink: makeAbsolute(config, url),
    });
  return (key) => {
    const named = (owned.get(key) ?? []).toSorted((one, two) => compareText(one.name, two.name));
    const views = named.map(view);
    return Object.assign(views, { match: (pattern: string) => matchNames(views, pattern) });
  };
}

function matchNames(views: readonly ResourceView[], pattern: string): readonly ResourceView[] {
  const matches = compileGlob(pattern);
  return matches === null ? [] : views.filter(({ name }) => matches(name));
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
      | 'feedUrl'
      | 'path'
      | 'source'
    )
  | ('draft' | 'weight' | 'date' | 'lastmod' | 'publishDate' | 'aliases');

/** What a page is called, where it is, and what its head says of it. */
function nameFields({
  config,
  setTitle: set,
}: Pick<SiteContext, 'config' | 'setTitle'>): FieldsOf<NameField> {
  return {
    title: ({ page }) => set(page.title),
    heading: ({ page }) => set(page.heading),
    label: ({ page }) => set(page.label),
    linkTitle: ({ page }) => set(page.linkTitle),
    kind: ({ page }) => page.kind,
    url: ({ page }) => addBasePath(config, page.url),
    permalink: ({ page }) => makeAbsolute(config, page.url),
    markdownUrl: ({ page }) =>
      hasMarkdownOutput(page, config) ? markdownAddress(addBasePath(config, page.url)) : '',
    feedUrl: ({ page }) => (hasFeed(page, config) ? feedAddress(addBasePath(config, page.url)) : ''),
    path: ({ page }) => page.key,
    source: ({ page }) => page.source,
    draft: ({ page }) => page.draft,
    weight: ({ page }) => page.weight,
    date: ({ page }) => page.date,
    lastmod: ({ page }) => page.lastmod,
    publishDate: ({ page }) => page.head.dates.publishDate ?? null,
    aliases: ({ page }) => page.aliases.map((alias) => addBasePath(config, alias)),
  };
}
