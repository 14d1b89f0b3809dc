import { isMap, type PlainValue } from '../../formats/plain.js';
import { openZone } from '../../time/zone.js';
import { type ConfigKey, defineAlias, defineElsewhere, defineKey } from '../config-key.js';
import { readLanguageTag } from '../language-tag.js';
import { flag, negated, text, valueKind, wordsSchema } from './kinds.js';

const author = defineKey(
  'author',
  'author',
  valueKind(readAuthor, 'a name', {
    anyOf: [{ type: 'string' }, { type: 'object', properties: { name: { type: 'string' } } }],
  }),
  '',
  "its author; Hugo's `params.author` works too",
);
const description = defineKey(
  'description',
  'description',
  text,
  '',
  "one or two sentences; Hugo's `params.description` works too",
);
const locale = defineKey(
  'locale',
  'language',
  valueKind(readLanguageTag, 'a language tag such as `en` or `pt-BR`', { type: 'string' }),
  'en',
  'the language, as a tag such as `en`, `pt-BR` or `zh-Hans`; it decides how titles are sorted and dates are written. `languageCode` is another name for it, and in a book in one language `defaultContentLanguage`',
);
const zone = valueKind(
  (value) => (typeof value === 'string' && openZone(value) !== null ? value : null),
  'a time zone such as `Europe/Paris`',
  { type: 'string' },
);

/** What the book is, and in which languages. */
export const bookKeys: readonly ConfigKey[] = [
  defineKey('title', 'title', text, '', 'the title of the book'),
  defineAlias('params.author', author),
  author,
  defineAlias('params.description', description),
  description,
  { ...defineAlias('defaultContentLanguage', locale), isShared: true },
  defineAlias('languageCode', locale),
  locale,
  defineKey(
    'books.name',
    'books.name',
    text,
    '',
    'the name of the files, without `.epub`; the usual one is made from the title',
  ),
  defineKey(
    'books.identifier',
    'books.identifier',
    text,
    '',
    'of the book as a file, such as `urn:isbn:9780000000000`; the usual one is made from the address',
  ),
  defineKey('books.publisher', 'books.publisher', text, '', 'who publishes the book as a file'),
  defineElsewhere(
    'languages',
    { type: 'object' },
    'none',
    'the languages of a book in several, see [Several Languages](../order-and-addresses/languages.md)',
    true,
  ),
  defineElsewhere('disableLanguages', wordsSchema, 'none', 'a list of languages to leave out', true),
  defineKey(
    'defaultContentLanguageInSubdir',
    'isMainInFolder',
    flag,
    false,
    'the main language has a folder of its own, `/en/`',
    { isShared: true },
  ),
  defineKey(
    'disableDefaultLanguageRedirect',
    'addresses.mainRedirect',
    negated,
    true,
    "no page leads from the book's root to the folder of the main language, or from `/en/` to the root",
    { usual: '`false`', isShared: true },
  ),
  defineKey(
    'showUntranslated',
    'showUntranslated',
    flag,
    null,
    'a chapter without a translation is shown as it is',
    { usual: '`true`, under `compat: hugo` `false`' },
  ),
  defineKey('timeZone', 'timeZone', zone, 'UTC', 'the zone of dates that name none, such as `Europe/Berlin`'),
];

/** Hugo's themes take a name, or `name` and `email` below it. */
function readAuthor(value: PlainValue): string | null {
  const name = isMap(value) ? (value['name'] ?? '') : value;
  return typeof name === 'string' ? name : null;
}
