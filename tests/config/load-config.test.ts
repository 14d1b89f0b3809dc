import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type ConfigRequest, loadConfig } from '../../src/config/load-config.js';
import { allMends } from '../../src/model/mend.js';
import { defaultConfig } from '../support/default-config.js';

const scratch = mkdtempSync(join(tmpdir(), 'octavo-config-'));
after(() => rmSync(scratch, { recursive: true }));

let books = 0;

/** Loads the configuration of a book that holds these files and nothing else. */
function load(files: Readonly<Record<string, string | Uint8Array>>, request: Partial<ConfigRequest> = {}) {
  books += 1;
  const book = join(scratch, String(books));
  mkdirSync(book);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(book, name), text);
  const { value, diagnostics } = loadConfig(book, { now: 0, ...request });
  const found = diagnostics.map((one) => [one.code, one.file, one.line, one.column, one.length]);
  return { config: value, diagnostics, found };
}

/** Without an address of the web there is neither sitemap nor feed. */
const bareConfig = {
  ...defaultConfig,
  outputs: { ...defaultConfig.outputs, feed: false, noFeeds: true, sitemap: false },
};

test('nothing is required', () => {
  assert.deepEqual(load({}).config, bareConfig);
  assert.deepEqual(loadConfig(join(scratch, 'missing'), { now: 0 }), {
    value: bareConfig,
    diagnostics: [],
  });
});

const whole = `
title: On Ferries
BaseURL: https://example.org/ferries
languageCode: en-gb
timeZone: Europe/Paris
compat: hugo
theme: lantern
refLinksErrorLevel: WARNING
refLinksNotFoundURL: /gone/
summaryLength: 40
build: { timeout: 0.5 }
hasCJKLanguage: false
buildDrafts: true
buildFuture: true
buildExpired: true
pluralizeListTitles: false
capitalizeListTitles: false
markdown: {parser: remark, joints: [match-box, withheld]}
markup:
  goldmark:
    renderer:
      unsafe: true
    extensions:
      typographer:
        disable: true
diagnostics:
  front-matter/invalid-weight: warning
  front-matter/unread-draft: "off"
outputs: {home: [html, json, Print], page: [HTML, Markdown], term: [html]}
enableRobotsTXT: true
relativeURLs: true
canonifyURLs: true
publishDir: docs
cleanDestinationDir: true
panicOnWarning: true
disableHugoGeneratorInject: true
disableKinds: [404]
disableDefaultLanguageRedirect: true
text: {mend: {verse: false, numbers: 'sayings/**'}}
params:
  Author: A. Writer
  description: A book
  deep: {Key: 1}
`;

test('every key finds its place', () => {
  const { config, found } = load({ 'octavo.yaml': whole });
  assert.deepEqual(found, []);
  assert.deepEqual(JSON.parse(JSON.stringify(config)), {
    title: 'On Ferries',
    author: 'A. Writer',
    description: 'A book',
    language: 'en-GB',
    place: {
      key: 'en',
      label: 'British English',
      direction: 'ltr',
      collation: 'en-GB',
      folder: '',
      main: 'en',
      keys: [],
      rank: 0,
    },
    others: [],
    showUntranslated: false,
    baseUrl: 'https://example.org/ferries/',
    basePath: '/ferries/',
    relativeUrls: true,
    wholeUrls: true,
    search: true,
    timeZone: 'Europe/Paris',
    environment: 'production',
    folders: defaultConfig.folders,
    themes: ['themes/lantern', '_vendor/lantern'],
    cascade: null,
    compat: 'hugo',
    publish: { drafts: true, future: true, expired: true, now: 0 },
    publication: { folder: 'docs', takeOver: true, failOnWarnings: true },
    markdown: {
      parser: 'remark',
      unsafe: true,
      typographer: false,
      marks: {},
      hardWraps: false,
      headingIds: 'github',
      termIds: false,
      joints: ['match-box', 'withheld'],
      mend: { ...allMends, verse: false, numbers: ['sayings/**'] },
      summaryLength: 40,
      timeout: 500,
      hasCjk: false,
      highlight: defaultConfig.markdown.highlight,
      constructs: defaultConfig.markdown.constructs,
    },
    titles: { pluralize: false, capitalize: false, spaces: false, style: 'ap' },
    addresses: {
      permalinks: [],
      uglyUrls: false,
      keepCase: false,
      removeAccents: false,
      redirects: true,
      mainRedirect: false,
    },
    disabledKinds: [],
    ignoredFiles: [],
    gitInfo: false,
    dates: {},
    taxonomies: ['categories', 'tags'],
    volumes: { patterns: [], place: null },
    books: {
      ...{ name: '', identifier: '', publisher: '', edition: '', cover: '', pageSource: '' },
      ...{ writing: 'horizontal', untranslated: true, chaptersOn: 'any' },
    },
    paper: {
      size: { width: 148, height: 210 },
      margins: { top: null, bottom: null, inner: null, outer: null },
      text: 10.5,
    },
    menus: {},
    sectionPagesMenu: '',
    outline: { from: 2, to: 3 },
    generator: '',
    copyright: '',
    disabledServices: [],
    outputs: {
      feed: false,
      listFeeds: ['section', 'taxonomy'],
      noFeeds: false,
      feedLimit: null,
      sitemap: true,
      print: true,
      epub: false,
      pdf: false,
      llms: false,
      markdown: true,
      robots: true,
    },
    sitemap: defaultConfig.sitemap,
    references: { severity: 'warning', notFound: '/gone/' },
    severities: { 'front-matter/invalid-weight': 'warning', 'front-matter/unread-draft': 'off' },
    params: { Author: 'A. Writer', description: 'A book', deep: { Key: 1 } },
  });
});

test('TOML and JSON say the same', () => {
  const toml = 'title = "T"\n[markup.goldmark.renderer]\nunsafe = true\n[params]\nKey = 1\n';
  const json = '{"title": "T", "markup": {"goldmark": {"renderer": {"unsafe": true}}}, "params": {"Key": 1}}';
  const fromToml = load({ 'octavo.toml': toml });
  const fromJson = load({ 'octavo.json': json });
  assert.deepEqual([fromToml.found, fromToml.config], [fromJson.found, fromJson.config]);
  assert.deepEqual([fromToml.config.markdown.unsafe, fromToml.config.title], [true, 'T']);
});

test('the first file in the order of names is read, alone', () => {
  const order = [
    'octavo.yaml',
    'octavo.yml',
    'octavo.toml',
    'octavo.json',
    'hugo.toml',
    'hugo.yaml',
    'hugo.yml',
  ];
  const names = [...order, 'hugo.json', 'config.toml', 'config.yaml', 'config.yml', 'config.json'];
  for (let first = 0; first < names.length; first += 1) {
    const rest = names.slice(first);
    const { config } = load(Object.fromEntries(rest.map((name) => [name, writeTitle(name)])));
    assert.equal(config.title, rest[0]);
    assert.equal(config.compat, rest[0]?.startsWith('octavo') ? 'strict' : 'hugo');
  }
});

function writeTitle(name: string): string {
  if (name.endsWith('toml')) return `title = "${name}"`;
  return name.endsWith('json') ? `{"title": "${name}"}` : `title: ${name}`;
}

test('`compat: strict` holds for a site of Hugo, too', () => {
  assert.equal(load({ 'hugo.yaml': 'compat: strict' }).config.compat, 'strict');
});

test('flags win over the file, also to switch off', () => {
  const file = { 'octavo.yaml': 'buildDrafts: true\nbaseURL: https://x.org/' };
  const { config } = load(file, { drafts: false, future: true, baseUrl: '/preview' });
  assert.deepEqual(config.publish, { drafts: false, future: true, expired: false, now: 0 });
  assert.deepEqual([config.baseUrl, config.basePath], ['', '/preview/']);
  assert.equal(load(file, { drafts: undefined, baseUrl: undefined }).config.publish.drafts, true);
});

const addresses: readonly (readonly [string, string, string])[] = [
  ['https://x.org', 'https://x.org/', '/'],
  ['https://X.org/a b'.replace(' ', '%20'), 'https://x.org/a%20b/', '/a%20b/'],
  ['http://x.org:8080/book', 'http://x.org:8080/book/', '/book/'],
  ['https://x.org/a/../b/', 'https://x.org/b/', '/b/'],
  ['/', '', '/'],
  ['/book', '', '/book/'],
  ['/bücher/', '', '/b%C3%BCcher/'],
  ['', '', '/'],
];

for (const [written, baseUrl, basePath] of addresses) {
  test(`the base address \`${written}\``, () => {
    const { config, found } = load({ 'octavo.json': JSON.stringify({ baseURL: written }) });
    assert.deepEqual([found, config.baseUrl, config.basePath], [[], baseUrl, basePath]);
  });
}

const badAddresses = [
  'book/',
  'x.org',
  '//x.org/',
  'ftp://x.org/',
  'https://',
  'https:///x',
  'javascript:alert(1)',
  'https://x.org/?q',
  'https://x.org/#a',
  'https://u:p@x.org/',
  '/a b/',
  '/a\\b',
  '/a"><script>',
];

for (const written of badAddresses) {
  test(`\`${written}\` is no base address`, () => {
    const { config, found } = load({ 'octavo.json': JSON.stringify({ baseURL: written }) });
    const length = JSON.stringify(written).length;
    assert.deepEqual(found, [['config/invalid-value', 'octavo.json', 1, 12, length]]);
    assert.deepEqual([config.baseUrl, config.basePath], ['', '/']);
    assert.equal(load({}, { baseUrl: written }).diagnostics[0]?.code, 'config/invalid-value');
  });
}

const faults: readonly (readonly [
  name: string,
  text: string,
  code: string,
  line: number,
  column: number,
  length: number,
])[] = [
  ['octavo.yaml', 'a: 1\ntitle: b: c', 'config/invalid-syntax', 2, 9, 1],
  ['octavo.yaml', 'title: a\nTITLE: b', 'config/duplicate-key', 2, 1, 5],
  ['octavo.toml', 'title = x', 'config/invalid-syntax', 1, 9, 1],
  ['octavo.json', '{"title": "x",}', 'config/invalid-syntax', 1, 15, 1],
  ['octavo.yaml', 'title: [a]', 'config/invalid-value', 1, 8, 3],
  ['octavo.yaml', 'timeZone: Mars/Olympus', 'config/invalid-value', 1, 11, 12],
  ['octavo.yaml', 'permalinks: {p: "/:slag/"}', 'config/invalid-value', 1, 13, 14],
  ['octavo.yaml', 'permalinks: {chapter: {p: /x/}}', 'config/invalid-value', 1, 13, 19],
  ['octavo.yaml', 'permalinks: [{target: {kind: chapter}, pattern: /x/}]', 'config/invalid-value', 1, 13, 41],
  ['octavo.yaml', 'uglyURLs: sometimes', 'config/invalid-value', 1, 11, 9],
  ['octavo.yaml', 'disableKinds: [chapter]', 'config/invalid-value', 1, 15, 9],
  ['octavo.yaml', 'disableKinds: [404, 5]', 'config/invalid-value', 1, 15, 8],
  ['octavo.yaml', 'ignoreFiles: ["("]', 'config/invalid-value', 1, 14, 5],
  ['octavo.yaml', 'titleCaseStyle: shouting', 'config/invalid-value', 1, 17, 8],
  ['octavo.yaml', 'frontmatter: {day: [x]}', 'config/invalid-value', 1, 14, 10],
  ['octavo.yaml', 'locale: "not a tag"', 'config/invalid-value', 1, 9, 11],
  ['octavo.yaml', 'compat: jekyll', 'config/invalid-value', 1, 9, 6],
  ['octavo.yaml', 'buildDrafts: yes', 'config/invalid-value', 1, 14, 3],
  ['octavo.yaml', 'summaryLength: -1', 'config/invalid-value', 1, 16, 2],
  ['octavo.yaml', 'build:\n  timeout: soon', 'config/invalid-value', 2, 12, 4],
  ['octavo.yaml', 'author: [a, b]', 'config/invalid-value', 1, 9, 6],
  ['octavo.yaml', 'params: 5', 'config/invalid-value', 1, 9, 1],
  ['octavo.yaml', 'diagnostics: all', 'config/invalid-value', 1, 14, 3],
  [
    'octavo.yaml',
    'markup:\n  goldmark:\n    renderer:\n      unsafe: perhaps',
    'config/invalid-value',
    4,
    15,
    7,
  ],
  ['octavo.toml', '[markup.goldmark.extensions]\ntypographer = "no"', 'config/invalid-value', 2, 15, 4],
  ['octavo.json', '{"markdown":\n {"parser": "fast"}}', 'config/invalid-value', 2, 13, 6],
  ['octavo.yaml', 'markdown: {parser: fast}', 'config/invalid-value', 1, 11, 14],
  ['octavo.yaml', 'titel: x', 'config/unknown-key', 1, 1, 5],
  ['octavo.yaml', 'markup:\n  goldmark:\n    renderer:\n      unsave: true', 'config/unknown-key', 4, 7, 6],
  ['octavo.yaml', 'markdown:\n  engine: x', 'config/unknown-key', 2, 3, 6],
  ['octavo.yaml', 'mediaTypes: {}', 'config/unsupported-key', 1, 1, 10],
  ['octavo.yaml', 'markup:\n  highlight:\n    style: x', 'config/unsupported-key', 3, 5, 5],
  [
    'hugo.toml',
    '[markup.goldmark.renderer]\nduplicateResourceFiles = true',
    'config/unsupported-key',
    2,
    1,
    22,
  ],
  ['octavo.yaml', 'diagnostics:\n  link/nowhere: off', 'config/unknown-code', 2, 3, 12],
  ['octavo.yaml', 'diagnostics:\n  front-matter/invalid-date: warn', 'config/unknown-severity', 2, 30, 4],
  ['octavo.yaml', 'diagnostics:\n  front-matter/invalid-date: true', 'config/unknown-severity', 2, 30, 4],
];

for (const [name, text, code, line, column, length] of faults) {
  test(`${code} is placed in ${JSON.stringify(text)}`, () => {
    assert.deepEqual(load({ [name]: text }).found, [[code, name, line, column, length]]);
  });
}

test('a mistyped name is answered with the nearest', () => {
  const hint = (text: string) => load({ 'octavo.yaml': text }).diagnostics[0]?.hint ?? '';
  assert.match(hint('titel: x'), /`title`/);
  assert.match(hint('baseurll: x'), /`baseURL`/);
  assert.match(hint('parms: {}'), /`params`/);
  assert.match(hint('permalink: x'), /`permalinks`/);
  assert.match(
    hint('markup:\n  goldmark:\n    renderer:\n      unsave: true'),
    /`markup.goldmark.renderer.unsafe`/,
  );
  assert.match(hint('diagnostics:\n  front-matter/invalid-dates: off'), /`front-matter\/invalid-date`/);
  assert.match(hint('diagnostics:\n  front-matter/invalid-date: warnin'), /`warning`/);
});

test('all faults of a file are reported at once, and what is good counts', () => {
  const { config, found } = load({ 'octavo.yaml': 'title: T\ntimeZone: no\ncompat: no\nwhat: 1\nparams: 1' });
  assert.deepEqual(
    found.map(([, , line]) => line),
    [2, 3, 5, 4],
  );
  assert.deepEqual([config.title, config.timeZone], ['T', 'UTC']);
});

test('an author is a name, or a group with one', () => {
  assert.equal(load({ 'octavo.yaml': 'author: A' }).config.author, 'A');
  assert.equal(load({ 'octavo.yaml': 'params: {author: {name: B, email: b@x.org}}' }).config.author, 'B');
  assert.equal(load({ 'octavo.yaml': 'author: A\nparams: {author: B}' }).config.author, 'A');
  const { config, found } = load({ 'octavo.yaml': 'params: {author: [A, B], description: [x]}' });
  assert.deepEqual([config.author, config.description, found], ['', '', []]);
});

test('the language: `locale` over `languageCode` over `defaultContentLanguage`', () => {
  const lines = ['locale: de', 'languageCode: en_us', 'defaultContentLanguage: fr'];
  const languages = lines.map(
    (_, index) => load({ 'octavo.yaml': lines.slice(index).join('\n') }).config.language,
  );
  assert.deepEqual(languages, ['de', 'en-US', 'fr']);
});

test('files that are not text are named', () => {
  const { found } = load({ 'octavo.yaml': Uint8Array.of(0x61, 0xff) });
  assert.deepEqual(found, [['config/not-utf-8', 'octavo.yaml', undefined, undefined, undefined]]);
});

test('a folder named like a configuration is not one', () => {
  const book = join(scratch, 'folder');
  mkdirSync(join(book, 'config.toml'), { recursive: true });
  assert.deepEqual(loadConfig(book, { now: 0 }).value, bareConfig);
});

test('a configuration that cannot be read is named', () => {
  const book = join(scratch, 'unreadable');
  mkdirSync(book);
  symlinkSync('octavo.yaml', join(book, 'octavo.yaml'));
  const { value, diagnostics } = loadConfig(book, { now: 0 });
  assert.deepEqual(
    diagnostics.map(({ code, file, severity }) => [code, file, severity]),
    [['config/unreadable', 'octavo.yaml', 'error']],
  );
  assert.deepEqual(value, bareConfig);
});

test('sitemap, feed and what is not made for machines', () => {
  const text = `
sitemap: {changefreq: weekly, priority: "0.5", disable: true, filename: map.xml}
services: {rss: {limit: 20}}
disableKinds: [sitemap, RSS, robotsTXT, term]
enableRobotsTXT: true
copyright: (c)
`;
  const { config, found } = load({ 'octavo.yaml': text });
  assert.deepEqual(found, []);
  assert.deepEqual(config.sitemap, {
    filename: 'map.xml',
    changefreq: 'weekly',
    priority: 0.5,
    disable: true,
  });
  const { feed, sitemap, robots, feedLimit } = config.outputs;
  assert.deepEqual([feed, sitemap, robots, feedLimit], [false, false, false, 20]);
  assert.deepEqual([config.copyright, config.disabledKinds], ['(c)', ['term']]);
  assert.equal(load({ 'octavo.yaml': 'rssLimit: -1' }).config.outputs.feedLimit, null);
});

test('values that no sitemap or feed can have', () => {
  const wrong = [
    'sitemap: {changefreq: often}',
    'sitemap: {priority: 2}',
    'sitemap: {filename: ../x.xml}',
    'rssLimit: -2',
  ];
  for (const text of wrong)
    assert.equal(load({ 'octavo.yaml': text }).found[0]?.[0], 'config/invalid-value', text);
});

test('headings, hard wraps and outlines', () => {
  const goldmark = 'goldmark: {renderer: {hardWraps: true}, parser: {autoHeadingIDType: blackfriday}}';
  const text = `markup: {${goldmark}, tableOfContents: {startLevel: 1, endLevel: 4}}`;
  const { config, found } = load({ 'octavo.yaml': text });
  assert.deepEqual(found, []);
  assert.deepEqual([config.markdown.hardWraps, config.markdown.headingIds], [true, 'blackfriday']);
  assert.deepEqual(config.outline, { from: 1, to: 4 });
  const deep = load({ 'hugo.yaml': 'markup: {tableOfContents: {endLevel: 9}}' });
  assert.deepEqual([deep.config.outline.to, deep.found], [6, []]);
  const edges = load({ 'hugo.yaml': 'markup: {tableOfContents: {startLevel: 0, endLevel: -1}}' });
  assert.deepEqual([edges.config.outline, edges.found], [{ from: 1, to: 6 }, []]);
  const wrong = [
    'tableOfContents: {startLevel: low}',
    'tableOfContents: {endLevel: 2.5}',
    'goldmark: {parser: {autoIDType: gitlab}}',
  ];
  for (const one of wrong)
    assert.equal(load({ 'octavo.yaml': `markup: {${one}}` }).found[0]?.[0], 'config/invalid-value', one);
});

test('a cascade has the place where it stands', () => {
  const { config } = load({ 'octavo.yaml': 'title: T\nCascade:\n  c: teal\n' });
  assert.deepEqual(JSON.parse(JSON.stringify(config.cascade)), {
    value: { c: 'teal' },
    place: { file: 'octavo.yaml', line: 2, column: 1, length: 7 },
  });
});

test('the typographer takes marks, with the references of HTML', () => {
  const read = (keys: string) => {
    const { config, found } = load({
      'octavo.yaml': `markup: {goldmark: {extensions: {typographer: ${keys}}}}`,
    });
    return [config.markdown.typographer, config.markdown.marks, found.map(([code]) => code)];
  };
  const marks = '{leftDoubleQuote: "&laquo;&#160;", RightDoubleQuote: "&#xA0;&raquo;", ellipsis: ""}';
  assert.deepEqual(read(marks), [
    true,
    { leftDoubleQuote: '«\u00a0', rightDoubleQuote: '\u00a0»', ellipsis: '' },
    [],
  ]);
  assert.deepEqual(read('{disable: true}'), [false, {}, []]);
  for (const wrong of ['{leftQuote: "x"}', '{emDash: "&wrong;"}', '{emDash: "&#xD800;"}', '{emDash: 3}', '3'])
    assert.deepEqual(read(wrong), [true, {}, ['config/invalid-value']], wrong);
});

test('a service that is switched off is named, the rest of privacy is so anyway', () => {
  const { config, found } = load({
    'hugo.yaml':
      'privacy: {youtube: {disable: true}, Twitter: {disable: true}, vimeo: {simple: true, disable: false}}',
  });
  assert.deepEqual([config.disabledServices, found], [['x', 'youtube'], []]);
  for (const wrong of ['3', '{youtube: true}', '{youtube: {disable: maybe}}'])
    assert.equal(load({ 'hugo.yaml': `privacy: ${wrong}` }).found[0]?.[0], 'config/invalid-value', wrong);
});

test('settings are cast as Hugo casts them', () => {
  const { config, found } = load({
    'hugo.yaml':
      'baseURL: https://example.org/\nbuildDrafts: "true"\nbuildFuture: 1\nenableEmoji: "F"\nsummaryLength: "40"\nrssLimit: "5"\noutputs: {home: RSS}',
  });
  const { publish, markdown, outputs } = config;
  assert.deepEqual(
    [publish.drafts, publish.future, markdown.constructs.emoji, markdown.summaryLength],
    [true, true, false, 40],
  );
  assert.deepEqual([outputs.feedLimit, outputs.feed, outputs.llms, found], [5, true, false, []]);
});

test('of kinds to leave out those that there are count, former names too', () => {
  const { config, found } = load({ 'hugo.yaml': 'disableKinds: [taxonomyTerm, RSS, chapter]' });
  assert.deepEqual([config.disabledKinds, config.outputs.feed], [['taxonomy'], false]);
  assert.deepEqual(
    found.map(([code]) => code),
    ['config/invalid-value'],
  );
});
