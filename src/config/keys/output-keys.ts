import { isMap, type PlainValue } from '../../formats/plain.js';
import { isFrequency, listFrequencies, readPriority } from '../../formats/sitemap-values.js';
import { readSwitch } from '../../formats/switch.js';
import { type ConfigKey, defineAlias, defineElsewhere, defineKey } from '../config-key.js';
import { flag, negated, valueKind, wholeNumber, wordsSchema } from './kinds.js';

/** Formats that only Hugo has are as good as absent: a site with its own search index of old builds all the same. */
const formats = valueKind(readFormats, 'a list of formats such as `html` and `rss`', wordsSchema);

/** -1 is Hugo's way to say "all". */
const feedLimit = defineKey(
  'services.rss.limit',
  'feedLimit',
  wholeNumber(-1, 'a number of chapters'),
  -1,
  'at most so many chapters in a feed; -1 is all of them. `rssLimit` is an older name',
);

const listed = 'a feed of its own for each, `index.xml` beside its page';
const lists = { usual: '`[html]`, under `compat: hugo` `[html, rss]`' };

/** The files of a site that are no pages. */
export const outputKeys: readonly ConfigKey[] = [
  defineKey(
    'outputs.home',
    'outputs.home',
    formats,
    ['html', 'rss', 'llms'],
    "`rss`: the feed `index.xml`, newest chapter first. `llms`: `llms.txt`, the book's contents with descriptions. `print`: `print/`, the whole book in one page ([more](../start/readers.md#on-paper))",
  ),
  defineKey(
    'outputs.section',
    'outputs.section',
    formats,
    null,
    `\`rss\`: ${listed}, with the chapters of the section`,
    lists,
  ),
  defineKey('outputs.taxonomy', 'outputs.taxonomy', formats, null, `\`rss\`: ${listed}`, lists),
  defineKey(
    'outputs.term',
    'outputs.term',
    formats,
    null,
    `\`rss\`: ${listed}, with the chapters of the term`,
    lists,
  ),
  defineKey(
    'outputs.page',
    'outputs.page',
    formats,
    [],
    '`markdown`: the Markdown of each chapter beside its page, as `index.md`',
    { usual: '`[html]`' },
  ),
  defineKey(
    'enableRobotsTXT',
    'hasRobots',
    flag,
    false,
    'a `robots.txt` that lets everyone in and names the sitemap',
  ),
  defineKey(
    'search',
    'search',
    flag,
    true,
    'readers can search the book; `false` makes no index and no button',
  ),
  defineAlias('rssLimit', feedLimit),
  feedLimit,
  defineKey(
    'disableHugoGeneratorInject',
    'namesProgram',
    negated,
    true,
    'the front page does not name Octavo and its version in `<meta name="generator">`',
    { usual: '`false`' },
  ),
  defineKey(
    'copyright',
    'copyright',
    valueKind((value) => (typeof value === 'object' ? null : String(value)), 'text', { type: 'string' }),
    '',
    'a line for the feed, and `site.copyright` in templates',
  ),
  // Empty is Hugo's own default.
  defineKey(
    'sitemap.changefreq',
    'sitemap.changefreq',
    valueKind((value) => (value === '' || isFrequency(value) ? value : null), listFrequencies(), {
      type: 'string',
    }),
    '',
    'how often pages change: `always`, `hourly`, `daily`, `weekly`, `monthly`, `yearly` or `never`',
  ),
  defineKey(
    'sitemap.priority',
    'sitemap.priority',
    valueKind(readPriority, 'a number from 0 to 1', { type: 'number', minimum: -1, maximum: 1 }),
    -1,
    'the rank of pages, from 0 to 1; -1 says nothing',
  ),
  defineKey(
    'sitemap.disable',
    'sitemap.disable',
    flag,
    false,
    'leave pages out whose front matter does not say otherwise',
  ),
  defineKey(
    'sitemap.filename',
    'sitemap.filename',
    valueKind(readFileName, 'a name such as `sitemap.xml`', { type: 'string' }),
    'sitemap.xml',
    'its name',
  ),
  // Hugo's other keys there ask for less than is so without asking: pages have no players and no scripts of others.
  defineKey(
    'privacy',
    'disabledServices',
    valueKind(readDisabled, 'a group of services, such as `youtube: { disable: true }`,', { type: 'object' }),
    [],
    "with `disable: true` below `youtube`, `vimeo`, `instagram` or `x` their shortcodes print nothing. Hugo's other keys there (`simple`, `enableDNT`, `privacyEnhanced`) ask for less than what is so anyway",
  ),
  defineElsewhere('params', { type: 'object' }, 'none', 'values of your own, for templates: `site.params`'),
];

function readFormats(value: PlainValue): readonly string[] | null {
  const found: readonly PlainValue[] = Array.isArray(value) ? value : [value];
  return found.every((format) => typeof format === 'string')
    ? found.map((format) => String(format).toLowerCase())
    : null;
}

function readFileName(value: PlainValue): string | null {
  return typeof value === 'string' && /^\w[\w.-]*\.xml$/i.test(value) ? value : null;
}

function readDisabled(value: PlainValue): readonly string[] | null {
  if (!isMap(value)) return null;
  const services = Object.entries(value);
  if (!services.every(([, keys]) => isMap(keys) && isSwitch(keys['disable']))) return null;
  return (
    services
      .filter(([, keys]) => isMap(keys) && readSwitch(keys['disable']) === true)
      // The older name of the service.
      .map(([name]) => (name === 'twitter' ? 'x' : name))
      .sort()
  );
}

function isSwitch(value: PlainValue | undefined): boolean {
  return value === undefined || readSwitch(value) !== null;
}
