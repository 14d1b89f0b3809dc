import { compileGlob } from '../../files/glob.js';
import { isMap, type PlainValue } from '../../formats/plain.js';
import type { PageKind } from '../../model/book.js';
import type { ListTitles } from '../../model/config.js';
import { type ConfigKey, defineElsewhere, defineKey, defineRule } from '../config-key.js';
import type { Settings } from '../settings.js';
import { flag, oneOf, readWords, valueKind, wordsSchema } from './kinds.js';

const kinds: readonly PageKind[] = ['home', 'section', 'page', 'taxonomy', 'term'];
/** Kinds of Hugo's that are no pages of the book. */
const otherKinds = ['404', 'rss', 'sitemap', 'sitemapindex', 'robotstxt'];
/** What Hugo called some before 0.73. */
const formerKinds: Readonly<Record<string, string>> = { taxonomyterm: 'taxonomy' };
const titleCases: readonly ListTitles['style'][] = ['ap', 'chicago', 'go', 'firstupper', 'none'];

/** Singular and plural of each taxonomy; only the plural is needed: it is the key of the front matter. */
const taxonomies = valueKind(readPlurals, 'the plural of each taxonomy, such as `tag: tags`,', {
  type: 'object',
  additionalProperties: { type: 'string' },
});

/** Which pages there are, and what those without a title are called. */
export const pageKeys: readonly ConfigKey[] = [
  defineKey('buildDrafts', 'publish.drafts', flag, false, 'publish drafts, as `-D` does'),
  defineKey(
    'buildFuture',
    'publish.future',
    flag,
    false,
    'publish chapters dated in the future, as `-F` does',
  ),
  defineKey(
    'buildExpired',
    'publish.expired',
    flag,
    false,
    'publish chapters past their expiry date, as `-E` does',
  ),
  defineRule(
    'disableKinds',
    wordsSchema,
    disableKinds,
    'kinds of pages that are not made: `home`, `section`, `page`, `taxonomy`, `term`; what a section holds then takes its place',
    'none',
  ),
  defineKey(
    'taxonomies',
    'taxonomies',
    taxonomies,
    ['categories', 'tags'],
    'singular and plural of each [taxonomy](../order-and-addresses/sections.md#tags-categories-and-other-taxonomies); the plural is the key in the front matter. Naming any replaces both',
    { usual: '`category: categories`, `tag: tags`' },
  ),
  defineKey(
    'volumes',
    'volumes',
    valueKind(readPatterns, 'a list of patterns such as `research/*/*`', wordsSchema),
    [],
    'patterns of the sections that are books of their own, such as `research/*/*`: the [volumes of a library](../order-and-addresses/library.md)',
  ),
  defineKey(
    'ignoreFiles',
    'ignoredFiles',
    valueKind(readExpressions, 'a list of regular expressions', wordsSchema),
    [],
    'regular expressions: files whose whole path matches one are no part of the book',
    { isShared: true },
  ),
  defineKey(
    'pluralizeListTitles',
    'titles.pluralize',
    flag,
    null,
    'put the name into the plural; under `compat: hugo` the default is `true`, and hyphens stay',
    { usual: '`false`' },
  ),
  defineKey('capitalizeListTitles', 'titles.capitalize', flag, true, 'give its words capitals'),
  defineKey(
    'titleCaseStyle',
    'titles.style',
    oneOf(titleCases, true),
    'ap',
    'which words: `ap`, `chicago`, `go` (all), `firstupper` (the first letter), `none`',
  ),
  // What stands in it is judged as front matter is, where the chapters are read.
  defineKey(
    'cascade',
    'cascade',
    valueKind((value) => (typeof value === 'object' ? value : null), 'a group of keys, or a list of them', {
      type: ['object', 'array'],
    }),
    null,
    'front matter for all chapters, or for those that a target names: see [cascade](../chapters/front-matter.md#cascade)',
  ),
  defineKey(
    'compat',
    'compat',
    oneOf<'strict' | 'hugo'>(['strict', 'hugo']),
    null,
    "`hugo` turns some errors into warnings, so that a site which Hugo builds is built here as well; the default is `hugo` where the configuration file is Hugo's",
    { usual: '`strict`' },
  ),
  defineElsewhere(
    'diagnostics',
    { type: 'object' },
    'none',
    'severities by code: `error`, `warning`, `advice`, `note` or `off`',
    true,
  ),
];

/** What is known of a list is taken, and the rest reported. */
function disableKinds(settings: Settings, value: PlainValue): string | null {
  const words = readWords(value)?.map((word) => formerKinds[word.toLowerCase()] ?? word.toLowerCase()) ?? [];
  const known = [...kinds, ...otherKinds];
  settings.disabledKinds = kinds.filter((kind) => words.includes(kind));
  settings.disabledFiles = otherKinds.filter((kind) => words.includes(kind));
  const isKnown = readWords(value) !== undefined && words.every((word) => known.includes(word));
  return isKnown ? null : `a list of the kinds ${known.join(', ')}`;
}

function readPlurals(value: PlainValue): readonly string[] | null {
  const plurals = isMap(value) ? Object.values(value) : [null];
  if (!plurals.every((plural) => typeof plural === 'string' && /^[^/\s]+$/.test(plural))) return null;
  return plurals.map((plural) => String(plural).toLowerCase()).sort();
}

function readPatterns(value: PlainValue): readonly string[] | null {
  const patterns = readWords(value);
  return patterns?.every((pattern) => compileGlob(pattern) !== null) ? patterns : null;
}

function readExpressions(value: PlainValue): readonly string[] | null {
  const patterns = readWords(value);
  return patterns?.every(isExpression) ? patterns : null;
}

function isExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
}
