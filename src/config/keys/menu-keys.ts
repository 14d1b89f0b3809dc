import { readMenuKeys } from '../../formats/menu-keys.js';
import { isMap, type PlainValue } from '../../formats/plain.js';
import type { DateRules } from '../../model/config.js';
import type { ReferenceRules } from '../../model/markdown-config.js';
import type { MenuKeys, MenuTable } from '../../model/menu.js';
import { type ConfigKey, defineAlias, defineKey, type ReadValue } from '../config-key.js';
import { exactText, flag, readWords, valueKind, wordsSchema } from './kinds.js';

const menus = defineKey(
  'menus',
  'menus',
  { read: readMenus, schema: { type: 'object', additionalProperties: { type: ['array', 'object'] } } },
  {},
  'entries by the name of their menu; `menu` is another name',
);

/** Menus, references, and where dates come from. */
export const menuKeys: readonly ConfigKey[] = [
  defineAlias('menu', menus),
  menus,
  defineKey(
    'refLinksErrorLevel',
    'references.severity',
    valueKind(readLevel, '`ERROR` or `WARNING`', { enum: ['ERROR', 'WARNING'] }),
    'error',
    'what a [`ref` or `relref`](../chapters/links.md#references) is that names no page: `ERROR` or `WARNING`',
    { usual: '`ERROR`' },
  ),
  defineKey(
    'refLinksNotFoundURL',
    'references.notFound',
    exactText('an address'),
    '',
    'the address that such a reference gets when it is only a warning',
    { usual: 'none' },
  ),
  defineKey(
    'sectionPagesMenu',
    'sectionPagesMenu',
    valueKind((value) => (typeof value === 'string' ? value.toLowerCase() : null), 'the name of a menu', {
      type: 'string',
    }),
    '',
    'the menu that gets an entry for each section at the top',
    { usual: 'none' },
  ),
  defineKey(
    'enableGitInfo',
    'gitInfo',
    flag,
    false,
    '`lastmod` is when the last commit that touched the chapter was written, where git knows one',
    { isShared: true },
  ),
  defineKey(
    'frontmatter',
    'dates',
    valueKind(readDates, 'a list of keys for each of `date`, `lastmod`, `publishDate` and `expiryDate`', {
      type: 'object',
      additionalProperties: wordsSchema,
    }),
    {},
    'for `date`, `lastmod`, `publishDate` and `expiryDate` each a list of keys to look at, in order',
  ),
];

const dateNames = {
  date: 'date',
  lastmod: 'lastmod',
  publishdate: 'publishDate',
  expirydate: 'expiryDate',
} as const;

function readMenus(value: PlainValue): ReadValue<MenuTable> {
  if (!isMap(value)) return { expected: 'lists of entries by the name of their menu' };
  const read: Record<string, MenuKeys[]> = {};
  for (const [name, list] of Object.entries(value)) {
    const entries: readonly PlainValue[] = Array.isArray(list) ? list : [list];
    for (const entry of entries) {
      const found = readMenuKeys(entry);
      if ('expected' in found) return found;
      read[name] = [...(read[name] ?? []), found.keys];
    }
  }
  return { value: read };
}

/** For each of the four dates the keys to look at, in order; names are lower-cased, tokens begin with a colon. */
function readDates(value: PlainValue): DateRules | null {
  if (!isMap(value)) return null;
  const rules: { -readonly [Name in keyof DateRules]: DateRules[Name] } = {};
  for (const [key, list] of Object.entries(value)) {
    const name = Object.hasOwn(dateNames, key) ? dateNames[key as keyof typeof dateNames] : undefined;
    const words = readWords(list);
    if (name === undefined || words === undefined) return null;
    rules[name] = words.map((word) => word.toLowerCase());
  }
  return rules;
}

function readLevel(value: PlainValue): ReferenceRules['severity'] | null {
  const level = typeof value === 'string' ? value.toLowerCase() : '';
  return level === 'error' || level === 'warning' ? level : null;
}
