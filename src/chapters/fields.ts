import { createMap, type PlainMap, type PlainValue } from '../formats/plain.js';
import type { DateValue, FrontMatter } from '../model/chapter.js';
import { nearestWord } from '../text/nearest.js';
import { beheadBuild, castBuild } from './build-options.js';
import {
  castColour,
  castDate,
  castList,
  castMap,
  castSlug,
  castSwitch,
  castText,
  castUrl,
  castUrls,
  castWeight,
} from './casts.js';
import { castDraft, castPublished, warnOfUnreadDraft } from './drafts.js';
import { type Field, reportAt } from './field.js';
import { castMenus } from './menus.js';
import type { DateKey } from './resolve-dates.js';
import { castResources } from './resource-metadata.js';
import { castSitemap } from './sitemap.js';
import { checkSites } from './sites.js';

/** What the keys of one head say, typed. */
export interface TypedFields {
  readonly frontMatter: FrontMatter;
  readonly dates: { readonly [key in DateKey]?: DateValue };
  readonly params: PlainMap;
}

type Mutable<Data> = { -readonly [Key in keyof Data]: Data[Key] };

/** What the rows of the table write to. */
interface Gathering {
  readonly typed: Mutable<FrontMatter>;
  readonly dates: { [key in DateKey]?: DateValue };
  readonly params: Record<string, PlainValue>;
  own?: PlainMap;
  draft?: boolean;
  headless?: boolean;
  oldBuild?: NonNullable<FrontMatter['build']>;
  published?: Field & { readonly says: boolean };
}

type Row = (field: Field, into: Gathering) => void;

type TextKey =
  | 'title'
  | 'linkTitle'
  | 'heading'
  | 'description'
  | 'summary'
  | 'type'
  | 'layout'
  | 'translationKey';

/** Every key with a meaning of its own (content rule 2), lower-cased: its cast, and where the value goes. */
const rows: Readonly<Record<string, Row>> = {
  title: text('title'),
  linktitle: text('linkTitle'),
  heading: alsoParam(text('heading')),
  description: text('description'),
  summary: text('summary'),
  type: text('type'),
  layout: text('layout'),
  search: alsoParam(readSearch),
  c: alsoParam(readAccent),
  color: alsoParam(readAccent),
  accent: alsoParam(readAccent),
  weight: (field, { typed }) => assign(typed, 'weight', castWeight(field)),
  slug: (field, { typed }) => assign(typed, 'slug', castSlug(field)),
  url: (field, { typed }) => assign(typed, 'url', castUrl(field)),
  aliases: (field, { typed }) => assign(typed, 'aliases', castUrls(field)),
  keywords: (field, { typed }) => assign(typed, 'keywords', castList(field)),
  draft: (field, into) => assign(into, 'draft', castDraft(field)),
  published: readPublished,
  date: date('date'),
  publishdate: date('publishdate'),
  pubdate: date('pubdate'),
  lastmod: date('lastmod'),
  modified: date('modified'),
  expirydate: date('expirydate'),
  unpublishdate: date('unpublishdate'),
  menus: (field, { typed }) => assign(typed, 'menus', castMenus(field)),
  menu: (field, { typed }) => assign(typed, 'menus', typed.menus ?? castMenus(field)),
  cascade: () => undefined,
  build: (field, { typed }) => assign(typed, 'build', castBuild(field)),
  // The older name, which counts more where both are written: so it does in each Hugo that reads it.
  _build: (field, into) => assign(into, 'oldBuild', castBuild(field)),
  headless: (field, into) => assign(into, 'headless', castSwitch(field)),
  iscjklanguage: (field, { typed }) => assign(typed, 'isCjk', castSwitch(field)),
  sitemap: (field, { typed }) => assign(typed, 'sitemap', castSitemap(field)),
  outputs: (field, { typed }) => assign(typed, 'outputs', castOutputs(field)),
  translationkey: text('translationKey'),
  sites: checkSites,
  markup: alsoParam(warnOfMarkup),
  resources: (field, { typed }) => assign(typed, 'resources', castResources(field)),
  params: (field, into) => assign(into, 'own', castMap(field)),
  status: alsoParam(warnOfUnreadDraft),
  drafts: alsoParam(warnOfUnreadDraft),
  isdraft: alsoParam(warnOfUnreadDraft),
  is_draft: alsoParam(warnOfUnreadDraft),
};

/** The keys of the table, lower-cased. */
export const frontMatterKeys: readonly string[] = Object.keys(rows);

/**
 * Casts the fields of a head and sorts them into their places; keys without a row are the author's own and go to
 * `params`, and what stands under `params:` goes over them. Reports what each cast reports, and
 * `front-matter/draft-conflict`; a value that cannot be cast counts as absent, except that doubt about a draft holds
 * the chapter back.
 */
export function readFields(fields: readonly Field[]): TypedFields {
  const into = startGathering();
  for (const field of fields) {
    const row = Object.hasOwn(rows, field.key) ? rows[field.key] : undefined;
    if (row === undefined) into.params[field.key] = field.value;
    else row(field, into);
  }
  const { typed, dates, params } = into;
  typed.draft = decideDraft(into);
  assign(typed, 'build', into.oldBuild);
  if (into.headless === true) typed.build = beheadBuild(typed.build);
  if (into.own !== undefined) Object.assign(params, into.own);
  return { frontMatter: typed, dates, params };
}

function startGathering(): Gathering {
  const typed = { weight: 0, draft: false, aliases: noTexts, keywords: noTexts, resources: noResources };
  return { typed, dates: {}, params: createMap() };
}

const noTexts: readonly string[] = [];
const noResources: FrontMatter['resources'] = [];

/** `draft` decides; `published: false` counts where it is absent. */
function decideDraft({ draft, published }: Gathering): boolean {
  if (published === undefined) return draft ?? false;
  if (draft === published.says) {
    reportAt(published, 'front-matter/draft-conflict', { draft, published: published.says });
  }
  return draft ?? !published.says;
}

function readPublished(field: Field, into: Gathering): void {
  const published = castPublished(field);
  if (typeof published === 'boolean') into.published = { ...field, says: published };
  else assign(into.dates, 'published', published);
}

/** The formats that Octavo writes, and those that Hugo knows without being told of them (content rule 17). */
const outputNames =
  'html rss print llms markdown 404 amp calendar css csv gotmpl json robots sitemap sitemapindex webappmanifest'.split(
    ' ',
  );

/** Names of formats in lower case. Reports `front-matter/unknown-output` for each that nobody knows. */
function castOutputs(field: Field): readonly string[] | undefined {
  const names = castList(field)?.map((name) => name.toLowerCase());
  for (const name of names ?? []) {
    if (outputNames.includes(name)) continue;
    reportAt(field, 'front-matter/unknown-output', { name, nearest: nearestWord(name, outputNames) });
  }
  return names;
}

function readAccent(field: Field, { typed }: Gathering): void {
  assign(typed, 'accent', typed.accent ?? castColour(field));
}

const markdownNames = ['', 'md', 'mdown', 'markdown', 'goldmark'];

function warnOfMarkup(field: Field): void {
  if (markdownNames.includes(String(field.value ?? '').toLowerCase())) return;
  const instead = 'The text is read as Markdown.';
  reportAt(field, 'front-matter/unread-key', { key: field.key, instead });
}

/** Anything else under this name is the author's own. */
function readSearch({ value }: Field, { typed }: Gathering): void {
  if (typeof value === 'boolean') typed.search = value;
}

function text(place: TextKey): Row {
  // The first of several names for one thing wins.
  return (field, { typed }) => assign(typed, place, typed[place] ?? castText(field));
}

function date(place: DateKey): Row {
  return (field, { dates }) => assign(dates, place, castDate(field));
}

function alsoParam(row: Row): Row {
  return (field, into) => {
    into.params[field.key] = field.value;
    row(field, into);
  };
}

/** Absent values stay absent keys. */
function assign<Data, Key extends keyof Data>(data: Data, key: Key, value: Data[Key] | undefined): void {
  if (value !== undefined) data[key] = value;
}
