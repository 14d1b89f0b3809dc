import { readMenuKeys } from '../formats/menu-keys.js';
import { isMap, type PlainMap, type PlainValue } from '../formats/plain.js';
import { readSwitch } from '../formats/switch.js';
import type { PageKind } from '../model/book.js';
import type { DateRules, ListTitles } from '../model/config.js';
import type { MenuKeys } from '../model/menu.js';
import type { ConfigKey, Settings } from './config-key.js';
import { flagKey } from './flag-key.js';
import { readPermalinks } from './permalinks.js';

/** The keys that decide what is a page, where it stands and when it is from. */
export const siteKeys: readonly ConfigKey[] = [
  { name: 'permalinks', apply: applyPermalinks },
  { name: 'uglyURLs', apply: applyUglyUrls },
  flagKey('disablePathToLower', (settings, on) => {
    settings.keepCase = on;
  }),
  flagKey('removePathAccents', (settings, on) => {
    settings.removeAccents = on;
  }),
  flagKey('disableAliases', (settings, on) => {
    settings.noRedirects = on;
  }),
  { name: 'disableKinds', apply: applyKinds },
  { name: 'ignoreFiles', apply: applyIgnored },
  { name: 'titleCaseStyle', apply: applyTitleCase },
  { name: 'taxonomies', apply: applyTaxonomies },
  { name: 'menu', apply: applyMenus },
  { name: 'menus', apply: applyMenus },
  { name: 'sectionPagesMenu', apply: applySectionMenu },
  { name: 'frontmatter', apply: applyDates },
];

const kinds: readonly PageKind[] = ['home', 'section', 'page', 'taxonomy', 'term'];
/** Kinds of Hugo's that are no pages of the book. */
const otherKinds = ['404', 'rss', 'sitemap', 'sitemapindex', 'robotstxt'];
/** What Hugo called some before 0.73. */
const formerKinds: Readonly<Record<string, string>> = { taxonomyterm: 'taxonomy' };
const titleCases: readonly ListTitles['style'][] = ['ap', 'chicago', 'go', 'firstupper', 'none'];
const dateNames = {
  date: 'date',
  lastmod: 'lastmod',
  publishdate: 'publishDate',
  expirydate: 'expiryDate',
} as const;

function applyPermalinks(settings: Settings, value: PlainValue): string | null {
  const read = readPermalinks(value);
  if ('expected' in read) return read.expected;
  settings.permalinks = read.rules;
  return null;
}

function applyUglyUrls(settings: Settings, value: PlainValue): string | null {
  const expected = '`true` or `false`, or one of them for each section';
  const sections = isMap(value) ? Object.entries(value as PlainMap) : [];
  const everywhere = isMap(value) ? false : readSwitch(value);
  if (everywhere === null || sections.some(([, on]) => readSwitch(on) === null)) return expected;
  settings.uglyUrls = isMap(value)
    ? sections.filter(([, on]) => readSwitch(on) === true).map(([section]) => section.toLowerCase())
    : everywhere;
  return null;
}

function applyKinds(settings: Settings, value: PlainValue): string | null {
  const words = readWords(value)?.map((word) => formerKinds[word.toLowerCase()] ?? word.toLowerCase()) ?? [];
  const known = [...kinds, ...otherKinds];
  settings.disabledKinds = kinds.filter((kind) => words.includes(kind));
  settings.disabledFiles = otherKinds.filter((kind) => words.includes(kind));
  const isKnown = readWords(value) !== undefined && words.every((word) => known.includes(word));
  return isKnown ? null : `a list of the kinds ${known.join(', ')}`;
}

function applyIgnored(settings: Settings, value: PlainValue): string | null {
  const patterns = readWords(value);
  if (patterns === undefined || !patterns.every(isExpression)) return 'a list of regular expressions';
  settings.ignoredFiles = patterns;
  return null;
}

function applyTitleCase(settings: Settings, value: PlainValue): string | null {
  const style = titleCases.find(
    (candidate) => typeof value === 'string' && candidate === value.toLowerCase(),
  );
  if (style === undefined) return titleCases.map((candidate) => `\`${candidate}\``).join(' or ');
  settings.titleStyle = style;
  return null;
}

function applyMenus(settings: Settings, value: PlainValue): string | null {
  if (!isMap(value)) return 'lists of entries by the name of their menu';
  const menus: Record<string, MenuKeys[]> = {};
  for (const [name, list] of Object.entries(value as PlainMap)) {
    const entries: readonly PlainValue[] = Array.isArray(list) ? list : [list];
    for (const entry of entries) {
      const read = readMenuKeys(entry);
      if ('expected' in read) return read.expected;
      menus[name] = [...(menus[name] ?? []), read.keys];
    }
  }
  settings.menus = menus;
  return null;
}

function applySectionMenu(settings: Settings, value: PlainValue): string | null {
  if (typeof value !== 'string') return 'the name of a menu';
  settings.sectionPagesMenu = value.toLowerCase();
  return null;
}

/** Singular and plural of each taxonomy; only the plural is needed: it is the key of the front matter. */
function applyTaxonomies(settings: Settings, value: PlainValue): string | null {
  const plurals = isMap(value) ? Object.values(value as PlainMap) : [null];
  if (!plurals.every((plural) => typeof plural === 'string' && /^[^/\s]+$/.test(plural)))
    return 'the plural of each taxonomy, such as `tag: tags`,';
  settings.taxonomies = plurals.map((plural) => String(plural).toLowerCase()).sort();
  return null;
}

/** For each of the four dates the keys to look at, in order; names are lower-cased, tokens begin with a colon. */
function applyDates(settings: Settings, value: PlainValue): string | null {
  const expected = 'a list of keys for each of `date`, `lastmod`, `publishDate` and `expiryDate`';
  if (!isMap(value)) return expected;
  const rules: { -readonly [Name in keyof DateRules]: DateRules[Name] } = {};
  for (const [key, list] of Object.entries(value as PlainMap)) {
    const name = Object.hasOwn(dateNames, key) ? dateNames[key as keyof typeof dateNames] : undefined;
    const words = readWords(list);
    if (name === undefined || words === undefined) return expected;
    rules[name] = words.map((word) => word.toLowerCase());
  }
  settings.dateRules = rules;
  return null;
}

/** One word or a list of them. A number is one, too: `404` is a kind. */
function readWords(value: PlainValue): readonly string[] | undefined {
  if (isWord(value)) return [String(value)];
  if (!Array.isArray(value)) return undefined;
  const words: readonly PlainValue[] = value;
  return words.every(isWord) ? words.map(String) : undefined;
}

function isExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
}

function isWord(value: PlainValue): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
