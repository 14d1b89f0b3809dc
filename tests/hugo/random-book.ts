import fc from 'fast-check';
import type { Archive } from './archive.js';

/** A line of the configuration or of a front matter. */
type Line = string;

const pick = (...values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);

const dates = pick(
  '2024-01-02',
  '2023-05-06T07:08:09Z',
  '2023-05-06T07:08:09+02:00',
  '"2022-03-04"',
  '"2021-10-11 12:13:14"',
  '2099-01-01',
);
const words = pick('Ink', 'ink', '"Two Words"', '"a/b"', 'été', '"Über Maß"', '3', 'x_y', '"J. Moxon"');
const lists = fc.array(words, { minLength: 1, maxLength: 3 }).map((items) => `[${items.join(', ')}]`);

/** Lines of a front matter; values that are errors by content rule 19 are left out. */
const keys: fc.Arbitrary<Line> = fc.oneof(
  pick('0', '1', '2', '-1', '"3"', '2.7').map((weight) => `weight: ${weight}`),
  dates.map((date) => `date: ${date}`),
  dates.map((date) => `lastmod: ${date}`),
  dates.map((date) => `publishDate: ${date}`),
  pick('2020-01-01', '2099-01-01').map((date) => `expiryDate: ${date}`),
  words.map((word) => `linkTitle: ${word}`),
  words.map((word) => `slug: ${word}`),
  pick('true', 'false').map((draft) => `draft: ${draft}`),
  fc.constant('published: 2024-01-01'),
  lists.map((list) => `tags: ${list}`),
  words.map((word) => `tags: ${word}`),
  lists.map((list) => `categories: ${list}`),
  pick('1', '-2', '5').map((weight) => `tags_weight: ${weight}`),
  lists.map((list) => `keywords: ${list}`),
  pick('always', 'local', 'never').map((list) => `build: {list: ${list}}`),
  pick('always', 'link', 'never').map((render) => `build: {render: ${render}}`),
  pick('true', 'false').map((flag) => `build: {publishResources: ${flag}}`),
  fc.constant('headless: true'),
  words.map((word) => `params: {mood: ${word}, Own: [1, a]}`),
  words.map((word) => `Mood: ${word}`),
  pick('main', '[main, foot]', '{main: {weight: 3, name: Named}}').map((menus) => `menus: ${menus}`),
  pick('main', 'foot').map((menu) => `menu: ${menu}`),
  pick('x/:slug', '/made/:title/', '/made/:year/:contentbasename', 'y.html', '/deep/:sections/z').map(
    (url) => `url: ${url}`,
  ),
  fc.nat(999).map((number) => `aliases: [old-${number}, /older-${number}.html]`),
  pick('essay', 'docs').map((type) => `type: ${type}`),
  fc.constant('resources: [{src: "*.txt", name: "n-:counter", title: T, params: {a: 1}}]'),
);

/** Where a section is held back, what becomes of its pages and files differs on purpose. */
const holding = /^(?:draft|expiryDate|headless)|^(?:\w*date|lastmod): 2099|render/i;

const targets = pick(
  '',
  'target: {kind: page}',
  'target: {kind: section}',
  'target: {kind: "{home,term}"}',
  'target: {path: /p/**}',
  'target: {path: "{/p,/q-two/*}"}',
  '_target: {path: /tags/*}',
);
const group = fc
  .tuple(
    // Aliases of several pages that are the same: which of them leads on is by chance.
    keys.filter((line) => !holding.test(line) && !line.startsWith('aliases')),
    targets,
  )
  .map(([key, target]) => `{${key}${target === '' ? '' : `, ${target}`}}`);
const cascade = fc
  .array(group, { minLength: 1, maxLength: 2 })
  .map((groups): Line => `cascade: [${groups.join(', ')}]`);

const head = fc.tuple(
  fc.uniqueArray(keys, { maxLength: 4, selector: keyOf }),
  fc.option(cascade, { freq: 6, nil: null }),
);

const settings: fc.Arbitrary<Line> = fc.oneof(
  pick('true', 'false').map((ugly) => `uglyURLs: ${ugly}`),
  pick('/:sections/:slug/', '/:year/:title/', '/b/:contentbasename').map(
    (pattern) => `permalinks: {page: {p: ${pattern}}}`,
  ),
  pick('/s/:sectionslug', '/:sections[last]/x').map((pattern) => `permalinks: {section: {p: ${pattern}}}`),
  pick('/t/:slug/', '/:title').map((pattern) => `permalinks: {term: {tags: ${pattern}}}`),
  pick(
    'disablePathToLower: true',
    'removePathAccents: true',
    'capitalizeListTitles: false',
    'pluralizeListTitles: false',
  ),
  pick('sectionPagesMenu: main', 'titleCaseStyle: chicago', 'timeZone: Europe/Rome'),
  pick('[term]', '[taxonomy]').map((kinds) => `disableKinds: ${kinds}`),
  pick('{tag: tags}', '{keyword: keywords, tag: tags}').map((names) => `taxonomies: ${names}`),
  pick('{date: [":filename", ":default"]}', '{lastmod: [date]}').map((chains) => `frontmatter: ${chains}`),
  cascade,
);

const folders = ['', 'p/', 'Q Two/', 'p/deep/', 'p/deep/er/', 'été/'];
const names = ['a.md', 'B c.md', '2024-03-04-dated.md', 'über.md', 'x.y.md', 'J_K.md', 'bundle/index.md'];
const branches = [
  '_index.md',
  'p/_index.md',
  'p/deep/_index.md',
  'Q Two/_index.md',
  'tags/_index.md',
  'tags/ink/_index.md',
];
const files = ['p/f.txt', 'p/bundle/g.txt', 'bundle/sub/h.txt', 'Q Two/i.txt'];

const paths = fc.tuple(
  fc.uniqueArray(
    fc.tuple(pick(...folders), pick(...names)).map((parts) => parts.join('')),
    { minLength: 1, maxLength: 7 },
  ),
  fc.subarray(branches),
  fc.subarray(files),
);

/** In Hugo a feed takes the address of its page from it, where that names a file: there are none. */
const outputs = ['home', 'section', 'taxonomy', 'term'].map((kind) => `${kind}: [html]`);
const site: readonly Line[] = [
  'baseURL: https://example.org/',
  'title: The Book',
  `outputs: {${outputs.join(', ')}}`,
];

/** A small Hugo site whose keys are mixed at random: chapters with titles of their own, sections, files, settings. */
export const randomBook: fc.Arbitrary<Archive> = fc
  .tuple(
    paths,
    fc.array(head, { minLength: 13, maxLength: 13 }),
    fc.uniqueArray(settings, { maxLength: 3, selector: keyOf }),
  )
  .map(([[chapters, sections, others], heads, lines]) => {
    const texts = [...chapters, ...sections].map((path, at): [string, string] => {
      const [keys = [], cascaded = null] = heads[at] ?? [];
      const own = path.endsWith('_index.md')
        ? keys.filter((line) => !holding.test(line) && !line.startsWith('aliases'))
        : keys;
      const all = [`title: ${titles[at]}`, ...own, ...(cascaded === null ? [] : [cascaded])];
      return [`content/${path}`, `---\n${all.join('\n')}\n---\n\nText.\n`];
    });
    return {
      'hugo.yaml': `${[...site, ...lines].join('\n')}\n`,
      ...Object.fromEntries(texts),
      ...Object.fromEntries(others.map((path) => [`content/${path}`, 'file\n'])),
    };
  });

const titles =
  'Zebra apple Éclair "10" "9 Lives" mango Mango "über all" Ox ink "The Fox" Kiwi "a-b"'.match(
    /"[^"]*"|\S+/g,
  ) ?? [];

function keyOf(line: Line): string {
  return line.split(':', 1)[0]?.toLowerCase() ?? '';
}
