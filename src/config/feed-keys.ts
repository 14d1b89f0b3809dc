import { readInteger } from '../formats/integer.js';
import type { PlainValue } from '../formats/plain.js';
import { isFrequency, listFrequencies, readPriority } from '../formats/sitemap-values.js';
import { readSwitch } from '../formats/switch.js';
import type { ConfigKey, Settings } from './config-key.js';

/** The keys about the files that machines read: sitemap and feed. */
export const feedKeys: readonly ConfigKey[] = [
  { name: 'sitemap.changefreq', apply: applyFrequency },
  { name: 'sitemap.priority', apply: applyPriority },
  { name: 'sitemap.disable', apply: applyDisabled },
  { name: 'sitemap.filename', apply: applyFilename },
  { name: 'rssLimit', apply: applyFeedLimit },
  { name: 'services.rss.limit', apply: applyFeedLimit },
  { name: 'copyright', apply: applyCopyright },
];

function applyFrequency(settings: Settings, value: PlainValue): string | null {
  // Empty is Hugo's own default.
  if (value !== '' && !isFrequency(value)) return listFrequencies();
  settings.sitemap = { ...settings.sitemap, changefreq: value };
  return null;
}

function applyPriority(settings: Settings, value: PlainValue): string | null {
  const priority = readPriority(value);
  if (priority === null) return 'a number from 0 to 1';
  settings.sitemap = { ...settings.sitemap, priority };
  return null;
}

function applyDisabled(settings: Settings, value: PlainValue): string | null {
  const disable = readSwitch(value);
  if (disable === null) return '`true` or `false`';
  settings.sitemap = { ...settings.sitemap, disable };
  return null;
}

function applyFilename(settings: Settings, value: PlainValue): string | null {
  if (typeof value !== 'string' || !/^\w[\w.-]*\.xml$/i.test(value)) return 'a name such as `sitemap.xml`';
  settings.sitemap = { ...settings.sitemap, filename: value };
  return null;
}

/** -1 is Hugo's way to say "all". */
function applyFeedLimit(settings: Settings, value: PlainValue): string | null {
  const limit = readInteger(value);
  if (limit === null || limit < -1) return 'a number of chapters';
  settings.feedLimit = limit;
  return null;
}

function applyCopyright(settings: Settings, value: PlainValue): string | null {
  if (typeof value === 'object') return 'text';
  settings.copyright = String(value);
  return null;
}
