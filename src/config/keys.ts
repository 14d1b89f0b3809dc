import { readInteger } from '../formats/integer.js';
import { isMap, type PlainValue } from '../formats/plain.js';
import { openZone } from '../time/zone.js';
import { readBaseUrl } from './base-url.js';
import type { ConfigKey, Settings } from './config-key.js';
import { constructKeys } from './construct-keys.js';
import { feedKeys } from './feed-keys.js';
import { flagKey } from './flag-key.js';
import { highlightKeys } from './highlight-keys.js';
import { readLanguageTag } from './language-tag.js';
import { markdownKeys } from './markdown-keys.js';
import { privacyKey } from './privacy-key.js';
import { publicationKeys } from './publication-keys.js';
import { referenceKeys } from './reference-keys.js';
import { siteKeys } from './site-keys.js';
import { readTypographer, typographerForm } from './typographer-marks.js';

type OutputsPlace = 'homeOutputs' | 'pageOutputs' | 'sectionOutputs' | 'taxonomyOutputs' | 'termOutputs';

type KeysOf<Value> = {
  [Key in keyof Settings]-?: Settings[Key] extends Value | undefined ? Key : never;
}[keyof Settings];

/** Every key that Octavo reads. Where two mean the same, the later one decides. */
export const configKeys: readonly ConfigKey[] = [
  text('title', 'title'),
  { name: 'baseURL', apply: applyBaseUrl },
  language('defaultContentLanguage'),
  language('languageCode'),
  language('locale'),
  { name: 'params.author', apply: applyAuthor },
  { name: 'author', apply: applyAuthor },
  text('params.description', 'description'),
  text('description', 'description'),
  { name: 'timeZone', apply: applyTimeZone },
  { name: 'cascade', apply: applyCascade },
  word('compat', 'compat', ['strict', 'hugo']),
  word('markdown.parser', 'parser', ['satteri', 'remark']),
  toggle('markup.goldmark.renderer.unsafe', 'unsafe'),
  { name: 'markup.goldmark.extensions.typographer', apply: applyTypographer },
  { name: 'summaryLength', apply: applySummaryLength },
  { name: 'build.timeout', apply: applyTimeout },
  toggle('buildDrafts', 'drafts'),
  toggle('buildFuture', 'future'),
  toggle('buildExpired', 'expired'),
  outputs('outputs.home', 'homeOutputs'),
  outputs('outputs.page', 'pageOutputs'),
  outputs('outputs.section', 'sectionOutputs'),
  outputs('outputs.taxonomy', 'taxonomyOutputs'),
  outputs('outputs.term', 'termOutputs'),
  toggle('enableRobotsTXT', 'robots'),
  toggle('hasCJKLanguage', 'hasCjk'),
  toggle('search', 'search'),
  toggle('relativeURLs', 'relative'),
  toggle('canonifyURLs', 'whole'),
  toggle('disableHugoGeneratorInject', 'noGenerator'),
  toggle('enableGitInfo', 'gitInfo'),
  toggle('defaultContentLanguageInSubdir', 'mainInFolder'),
  toggle('disableDefaultLanguageRedirect', 'noMainRedirect'),
  toggle('showUntranslated', 'showUntranslated'),
  toggle('pluralizeListTitles', 'pluralize'),
  toggle('capitalizeListTitles', 'capitalize'),
  ...constructKeys,
  ...highlightKeys,
  ...referenceKeys,
  ...siteKeys,
  ...markdownKeys,
  ...feedKeys,
  ...publicationKeys,
  privacyKey,
];

function text(name: string, place: 'title' | 'description'): ConfigKey {
  const apply: ConfigKey['apply'] = (settings, value) => {
    if (typeof value === 'object' && value !== null) return 'text';
    settings[place] = value === null ? '' : String(value);
    return null;
  };
  return { name, apply };
}

function toggle(name: string, place: KeysOf<boolean>): ConfigKey {
  return flagKey(name, (settings, on) => {
    settings[place] = on;
  });
}

function word<Place extends 'compat' | 'parser'>(
  name: string,
  place: Place,
  words: readonly NonNullable<Settings[Place]>[],
): ConfigKey {
  const apply: ConfigKey['apply'] = (settings, value) => {
    const found = words.find((candidate) => candidate === value);
    if (found === undefined) return words.map((candidate) => `\`${candidate}\``).join(' or ');
    settings[place] = found;
    return null;
  };
  return { name, apply };
}

/** Formats that only Hugo has are as good as absent: a site with its own search index of old builds all the same. */
function outputs(name: string, place: OutputsPlace): ConfigKey {
  const apply: ConfigKey['apply'] = (settings, value) => {
    const formats: readonly PlainValue[] = Array.isArray(value) ? value : [value];
    if (formats.some((format) => typeof format !== 'string'))
      return 'a list of formats such as `html` and `rss`';
    settings[place] = formats.map((format) => String(format).toLowerCase());
    return null;
  };
  return { name, apply };
}

function language(name: string): ConfigKey {
  const apply: ConfigKey['apply'] = (settings, value) => {
    const tag = readLanguageTag(value);
    if (tag === null) return 'a language tag such as `en` or `pt-BR`';
    settings.language = tag;
    return null;
  };
  return { name, apply };
}

function applyBaseUrl(settings: Settings, value: PlainValue): string | null {
  const address = typeof value === 'string' ? readBaseUrl(value) : null;
  if (address === null) return 'an address such as `https://example.org/book/`, or a path such as `/book/`,';
  settings.address = address;
  return null;
}

/** Hugo's themes take a name, or `name` and `email` below it. */
function applyAuthor(settings: Settings, value: PlainValue): string | null {
  const name = isMap(value) ? (value['name'] ?? '') : value;
  if (typeof name !== 'string') return 'a name';
  settings.author = name;
  return null;
}

function applyTimeZone(settings: Settings, value: PlainValue): string | null {
  if (typeof value !== 'string' || openZone(value) === null) return 'a time zone such as `Europe/Paris`';
  settings.timeZone = value;
  return null;
}

/** What stands in it is judged as front matter is, where the chapters are read. */
function applyCascade(settings: Settings, value: PlainValue): string | null {
  if (typeof value !== 'object') return 'a group of keys, or a list of them';
  settings.cascade = value;
  return null;
}

function applyTypographer(settings: Settings, value: PlainValue): string | null {
  const read = readTypographer(value);
  if (read === null) return typographerForm;
  settings.typographer = read;
  return null;
}

function applySummaryLength(settings: Settings, value: PlainValue): string | null {
  const words = readInteger(value);
  if (words === null || words < 1) return 'a number of words';
  settings.summaryLength = words;
  return null;
}

function applyTimeout(settings: Settings, value: PlainValue): string | null {
  const seconds = Number(value);
  if (!(seconds > 0 && seconds <= 3600)) return 'a number of seconds, 3600 at most';
  settings.timeout = seconds;
  return null;
}
