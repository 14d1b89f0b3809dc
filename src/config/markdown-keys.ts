import type { PlainValue } from '../formats/plain.js';
import { headingIdTypes } from '../text/heading-slug.js';
import type { ConfigKey, Settings } from './keys.js';

const levels = [1, 2, 3, 4, 5, 6];

/** How Markdown is read beyond the parser and its extensions (Hugo's manual, "Configure markup"). */
export const markdownKeys: readonly ConfigKey[] = [
  { name: 'markup.goldmark.renderer.hardWraps', apply: applyHardWraps },
  { name: 'markup.goldmark.parser.autoHeadingIDType', apply: applyIdType },
  { name: 'markup.goldmark.parser.autoIDType', apply: applyIdType },
  { name: 'markup.goldmark.parser.autoHeadingID', apply: applyIds },
  { name: 'markup.tableOfContents.startLevel', apply: applyLevel('from') },
  { name: 'markup.tableOfContents.endLevel', apply: applyLevel('to') },
];

function applyHardWraps(settings: Settings, value: PlainValue): string | null {
  if (typeof value !== 'boolean') return '`true` or `false`';
  settings.hardWraps = value;
  return null;
}

function applyIdType(settings: Settings, value: PlainValue): string | null {
  const type = headingIdTypes.find((candidate) => candidate === value);
  if (type === undefined) return headingIdTypes.map((each) => `\`${each}\``).join(' or ');
  settings.headingIds = type;
  return null;
}

/** Read behind the type of the ids that it switches off. */
function applyIds(settings: Settings, value: PlainValue): string | null {
  if (typeof value !== 'boolean') return '`true` or `false`';
  if (!value) settings.headingIds = 'none';
  return null;
}

function applyLevel(end: 'from' | 'to'): ConfigKey['apply'] {
  return (settings, value) => {
    if (typeof value !== 'number' || !levels.includes(value)) return 'a level from 1 to 6';
    settings.outline = { ...settings.outline, [end]: value };
    return null;
  };
}
