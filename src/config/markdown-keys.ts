import { readInteger } from '../formats/integer.js';
import type { PlainValue } from '../formats/plain.js';
import { headingIdTypes } from '../url/heading-slug.js';
import type { ConfigKey, Settings } from './config-key.js';
import { flagKey } from './flag-key.js';

/** Of headings. Hugo takes any number for the end, and themes write 9 for all of them. */
const DEEPEST = 6;

/** How Markdown is read beyond the parser and its extensions (Hugo's manual, "Configure markup"). */
export const markdownKeys: readonly ConfigKey[] = [
  flagKey('markup.goldmark.renderer.hardWraps', (settings, on) => {
    settings.hardWraps = on;
  }),
  { name: 'markup.goldmark.parser.autoHeadingIDType', apply: applyIdType },
  { name: 'markup.goldmark.parser.autoIDType', apply: applyIdType },
  // Read behind the type of the ids that it switches off.
  flagKey('markup.goldmark.parser.autoHeadingID', (settings, on) => {
    if (!on) settings.headingIds = 'none';
  }),
  flagKey('markup.goldmark.parser.autoDefinitionTermID', (settings, on) => {
    settings.termIds = on;
  }),
  { name: 'markup.tableOfContents.startLevel', apply: applyLevel('from') },
  { name: 'markup.tableOfContents.endLevel', apply: applyLevel('to') },
];

function applyIdType(settings: Settings, value: PlainValue): string | null {
  const type = headingIdTypes.find((candidate) => candidate === value);
  if (type === undefined) return headingIdTypes.map((each) => `\`${each}\``).join(' or ');
  settings.headingIds = type;
  return null;
}

function applyLevel(end: 'from' | 'to'): ConfigKey['apply'] {
  return (settings, value) => {
    const level = readInteger(value);
    if (level === null) return 'a level from 1 on';
    // As in Hugo: below the first level is the first, and an end below all of them is none.
    const bounded = end === 'from' ? Math.max(level, 1) : level < 0 ? DEEPEST : level;
    settings.outline = { ...settings.outline, [end]: Math.min(bounded, DEEPEST) };
    return null;
  };
}
