import { PAPER_SIZES, readLength, readPaperSize } from '../../formats/paper-size.js';
import { isMap, type PlainValue } from '../../formats/plain.js';
import { openZone } from '../../time/zone.js';
import { type ConfigKey, defineAlias, defineElsewhere, defineKey } from '../config-key.js';
import { readLanguageTag } from '../language-tag.js';
import { flag, negated, oneOf, text, valueKind, wordsSchema } from './kinds.js';

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

const margin = valueKind<number | null>(readLength, 'a length such as `18mm`', { type: 'string' });
const MARGINS = {
  top: 'the margin of the PDF above the text, such as `18mm`',
  bottom: 'below it',
  inner: 'on the side where the book is bound',
  outer: 'on the other side',
};

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
    'the name of the files, without `.epub` and `.pdf`; the usual one is made from the title',
  ),
  defineKey(
    'books.identifier',
    'books.identifier',
    text,
    '',
    'of the book as a file, such as `urn:isbn:9780000000000`; the usual one is made from the address',
  ),
  defineKey('books.publisher', 'books.publisher', text, '', 'who publishes the book as a file'),
  defineKey('books.edition', 'books.edition', text, '', 'the edition, as the title page names it'),
  defineKey(
    'books.cover',
    'books.cover',
    text,
    '',
    'a picture below `content/` or `static/` for the cover of the EPUB; without it, one is made',
  ),
  defineKey(
    'books.pageSource',
    'books.pageSource',
    text,
    '',
    'the printed edition whose [page marks](../chapters/shortcodes.md#pagemark) the text has, such as `urn:isbn:9780000000000`',
  ),
  defineKey(
    'books.writing',
    'books.writing',
    oneOf(['horizontal', 'vertical']),
    'horizontal',
    'how the lines of an EPUB run; `vertical` for Japanese and Chinese',
  ),
  defineKey(
    'books.untranslated',
    'books.untranslated',
    flag,
    true,
    'chapters that a language shows untranslated are in its book as well',
  ),
  defineKey(
    'books.chaptersOn',
    'books.chaptersOn',
    oneOf(['any', 'right', 'left']),
    'any',
    'the side that a chapter begins on in the PDF, after a blank page where need be',
  ),
  defineKey(
    'pdf.size',
    'paper.size',
    valueKind(readPaperSize, '`a5`, `6x9`, `a4`, `letter`, or a width and a height such as `135mmx210mm`', {
      type: 'string',
    }),
    PAPER_SIZES['a5'] ?? { width: 148, height: 210 },
    'the size of the pages of the PDF: `a5`, `6x9`, `a4`, `letter`, or a width and a height such as `135mmx210mm`',
    { usual: '`a5`' },
  ),
  ...(['top', 'bottom', 'inner', 'outer'] as const).map((side) =>
    defineKey(`pdf.margins.${side}`, `paper.margins.${side}`, margin, null, MARGINS[side], {
      usual: 'in proportion to the size',
    }),
  ),
  defineKey(
    'pdf.text',
    'paper.text',
    valueKind(readTextSize, 'a size such as `10.5pt`', { type: 'string' }),
    10.5,
    'the size of the text of the PDF',
    { usual: '`10.5pt`' },
  ),
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

/** Points. */
function readTextSize(value: PlainValue): number | null {
  const length = readLength(value);
  const points = length === null ? 0 : Math.round((length * 72 * 100) / 25.4) / 100;
  return points >= 5 && points <= 40 ? points : null;
}

/** Hugo's themes take a name, or `name` and `email` below it. */
function readAuthor(value: PlainValue): string | null {
  const name = isMap(value) ? (value['name'] ?? '') : value;
  return typeof name === 'string' ? name : null;
}
