import { readInteger } from '../../formats/integer.js';
import type { PlainValue } from '../../formats/plain.js';
import { readSwitch } from '../../formats/switch.js';
import { allMends } from '../../model/mend.js';
import { headingIdTypes } from '../../url/heading-slug.js';
import { type ConfigKey, defineAlias, defineKey, defineRule } from '../config-key.js';
import { mendForm, readMends } from '../read-mends.js';
import { readTypographer, typographerForm } from '../typographer-marks.js';
import { flag, oneOf, valueKind, wholeNumber } from './kinds.js';

/** Of headings. Hugo takes any number for the end, and themes write 9 for all of them. */
const DEEPEST = 6;

const idType = defineKey(
  'markup.goldmark.parser.autoIDType',
  'markdown.headingIds',
  oneOf(headingIdTypes),
  'github',
  'how ids are made of headings: `github`; `github-ascii`, without accents and other letters than a to z; `blackfriday`, with one hyphen for whatever is no letter. `markup.goldmark.parser.autoHeadingIDType` is an older name',
);

/** How Markdown is read beyond the constructs that can be switched (Hugo's manual, "Configure markup"). */
export const markdownKeys: readonly ConfigKey[] = [
  defineKey(
    'markdown.parser',
    'markdown.parser',
    oneOf(['satteri', 'remark']),
    'satteri',
    'the parser: `satteri`, or the slower `remark`, which gives the same result',
  ),
  defineKey(
    'markdown.joints',
    'markdown.joints',
    valueKind(readJoints, 'a list of words: `[match-box, withheld]`', {
      type: 'array',
      items: { type: 'string' },
    }),
    [],
    'words that are [split at line ends](../chapters/extracted-text.md#words-split-over-lines) and could be read in two ways, as they are to be printed: `[match-box, withheld]`; `short- und` keeps hyphen and blank',
    { usual: '' },
  ),
  defineKey(
    'text.mend',
    'markdown.mend',
    valueKind(readMends, mendForm, { type: ['boolean', 'object'] }),
    allMends,
    'what pages set right of [extracted text](../chapters/extracted-text.md#what-pages-set-right) without touching the file: `false` for nothing, or a group with kinds by name, each `true`, `false`, or patterns for the chapters where it is done, `!` before those where it is not',
    { usual: '`true`' },
  ),
  defineKey(
    'markup.goldmark.renderer.unsafe',
    'markdown.unsafe',
    flag,
    false,
    'let HTML in chapters through; for books whose chapters you trust',
  ),
  defineKey(
    'markup.goldmark.extensions.typographer',
    'typographer',
    valueKind(readTypographer, typographerForm, { type: ['boolean', 'object'] }),
    { isOn: true, marks: {} },
    "curly quotes, dashes and ellipses; Hugo's group of [marks](#marks) works too",
    { usual: '`true`' },
  ),
  defineKey(
    'markup.goldmark.renderer.hardWraps',
    'markdown.hardWraps',
    flag,
    false,
    'a new line in the text is one on the page',
  ),
  defineAlias('markup.goldmark.parser.autoHeadingIDType', idType),
  idType,
  // Read after the type of the ids that it switches off.
  defineRule(
    'markup.goldmark.parser.autoHeadingID',
    flag.schema,
    (settings, value) => {
      const on = readSwitch(value);
      if (on === false) settings.markdown = { ...settings.markdown, headingIds: 'none' };
      return on === null ? '`true` or `false`' : null;
    },
    'headings get ids',
    '`true`',
  ),
  defineKey(
    'markup.goldmark.parser.autoDefinitionTermID',
    'markdown.termIds',
    flag,
    false,
    'terms of definition lists get ids, too',
  ),
  defineKey(
    'markup.tableOfContents.startLevel',
    'outline.from',
    level((number) => Math.max(number, 1)),
    2,
    "the highest level of headings that a page's outline shows; anything above 6 is 6",
  ),
  // As in Hugo: an end below all levels is none.
  defineKey(
    'markup.tableOfContents.endLevel',
    'outline.to',
    level((number) => (number < 0 ? DEEPEST : number)),
    3,
    'the deepest of them',
  ),
  defineKey(
    'hasCJKLanguage',
    'markdown.hasCjk',
    flag,
    true,
    "Chinese, Japanese and Korean are counted by characters; `false` counts what stands between spaces. A chapter's [isCJKLanguage](../chapters/front-matter.md#iscjklanguage) goes over it",
  ),
  defineKey(
    'build.timeout',
    'markdown.timeout',
    valueKind(readSeconds, 'a number of seconds, 3600 at most', { type: 'number', maximum: 3600 }),
    10_000,
    'seconds of work that one chapter may take; after that it is given up with [`markdown/too-slow`](../diagnostics/markdown.md#markdowntoo-slow)',
    { usual: '`10`' },
  ),
  defineKey(
    'summaryLength',
    'markdown.summaryLength',
    wholeNumber(1, 'a number of words'),
    70,
    'how many words the automatic summary reaches before it ends with its paragraph',
  ),
];

function level(bound: (number: number) => number) {
  const read = (value: PlainValue) => {
    const number = readInteger(value);
    return number === null ? null : Math.min(bound(number), DEEPEST);
  };
  return valueKind(read, 'a level from 1 on', { type: 'integer' });
}

/** Milliseconds. */
function readSeconds(value: PlainValue): number | null {
  const seconds = Number(value);
  return seconds > 0 && seconds <= 3600 ? seconds * 1000 : null;
}

/** With a blank only after a hyphen that hangs. */
const joint = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’‐-]*(?:- [\p{L}\p{M}\p{N}'’‐-]+)?$/u;

function readJoints(value: PlainValue): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const words: readonly PlainValue[] = value;
  return words.every((word) => typeof word === 'string' && joint.test(word)) ? words.map(String) : null;
}
