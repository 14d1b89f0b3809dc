import { isMap, type PlainValue } from '../../formats/plain.js';
import { readSwitch } from '../../formats/switch.js';
import type { AddressRules } from '../../model/config.js';
import { readBaseUrl } from '../base-url.js';
import { type ConfigKey, defineKey, type ReadValue, type ValueKind } from '../config-key.js';
import { readPermalinks } from '../permalinks.js';
import { flag, negated, valueKind } from './kinds.js';

const baseUrl = valueKind(
  (value) => (typeof value === 'string' ? readBaseUrl(value) : null),
  'an address such as `https://example.org/book/`, or a path such as `/book/`,',
  { type: 'string' },
);

const permalinks: ValueKind<AddressRules['permalinks']> = {
  read: (value): ReadValue<AddressRules['permalinks']> => {
    const read = readPermalinks(value);
    return 'expected' in read ? read : { value: read.rules };
  },
  schema: { type: ['object', 'array'] },
};

const uglyUrls: ValueKind<AddressRules['uglyUrls']> = {
  read: readUglyUrls,
  schema: { anyOf: [{ type: 'boolean' }, { type: 'object', additionalProperties: { type: 'boolean' } }] },
};

/** How the pages of a book get their addresses. */
export const addressKeys: readonly ConfigKey[] = [
  defineKey(
    'baseURL',
    'address',
    baseUrl,
    null,
    'where the book will live: `https://example.org/book/`, or only a path, `/book/`',
    { usual: 'empty', isShared: true },
  ),
  defineKey(
    'canonifyURLs',
    'wholeUrls',
    flag,
    false,
    'write every address inside the book with its host, `https://example.org/book/part-1/`; `octavo serve` writes its own. For pages that are shown elsewhere, in a frame or an app; `baseURL` must be a whole address. `relativeURLs` counts more',
  ),
  defineKey(
    'relativeURLs',
    'relativeUrls',
    flag,
    false,
    'write every address inside the book relative to its page, so that it can also be read from a disk',
  ),
  defineKey(
    'permalinks',
    'addresses.permalinks',
    permalinks,
    [],
    '[patterns](../order-and-addresses/addresses.md#a-pattern-for-many-permalinks) that make the addresses of pages',
  ),
  defineKey(
    'uglyURLs',
    'addresses.uglyUrls',
    uglyUrls,
    false,
    'addresses that name a file: `/a.html` for `/a/`; or `true` for some sections by name',
  ),
  defineKey(
    'disablePathToLower',
    'addresses.keepCase',
    flag,
    false,
    'keep the capitals of file names and slugs in addresses',
  ),
  defineKey('removePathAccents', 'addresses.removeAccents', flag, false, '`é` becomes `e` in addresses'),
  defineKey('disableAliases', 'addresses.redirects', negated, true, 'write no pages for `aliases`', {
    usual: '`false`',
  }),
];

function readUglyUrls(value: PlainValue): ReadValue<AddressRules['uglyUrls']> {
  const sections = isMap(value) ? Object.entries(value) : [];
  const everywhere = isMap(value) ? false : readSwitch(value);
  if (everywhere === null || sections.some(([, on]) => readSwitch(on) === null))
    return { expected: '`true` or `false`, or one of them for each section' };
  if (!isMap(value)) return { value: everywhere };
  const ugly = sections.filter(([, on]) => readSwitch(on) === true);
  return { value: ugly.map(([section]) => section.toLowerCase()) };
}
