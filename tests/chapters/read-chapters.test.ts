import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import fc from 'fast-check';
import { readChapters } from '../../src/chapters/read-chapters.js';
import { applySeverities, hasErrors } from '../../src/diagnostics/apply-severities.js';
import { decodeText } from '../../src/files/decode.js';
import { draws } from '../support/draws.js';
import { makeFile, readHead, readOne } from './chapter.js';

const full = [
  'heading: Chapter 3b',
  'title: "The Ferry: a beginning"',
  'weight: 30',
  'date: 2025-10-13',
  'description: ""',
  'c: "darkslategray"',
];

test('a chapter has typed fields, dates, params and places', () => {
  const { chapter } = readHead(...full);
  assert.deepEqual(chapter.frontMatter, {
    heading: 'Chapter 3b',
    title: 'The Ferry: a beginning',
    weight: 30,
    accent: 'darkslategray',
    draft: false,
    aliases: [],
    keywords: [],
    resources: [],
  });
  const date = { ms: Date.UTC(2025, 9, 13), iso: '2025-10-13T00:00:00Z' };
  assert.deepEqual(chapter.dates, { date, lastmod: date, publishDate: date });
  assert.deepEqual({ ...chapter.params }, { heading: 'Chapter 3b', c: 'darkslategray' });
  assert.deepEqual(chapter.places['title'], { file: 'content/part/one.md', line: 3, column: 8, length: 24 });
  assert.deepEqual(
    [chapter.path, chapter.file, chapter.bundle],
    ['part/one.md', 'content/part/one.md', 'single'],
  );
});

test('YAML, TOML and JSON heads say the same, with a mark and with any line ends', () => {
  const yaml = '---\ntitle: Älter\nweight: 3\ndate: 2025-01-02\ntags: [a, b]\n---\nBody\n';
  const toml = '+++\ntitle = "Älter"\nweight = 3\ndate = 2025-01-02\ntags = ["a", "b"]\n+++\nBody\n';
  const json = '{"title": "Älter", "weight": 3, "date": "2025-01-02", "tags": ["a", "b"]}\nBody\n';
  const expected = readOne(yaml);
  assert.deepEqual(expected.diagnostics, []);
  for (const text of [yaml, toml, json]) {
    for (const variant of [
      text,
      `\uFEFF${text}`,
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
    ]) {
      const { chapter, diagnostics } = readOne(variant);
      assert.deepEqual(diagnostics, []);
      assert.deepEqual(chapter?.frontMatter, expected.chapter?.frontMatter);
      assert.deepEqual(chapter?.dates, expected.chapter?.dates);
      assert.equal(JSON.stringify(chapter?.params), '{"tags":["a","b"]}');
      const decoded = decodeText(Buffer.from(variant)) ?? '';
      assert.equal(decoded.slice(chapter?.bodyStart), 'Body\n');
      assert.equal(chapter?.bodyLine, text.split('\n').length - 1);
    }
  }
});

test('a file without front matter is all body', () => {
  const { chapter, diagnostics } = readOne('- a list\n- of two\n');
  assert.deepEqual(diagnostics, []);
  assert.deepEqual([chapter?.bodyStart, chapter?.bodyLine, chapter?.frontMatter.draft], [0, 1, false]);
});

test('a head longer than the part that is decoded first is read whole', () => {
  const long = 'é'.repeat(3000);
  const { chapter } = readHead('title: x', `summary: ${long}`, 'weight: 7');
  assert.equal(chapter.frontMatter.summary, long);
  assert.equal(chapter.frontMatter.weight, 7);
});

test('the name of a file tells its place in its folder', () => {
  const paths = [
    '_index.md',
    'a/_index.md',
    'a/index.md',
    'a/index.MD',
    'a/indexes.md',
    'a/_index.en.md',
    'x.md',
  ];
  const { value } = readChapters(
    paths.map((path) => makeFile('text', path)),
    { timeZone: 'UTC' },
  );
  const bundles = ['branch', 'branch', 'leaf', 'leaf', 'single', 'branch', 'single'];
  assert.deepEqual(
    value.map(({ bundle }) => bundle),
    bundles,
  );
});

const faults: readonly (readonly [
  head: string,
  code: string,
  line: number,
  column: number,
  length: number | undefined,
])[] = [
  ['---\ntitle: a: b\n---\n', 'front-matter/invalid-syntax', 2, 9, 1],
  ['---\ntitle: a\nTags: [x]\ntags: [y]\n---\n', 'front-matter/duplicate-key', 4, 1, 4],
  ['\n\n---\n- a\n---\n', 'front-matter/invalid-syntax', 4, 1, 1],
  ['---\na: "x\n---\n', 'front-matter/invalid-syntax', 2, 4, 1],
  ['+++\na = 1\nb = yes\n+++\n', 'front-matter/invalid-syntax', 3, 5, 3],
  ['  {"a": 1,}\n', 'front-matter/invalid-syntax', 1, 11, 1],
  ['{"a": 1,\n "b" 2}\n', 'front-matter/invalid-syntax', 2, 6, 1],
  ['---\ntitle: x\n', 'front-matter/unclosed', 1, 1, 3],
  ['---js\n{}\n---\n', 'front-matter/unknown-language', 1, 1, 5],
  ['#+TITLE: x\n', 'front-matter/org-keywords', 1, 1, 8],
  ['----\ndraft: true\n----\n', 'front-matter/mistyped-fence', 1, 1, 4],
  ['---\ntitle: x\nweight: ten # 10\n---\n', 'front-matter/invalid-weight', 3, 9, 3],
  ['---\nweight: "3O"\n---\n', 'front-matter/invalid-weight', 2, 9, 4],
  ['---\nweight:\n  - 1\n---\n', 'front-matter/invalid-weight', 2, 1, 6],
  ['---\ndate: 2025-02-30\n---\n', 'front-matter/invalid-date', 2, 7, 10],
  ['+++\nLastMod = "soon"\n+++\n', 'front-matter/invalid-date', 2, 11, 6],
  ['---\ndraft: maybe\n---\n', 'front-matter/invalid-draft', 2, 8, 5],
  ['---\ntitle: [a, b]\n---\n', 'front-matter/invalid-type', 2, 8, 6],
  ['{"title": {"a": 1}}\n', 'front-matter/invalid-type', 1, 11, 8],
  ['---\nparams: 5\n---\n', 'front-matter/invalid-type', 2, 9, 1],
  ['---\nurl: https://x.org/a/\n---\n', 'front-matter/absolute-url', 2, 6, 16],
  ['---\naliases:\n  - http://x.org/\n---\n', 'front-matter/absolute-url', 2, 1, 7],
  ['---\ndraft: false\npublished: false\n---\n', 'front-matter/draft-conflict', 3, 12, 5],
  ['---\nstatus: draft\n---\n', 'front-matter/unread-draft', 2, 9, 5],
];

for (const [text, code, line, column, length] of faults) {
  test(`${code} is placed in ${JSON.stringify(text)}`, () => {
    const { diagnostics } = readOne(`${text}Body.\n`);
    const found = diagnostics.map((one) => [one.code, one.file, one.line, one.column, one.length]);
    assert.deepEqual(found, [[code, 'content/part/one.md', line, column, length]]);
  });
}

test('every faulty chapter of a run is reported, in the order of the files', () => {
  const files = faults.map(([text], index) => makeFile(text, `${index}.md`));
  const { value, diagnostics } = readChapters(files, { timeZone: 'UTC' });
  assert.equal(value.length, faults.length);
  assert.deepEqual(
    diagnostics.map(({ file }) => file),
    files.map(({ file }) => file),
  );
});

test('what cannot be read keeps its place in the book, and its error cannot be lowered', () => {
  const { severities, compat } = { severities: {}, compat: 'hugo' as const };
  for (const text of ['---\na: b: c\n---\n', '---\ndraft: true\n', '---js\n---\n', '--\ndraft: true\n--\n']) {
    const { chapter, diagnostics } = readOne(text);
    assert.equal(chapter?.path, 'part/one.md', text);
    const off = Object.fromEntries(diagnostics.map(({ code }) => [code, 'off' as const]));
    assert.ok(hasErrors(applySeverities(diagnostics, { severities, compat })), text);
    assert.ok(hasErrors(applySeverities(diagnostics, { severities: off, compat })), text);
  }
});

test('a file that is not UTF-8 is named, with the place or the encoding', () => {
  const latin = Buffer.from('---\ntitle: x\n---\nCaf\xe9\n', 'latin1');
  const { chapter, diagnostics } = readOne(latin);
  assert.equal(chapter, undefined);
  assert.deepEqual(
    diagnostics.map(({ code, line, column }) => [code, line, column]),
    [['front-matter/not-utf-8', 4, 4]],
  );
  const utf16 = Buffer.from('\uFEFF---\ndraft: true\n---\n', 'utf16le');
  assert.match(readOne(utf16).diagnostics[0]?.message ?? '', /UTF-16 \(little-endian\)/);
  assert.match(readOne(Buffer.from(utf16).swap16()).diagnostics[0]?.message ?? '', /UTF-16 \(big-endian\)/);
});

test('a head that costs too much time is refused', () => {
  const blanks = '\n'.repeat(60_000);
  for (const head of [
    `a: 1${blanks}b: 2`,
    `a: ${'x'.repeat(70_000)}`,
    `a: 1${' \n\u2028'.repeat(2000)}b: 2`,
  ]) {
    assert.deepEqual(readHead(head).codes, ['front-matter/too-large']);
  }
});

test('front matter never runs code, under any name and in any block', () => {
  const code = 'globalThis.octavoWasHere = true';
  const names = [
    'js',
    'javascript',
    'JS',
    ' js',
    'coffee',
    'coffeescript',
    'cson',
    'node',
    'eval',
    'constructor',
  ];
  for (const name of names) readOne(`---${name}\n{ title: (${code}) }\n---\nBody`);
  readOne(`---\ntitle: x\n---\n---js\n${code}\n---\n`);
  readOne(`---\nlanguage: js\nengines: !!js/function "${code}"\n---\n`);
  assert.equal('octavoWasHere' in globalThis, false);
});

test('equal files make equal chapters that share nothing', () => {
  const text = '---\ntags: [a]\nmap: {x: 1}\n---\n';
  const { value } = readChapters([makeFile(text), makeFile(text)], { timeZone: 'UTC' });
  assert.deepEqual(value[0], value[1]);
  assert.notEqual(value[0]?.params['map'], value[1]?.params['map']);
});

test('no file throws, and params are plain', () => {
  const pieces = fc.constantFrom(
    ...[
      '---\n',
      '+++\n',
      '{',
      '}',
      'draft: ',
      'Date: ',
      'weight: ',
      'title: ',
      'params:\n  ',
      '__proto__: ',
      'x: 1\n',
    ],
    ...[
      '2025-01-01',
      '\n',
      '"',
      '[',
      ']',
      '- ',
      '*a',
      '&a ',
      '#',
      'published = ',
      '\r',
      '\uFEFF',
      'aliases: ',
      'null',
    ],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), fc.boolean(), (parts, fenced) => {
      const text = fenced ? `---\n${parts.join('')}\n---\nBody` : parts.join('');
      const { chapter } = readOne(text);
      assert.ok(chapter !== undefined);
      assertPlain(chapter.params);
      assert.equal(({} as Record<string, unknown>)['x'], undefined);
    }),
    draws(400),
  );
});

test('no bytes throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readOne(bytes)));
});

function assertPlain(value: unknown): void {
  if (Array.isArray(value)) value.forEach(assertPlain);
  else if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    assert.equal(Object.getPrototypeOf(value), null);
    assert.ok(!Object.keys(value).includes('__proto__'));
    Object.values(value).forEach(assertPlain);
  }
}
