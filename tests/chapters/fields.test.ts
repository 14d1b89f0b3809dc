import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FrontMatter } from '../../src/model/chapter.js';
import { readHead, readOne } from './chapter.js';

function field(line: string, key: keyof FrontMatter): unknown {
  const { chapter, codes } = readHead(line);
  assert.deepEqual(codes, [], line);
  return chapter.frontMatter[key];
}

const local = { list: 'local', render: 'always', publishResources: true };

const texts: readonly (readonly [line: string, key: keyof FrontMatter, value: unknown])[] = [
  ['title: 1.10', 'title', '1.10'],
  ['title: 14e2', 'title', '14e2'],
  ['title: 010', 'title', '010'],
  ['title: 0x10 # hex', 'title', '0x10'],
  ['title: True', 'title', 'True'],
  ['title: no', 'title', 'no'],
  ['title: 2025-10-13', 'title', '2025-10-13'],
  ['title: "1.10"', 'title', '1.10'],
  ['title: &a 1.10', 'title', '1.1'],
  ['title: ~', 'title', undefined],
  ['title: ""', 'title', undefined],
  ['description: "  "', 'description', undefined],
  ['build: {list: local}', 'build', local],
  [
    '_build: {render: false, list: true}',
    'build',
    { list: 'always', render: 'never', publishResources: true },
  ],
  ['build: {list: never}\n_build: {list: local}', 'build', local],
  ['_build: {list: local}\nbuild: {list: never}', 'build', local],
  [
    'build: {publishResources: false}',
    'build',
    { list: 'always', render: 'always', publishResources: false },
  ],
  ['headless: true', 'build', { list: 'never', render: 'never', publishResources: true }],
  ['headless: false', 'build', undefined],
  ['resources: [{src: "*.jpg", title: 5}]', 'resources', [{ src: '*.jpg', title: '5', params: {} }]],
  ['sitemap: {changefreq: weekly, priority: "0.8"}', 'sitemap', { changefreq: 'weekly', priority: 0.8 }],
  ['sitemap: {disable: true, priority: -1}', 'sitemap', { disable: true, priority: -1 }],
  ['outputs: [HTML, markdown]', 'outputs', ['html', 'markdown']],
  ['translationKey: about', 'translationKey', 'about'],
  ['TITLE: x', 'title', 'x'],
  ['LinkTitle: x', 'linkTitle', 'x'],
  ['heading: 3', 'heading', '3'],
  ['c: no', 'accent', 'no'],
  ['color: teal', 'accent', 'teal'],
  ['accent: teal', 'accent', 'teal'],
  ['slug: -a-b--', 'slug', 'a-b'],
  ['slug: "--"', 'slug', undefined],
  ['slug: 5', 'slug', '5'],
  ['url: /x/y', 'url', '/x/y'],
  ['type: essay', 'type', 'essay'],
  ['layout: wide', 'layout', 'wide'],
  ['summary: A *short* one', 'summary', 'A *short* one'],
  ['aliases: [/a/, 5, b.html]', 'aliases', ['/a/', '5', 'b.html']],
  ['aliases: /a/ b', 'aliases', ['/a/', 'b']],
  ['aliases:', 'aliases', []],
  ['keywords: [a, "", ~, true]', 'keywords', ['a', 'true']],
  ['keywords: [a b, c]', 'keywords', ['a b', 'c']],
];

for (const [line, key, value] of texts) {
  test(`\`${line}\` gives ${JSON.stringify(value)}`, () => assert.deepEqual(field(line, key), value));
}

test('numbers keep their written form in TOML and JSON too', () => {
  assert.equal(readOne('+++\ntitle = 1.10\n+++\n').chapter?.frontMatter.title, '1.10');
  assert.equal(readOne('  {"title": 1.10}').chapter?.frontMatter.title, '1.10');
});

/** Content rule 21.1, and runs of Hugo 0.169. */
const weights: readonly (readonly [string, number])[] = [
  ['5', 5],
  ['"5"', 5],
  ['010', 8],
  ['"010"', 8],
  ['"0x1F"', 31],
  ['"1_000"', 1000],
  ['2.7', 2],
  ['"5.7"', 5],
  ['-2.7', -2],
  ['-3', -3],
  ['"+5"', 5],
  ['" 5 "', 5],
  ['0', 0],
  ['', 0],
  ['""', 0],
  ['~', 0],
];

for (const [written, weight] of weights) {
  test(`weight ${written} is ${weight}`, () => assert.equal(field(`weight: ${written}`, 'weight'), weight));
}

for (const written of [
  'ten',
  '14e2',
  '"09"',
  '09',
  'true',
  '[1]',
  '{a: 1}',
  '5 6',
  '.inf',
  '99999999999999999999',
]) {
  test(`weight ${written} is an error and counts as none`, () => {
    const { chapter, codes } = readHead(`weight: ${written}`);
    assert.deepEqual([chapter.frontMatter.weight, codes], [0, ['front-matter/invalid-weight']]);
  });
}

const drafts = [
  'true',
  'True',
  'TRUE',
  'yes',
  'Yes',
  '"yes"',
  'on',
  'y',
  'Y',
  '1',
  '"1"',
  't',
  '2',
  '"tRue"',
  '" yes "',
];
const finished = ['false', 'False', 'no', '"no"', 'off', 'n', '0', '"0"', 'f', '', '~', '""'];

for (const written of drafts) {
  test(`draft: ${written} holds a chapter back`, () =>
    assert.equal(field(`draft: ${written}`, 'draft'), true));
}

for (const written of finished) {
  test(`draft: ${written} does not`, () => assert.equal(field(`draft: ${written}`, 'draft'), false));
}

for (const written of ['maybe', '[true]', 'yess', 'vrai', '{a: 1}']) {
  test(`draft: ${written} is an error and holds the chapter back`, () => {
    const { chapter, codes } = readHead(`draft: ${written}`);
    assert.deepEqual([chapter.frontMatter.draft, codes], [true, ['front-matter/invalid-draft']]);
  });
}

test('`published` is the opposite of `draft`, or a date', () => {
  for (const written of ['false', 'no', '"no"', 'off', '0'])
    assert.equal(field(`published: ${written}`, 'draft'), true);
  for (const written of ['true', 'yes', '1', ''])
    assert.equal(field(`published: ${written}`, 'draft'), false);
  const dated = readHead('published: 2025-01-02');
  assert.deepEqual([dated.codes, dated.chapter.dates.publishDate?.iso], [[], '2025-01-02T00:00:00Z']);
  assert.equal(dated.chapter.frontMatter.draft, false);
  const never = readHead('published: never');
  assert.deepEqual([never.codes, never.chapter.frontMatter.draft], [['front-matter/invalid-draft'], true]);
  assert.deepEqual(readHead('published: 2025-02-30').codes, ['front-matter/invalid-date']);
});

test('`draft` wins over `published`, with a warning where they disagree', () => {
  const pairs = [
    ['draft: false', 'published: false', false, 1],
    ['draft: true', 'published: true', true, 1],
    ['draft: true', 'published: false', true, 0],
    ['draft: false', 'published: true', false, 0],
  ] as const;
  for (const [draft, published, held, warnings] of pairs) {
    for (const lines of [
      [draft, published],
      [published, draft],
    ]) {
      const { chapter, codes } = readHead(...lines);
      assert.deepEqual([chapter.frontMatter.draft, codes.length], [held, warnings], lines.join());
    }
  }
});

test('keys of other tools that say "draft" are named', () => {
  for (const line of ['status: Draft', 'drafts: true', 'isDraft: yes', 'is_draft: 1']) {
    const { chapter, codes } = readHead(line);
    assert.deepEqual([codes, chapter.frontMatter.draft], [['front-matter/unread-draft'], false], line);
  }
  const { chapter, codes } = readHead('status: final', 'drafts: false');
  assert.deepEqual([codes, { ...chapter.params }], [[], { status: 'final', drafts: false }]);
});

test('unknown keys are params, lower-cased; `params:` goes over them', () => {
  const { chapter, codes } = readHead(
    'Mood: dark',
    'Tags: [A]',
    'heading: H',
    'params:',
    '  Mood: light',
    '  X: {Y: 1}',
  );
  assert.deepEqual(codes, []);
  assert.equal(JSON.stringify(chapter.params), '{"mood":"light","tags":["A"],"heading":"H","x":{"y":1}}');
});

test('a key that JavaScript has a meaning for is a param like any other', () => {
  const { chapter, codes } = readHead('constructor: Bauhaus', 'toString: x');
  assert.deepEqual([codes, { ...chapter.params }], [[], { constructor: 'Bauhaus', tostring: 'x' }]);
});

test('a colour that YAML takes for a comment is missed aloud', () => {
  const { chapter, codes } = readHead('c: #fff8dc', 'color: # none yet', 'accent: "#000"');
  assert.deepEqual([codes, chapter.frontMatter.accent], [['front-matter/lost-colour'], '#000']);
  assert.match(readOne('---\nC: #fff8dc\n---\n').diagnostics[0]?.hint ?? '', /`c: "#fff8dc"`/);
});

test('an absolute alias is left out, the others stay', () => {
  const { chapter, codes } = readHead('aliases: [/a/, HTTPS://x.org/, httpx/b]');
  assert.deepEqual([chapter.frontMatter.aliases, codes], [['/a/', 'httpx/b'], ['front-matter/absolute-url']]);
});

test('a list inside a list of texts is an error', () => {
  assert.deepEqual(readHead('keywords: [[a]]').codes, ['front-matter/invalid-type']);
  assert.deepEqual(readHead('aliases: {a: b}').codes, ['front-matter/invalid-type']);
});

test('what a sitemap cannot say is named key by key, and counts as absent', () => {
  const { chapter, codes } = readHead('sitemap: {changefreq: often, priority: 2, disable: 1}');
  assert.deepEqual(chapter.frontMatter.sitemap, {});
  assert.deepEqual(codes, Array(3).fill('front-matter/invalid-type'));
});
