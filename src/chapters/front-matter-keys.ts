import type { JsonSchema } from '../model/json-schema.js';
import { castBuild } from './build-options.js';
import { castOutputs } from './cast-outputs.js';
import {
  castColour,
  castList,
  castMap,
  castSlug,
  castSwitch,
  castUrl,
  castUrls,
  castWeight,
} from './casts.js';
import { castDraft, castPublished, warnOfUnreadDraft } from './drafts.js';
import { type Field, reportAt } from './field.js';
import {
  alsoParam,
  assignField as assign,
  type Gathering,
  type TakeField,
  takeDate,
  takeText,
} from './gathering.js';
import { castMenus } from './menus.js';
import { castResources } from './resource-metadata.js';
import { castSitemap } from './sitemap.js';
import { checkSites } from './sites.js';

/** One key of the front matter with a meaning of its own, and all that is known of it. */
export interface FrontMatterKey {
  /** In Hugo's spelling; capitals make no difference. */
  readonly name: string;
  /** A sentence for the manual and for editors. */
  readonly about: string;
  readonly schema: JsonSchema;
  readonly take: TakeField;
}

const text: JsonSchema = { type: ['string', 'number', 'boolean'] };
const flag: JsonSchema = { type: 'boolean' };
const day: JsonSchema = { type: ['string', 'number'] };
const list: JsonSchema = { anyOf: [{ type: 'string' }, { type: 'array', items: text }] };
const group: JsonSchema = { type: 'object' };
const groups: JsonSchema = { type: ['object', 'array'] };

/**
 * Every key with a meaning of its own (content rule 2): its cast and where the value goes, the table of the manual and
 * the schema for editors.
 */
export const frontMatterKeys: readonly FrontMatterKey[] = [
  key('title', text, takeText('title'), "the title, shown as the page's main heading"),
  key('linkTitle', text, takeText('linkTitle'), 'a shorter title for the contents'),
  key(
    'heading',
    text,
    alsoParam(takeText('heading')),
    'what stands above the title: `Chapter 14f`, `Part II`',
  ),
  key(
    'description',
    text,
    takeText('description'),
    'one or two sentences for search engines and previews of links',
  ),
  key('summary', text, takeText('summary'), 'what lists print of the chapter, in Markdown'),
  key('type', text, takeText('type'), 'the folder in `templates/` that is looked into first'),
  key('layout', text, takeText('layout'), 'another template for this page'),
  key(
    'volume',
    {},
    alsoParam(readVolume),
    '`true` in an `_index.md`: the section is a book of its own, a volume of a library',
  ),
  key('search', {}, alsoParam(readSearch), '`false` keeps the chapter out of the search of the book'),
  key('c', { type: 'string' }, alsoParam(readAccent), 'the colour of the chapter, any colour of CSS'),
  key('color', { type: 'string' }, alsoParam(readAccent), 'another name for `c`'),
  key('accent', { type: 'string' }, alsoParam(readAccent), 'another name for `c`'),
  key(
    'weight',
    { type: ['integer', 'string'] },
    (field, { typed }) => assign(typed, 'weight', castWeight(field)),
    'the place among its neighbours: a whole number, small before large',
  ),
  key(
    'slug',
    text,
    (field, { typed }) => assign(typed, 'slug', castSlug(field)),
    "the last part of the address, in place of the file's name",
  ),
  key(
    'url',
    { type: 'string' },
    (field, { typed }) => assign(typed, 'url', castUrl(field)),
    'the whole address, such as `/colophon/`',
  ),
  key(
    'aliases',
    list,
    (field, { typed }) => assign(typed, 'aliases', castUrls(field)),
    'addresses that send the reader on to this chapter',
  ),
  key(
    'keywords',
    list,
    (field, { typed }) => assign(typed, 'keywords', castList(field)),
    'a list of texts, for templates that use them',
  ),
  key(
    'draft',
    flag,
    (field, into) => assign(into, 'draft', castDraft(field)),
    '`true` keeps the chapter back until it is removed or set to `false`',
  ),
  key(
    'published',
    { type: ['boolean', 'string'] },
    readPublished,
    "Hugo's older opposite of `draft`, or a date",
  ),
  key(
    'date',
    day,
    takeDate('date'),
    'when the chapter was written; one in the future is held back until then',
  ),
  key('publishDate', day, takeDate('publishdate'), 'when the chapter appears, if that is not its `date`'),
  key('pubDate', day, takeDate('pubdate'), 'another name for `publishDate`'),
  key('lastmod', day, takeDate('lastmod'), 'when it was last changed'),
  key('modified', day, takeDate('modified'), 'another name for `lastmod`'),
  key('expiryDate', day, takeDate('expirydate'), 'when it disappears'),
  key('unpublishDate', day, takeDate('unpublishdate'), 'another name for `expiryDate`'),
  key(
    'menus',
    { type: ['string', 'array', 'object'] },
    (field, { typed }) => assign(typed, 'menus', castMenus(field)),
    'the menus that the page is put into, by name',
  ),
  key(
    'menu',
    { type: ['string', 'array', 'object'] },
    (field, { typed }) => assign(typed, 'menus', typed.menus ?? castMenus(field)),
    'another name for `menus`',
  ),
  key('cascade', groups, () => undefined, 'keys for this page and all below it'),
  key(
    'build',
    group,
    (field, { typed }) => assign(typed, 'build', castBuild(field)),
    'whether the page is listed (`list`) and made (`render`), and its files published (`publishResources`)',
  ),
  // The older name, which counts more where both are written: so it does in each Hugo that reads it.
  key(
    '_build',
    group,
    (field, into) => assign(into, 'oldBuild', castBuild(field)),
    'an older name for `build`',
  ),
  key(
    'headless',
    flag,
    (field, into) => assign(into, 'headless', castSwitch(field)),
    '`true`: the page is neither listed nor made, and its files are published',
  ),
  key(
    'isCJKLanguage',
    flag,
    (field, { typed }) => assign(typed, 'isCjk', castSwitch(field)),
    'whether Chinese, Japanese and Korean are counted by characters',
  ),
  key(
    'sitemap',
    group,
    (field, { typed }) => assign(typed, 'sitemap', castSitemap(field)),
    'what the sitemap says of the page: `changefreq`, `priority`, `disable`',
  ),
  key(
    'outputs',
    list,
    (field, { typed }) => assign(typed, 'outputs', castOutputs(field)),
    'the formats of this page, in place of the configured ones',
  ),
  key(
    'translationKey',
    text,
    takeText('translationKey'),
    'ties translations together whose files have different names',
  ),
  key('sites', group, checkSites, 'the languages of the book that the chapter is in'),
  key('markup', { type: 'string' }, alsoParam(warnOfMarkup), 'the format of the text, which is Markdown'),
  key(
    'resources',
    { type: 'array', items: group },
    (field, { typed }) => assign(typed, 'resources', castResources(field)),
    "names, titles and values for the files of the chapter's bundle",
  ),
  key(
    'params',
    group,
    (field, into) => assign(into, 'own', castMap(field)),
    'keys of your own, which never collide with one that Octavo reads',
  ),
  ...['status', 'drafts', 'isDraft', 'is_draft'].map((name) =>
    key(name, {}, alsoParam(warnOfUnreadDraft), 'says "draft" in other programs, and nothing here'),
  ),
];

/** Their names in small letters, as heads are read. */
export const frontMatterNames: readonly string[] = frontMatterKeys.map(({ name }) => name.toLowerCase());

function key(name: string, schema: JsonSchema, take: TakeField, about: string): FrontMatterKey {
  return { name, about, schema, take };
}

function readPublished(field: Field, into: Gathering): void {
  const published = castPublished(field);
  if (typeof published === 'boolean') into.published = { ...field, says: published };
  else assign(into.dates, 'published', published);
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

/** A number or a name under this key is the author's own: the volume of a journal. */
function readVolume({ value }: Field, { typed }: Gathering): void {
  if (typeof value === 'boolean') typed.volume = value;
}
