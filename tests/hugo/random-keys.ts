import fc from 'fast-check';

/** A line of YAML: a key, and its value in flow style. */
export type Line = string;

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
export const keys: fc.Arbitrary<Line> = fc.oneof(
  pick('0', '1', '2', '-1', '"3"', '2.7').map((weight) => `weight: ${weight}`),
  dates.map((date) => `date: ${date}`),
  dates.map((date) => `lastmod: ${date}`),
  dates.map((date) => `publishDate: ${date}`),
  fc.tuple(pick('pubdate', 'modified'), dates).map(([key, date]) => `${key}: ${date}`),
  fc
    .tuple(pick('expiryDate', 'unpublishdate'), pick('2020-01-01', '2099-01-01'))
    .map(([key, date]) => `${key}: ${date}`),
  words.map((word) => `linkTitle: ${word}`),
  words.map((word) => `slug: ${word}`),
  words.map((word) => `description: ${word}`),
  pick('"*Sum* up"', '"One.\\n\\nTwo."', '3', '""').map((summary) => `summary: ${summary}`),
  pick('true', 'false').map((draft) => `draft: ${draft}`),
  fc.constant('published: 2024-01-01'),
  lists.map((list) => `tags: ${list}`),
  words.map((word) => `tags: ${word}`),
  lists.map((list) => `categories: ${list}`),
  fc
    .tuple(pick('tags', 'categories'), pick('1', '-2', '5'))
    .map(([taxonomy, weight]) => `${taxonomy}_weight: ${weight}`),
  lists.map((list) => `keywords: ${list}`),
  pick('always', 'local', 'never').map((list) => `build: {list: ${list}}`),
  pick('always', 'link', 'never').map((render) => `build: {render: ${render}}`),
  pick('true', 'false').map((flag) => `build: {publishResources: ${flag}}`),
  fc.constant('headless: true'),
  words.map((word) => `params: {mood: ${word}, Own: [1, a], Deep: {Er: ${word}}}`),
  words.map((word) => `Mood: ${word}`),
  // A key that a configuration may ask for a date.
  fc.constant('issued: "2019-08-07"'),
  pick(
    'main',
    '[main, foot]',
    '{main: {weight: 3, name: Named}}',
    '{main: {parent: Top, identifier: low}, foot: {}}',
    '{foot: {parent: low, title: T, params: {icon: x}}, main: {pre: "<b>", url: /elsewhere/}}',
  ).map((menus) => `menus: ${menus}`),
  pick('main', 'foot').map((menu) => `menu: ${menu}`),
  pick('x/:slug', '/made/:title/', '/made/:year/:contentbasename', 'y.html', '/deep/:sections/z').map(
    (url) => `url: ${url}`,
  ),
  fc.nat(999).map((number) => `aliases: [old-${number}, /older-${number}.html]`),
  pick('essay', 'docs').map((type) => `type: ${type}`),
  pick('k', 'm').map((key) => `translationKey: ${key}`),
  fc.constant('isCJKLanguage: true'),
  pick(
    '{src: "*.txt", name: "n-:counter", title: T, params: {a: 1}}',
    '{src: "**.TXT", title: ":counter"}, {src: "sub/*", name: below, params: {B: [x]}}',
    '{src: f.txt, name: "F :counter"}, {src: "*", title: "All :counter", params: {a: 2}}',
  ).map((entries) => `resources: [${entries}]`),
);

/** Where a section is held back, what becomes of its pages and files differs on purpose. */
export const holding =
  /^(?:draft|expiryDate|unpublishdate|headless)|^(?:\w*date|lastmod|modified): 2099|render/i;

const targets = pick(
  '',
  'target: {kind: page}',
  'target: {kind: section}',
  'target: {kind: "{home,term}"}',
  'target: {path: /p/**}',
  'target: {path: "{/p,/q-two/*}"}',
  'target: {path: "/{p,q-two}/**", kind: "{page,section}"}',
  'target: {path: /P/Deep}',
  'target: {path: "**"}',
  'target: {environment: production}',
  'target: {environment: development}',
  'target: {sites: {matrix: {languages: [fr]}}}',
  '_target: {path: /tags/*}',
);
const group = fc
  .tuple(
    // Aliases of several pages that are the same: which of them leads on is by chance.
    keys.filter((line) => !holding.test(line) && !/^(?:aliases|translationKey)/.test(line)),
    targets,
  )
  .map(([key, target]) => `{${key}${target === '' ? '' : `, ${target}`}}`);

export const cascade: fc.Arbitrary<Line> = fc
  .array(group, { minLength: 1, maxLength: 2 })
  .map((groups) => `cascade: [${groups.join(', ')}]`);

const permalinks = fc
  .uniqueArray(
    fc.oneof(
      fc
        .tuple(
          pick('p', 'q-two', 'été', '/'),
          pick('/:sections/:slug/', '/:year/:title/', '/b/:contentbasename'),
        )
        .map(([section, pattern]) => `page: {${section}: ${pattern}}`),
      pick('/s/:sectionslug', '/:sections[last]/x').map((pattern) => `section: {p: ${pattern}}`),
      pick('/t/:slug/', '/:title').map((pattern) => `term: {tags: ${pattern}}`),
      pick('/all/:section', '/:slug/').map((pattern) => `taxonomy: {tags: ${pattern}}`),
      pick('/bare/:section/:slug').map((pattern) => `p: ${pattern}`),
    ),
    // Which of two patterns for the pages of one section counts is by chance in Hugo.
    { minLength: 1, maxLength: 3, selector: (line) => keyOf(line).replace(/^p$/, 'page') },
  )
  .map((kinds) => `permalinks: {${kinds.join(', ')}}`);

const entries = pick(
  '{name: Top, url: /u/, weight: 2}',
  '{name: Section, pageRef: /p, weight: -1}',
  '{name: By title, pageRef: /a, title: Said, params: {Icon: x}}',
  '{identifier: low, name: Low, url: "#low", parent: Top, pre: "<i>", post: "</i>"}',
  '{identifier: p, name: Own, url: https://x.org/}',
);
const menus = fc
  .uniqueArray(entries, { minLength: 1, maxLength: 4 })
  .chain((chosen) => pick('main', 'foot').map((menu) => `menus: {${menu}: [${chosen.join(', ')}]}`));

/** Lines of a configuration. */
export const settings: fc.Arbitrary<Line> = fc.oneof(
  pick('true', 'false').map((ugly) => `uglyURLs: ${ugly}`),
  permalinks,
  pick(
    '[{target: {kind: section, path: "/p/**"}, pattern: /ls/:sections}, {target: {path: "{/p,/été}/**"}, pattern: /lp/:slug}]',
    '[{target: {kind: term}, pattern: /lt/:title}, {pattern: "/rest/:sections/:contentbasename", target: {kind: page}}]',
  ).map((list) => `permalinks: ${list}`),
  menus,
  pick(
    'disablePathToLower: true',
    'removePathAccents: true',
    'capitalizeListTitles: false',
    'pluralizeListTitles: false',
  ),
  pick('sectionPagesMenu: main', 'titleCaseStyle: chicago', 'timeZone: Europe/Rome'),
  pick('[term]', '[taxonomy]').map((kinds) => `disableKinds: ${kinds}`),
  pick('{tag: tags}', '{keyword: keywords, tag: tags}').map((names) => `taxonomies: ${names}`),
  pick('{date: [":filename", ":default"]}', '{lastmod: [date]}', '{publishDate: [issued, ":default"]}').map(
    (chains) => `frontmatter: ${chains}`,
  ),
  cascade,
);

/** Lines for books in several languages, the second for their configuration: a chapter's cascade stays in its language. */
export const forLanguages = /^translationKey|sites:/;
export const forConfiguration = /sites:/;

/** The key of a line, in lower case. */
export function keyOf(line: Line): string {
  return line.split(':', 1)[0]?.toLowerCase() ?? '';
}
