import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeContentsTree } from '../../../src/pages/contents/contents-tree.js';
import { makeContext, makeLongBook } from '../make-site.js';

type Files = ReturnType<typeof writeContentsTree>;

/** What the browser's function is called with. */
function dataOf(files: Files, path: string): unknown {
  const text = String(files.find((file) => file.path === path)?.content);
  return JSON.parse(/^octavoContents\((.*)\);\n$/s.exec(text)?.[1] ?? 'null');
}

test('the lines of each part, of the pages in none too, and a list of them', () => {
  const files = writeContentsTree(
    makeContext({
      '/preface': { page: { title: 'Preface' } },
      '/part/1a': { page: { heading: 'Chapter 1a', title: 'Ink' } },
      '/part/1b': { page: { heading: 'Chapter 1b', title: 'Ink' } },
      '/part/deep/2': { page: { title: 'Two' } },
    }),
  );
  const index = dataOf(files, 'contents/parts.js') as readonly (readonly string[])[];
  assert.deepEqual(
    index.map(([, ...line]) => line),
    [
      ['', '', ''],
      ['part/', '', 'part'],
    ],
  );
  const names = new Set(index.map(([file]) => file));
  assert.equal(names.size, 1, 'small parts share a file');
  assert.deepEqual(dataOf(files, `contents/${[...names][0]}`), [
    [[0, 'preface/', '', 'Preface']],
    [
      [0, 'part/1a/', 'Chapter 1', 'Ink', ['a', 'part/1a/'], ['b', 'part/1b/']],
      [0, 'part/deep/', '', 'deep'],
      [1, 'part/deep/2/', '', 'Two'],
    ],
  ]);
});

test('the name of a part’s file follows its lines', () => {
  const nameOf = (title: string) => writeContentsTree(makeContext({ '/a/1': { page: { title } } }))[0]?.path;
  assert.match(nameOf('One') ?? '', /^contents\/part-[0-9a-f]{8}\.js$/);
  assert.equal(nameOf('One'), nameOf('One'));
  assert.notEqual(nameOf('One'), nameOf('Two'));
});

test('a title cannot end the script', () => {
  const [part] = writeContentsTree(makeContext({ '/1': { page: { title: '</script><b>\u2028' } } }));
  assert.doesNotMatch(String(part?.content), /[<\u2028]/);
});

test('5,000 chapters take less than 100 bytes each', () => {
  const files = writeContentsTree(makeLongBook(5000, 100));
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
  assert.ok(bytes < 500_000, String(bytes));
});

test('5,000 chapters in a hundred parts are few files, none of them large, and each part once', () => {
  const files = writeContentsTree(makeLongBook(5000, 50));
  const index = dataOf(files, 'contents/parts.js') as readonly (readonly string[])[];
  const names = [...new Set(index.map(([file]) => file))];
  assert.ok(names.length <= 8 && files.length === names.length + 1, String(files.length));
  assert.ok(files.every(({ content }) => content.length < 70_000));
  const parts = names.flatMap((name) => dataOf(files, `contents/${name}`) as readonly (readonly unknown[])[]);
  assert.equal(parts.length, 100);
  assert.ok(parts.every(({ length }) => length === 50));
  assert.deepEqual(
    index.map(([file]) => file),
    names.flatMap((name) => (dataOf(files, `contents/${name}`) as readonly unknown[]).map(() => name)),
    'in the order of the parts',
  );
});

test('each volume of a library has a file of its own', () => {
  const context = makeContext({ '/a/x/1': {}, '/a/y/1': {}, '/b/1': {} });
  const pages = Object.fromEntries(
    Object.entries(context.book.pages).map(([key, page]) => [
      key,
      { ...page, volume: /^\/a\/[xy]/.exec(key)?.[0] ?? null },
    ]),
  );
  const files = writeContentsTree({ ...context, book: { ...context.book, pages } });
  const index = dataOf(files, 'contents/parts.js') as readonly (readonly string[])[];
  const fileOf = (path: string) => index.find(([, own]) => own === path)?.[0];
  assert.equal(new Set(['a/', 'a/x/', 'a/y/', 'b/'].map(fileOf)).size, 4);
});

test('volumes without chapters share a file, which is written once', () => {
  const context = makeContext({
    '/a/x': { page: { kind: 'section' } },
    '/a/y': { page: { kind: 'section' } },
  });
  const pages = Object.fromEntries(
    Object.entries(context.book.pages).map(([key, page]) => [
      key,
      { ...page, volume: /^\/a\/[xy]$/.exec(key)?.[0] ?? null },
    ]),
  );
  const files = writeContentsTree({ ...context, book: { ...context.book, pages } });
  const paths = files.map(({ path }) => path);
  assert.equal(new Set(paths).size, paths.length);
  const index = dataOf(files, 'contents/parts.js') as readonly (readonly string[])[];
  assert.equal(index.length, 3, 'each is named');
});
