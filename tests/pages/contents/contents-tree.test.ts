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

test('a file for each part, one for the pages in none, and a list of them', () => {
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
  const parts = index.map(([file]) => dataOf(files, `contents/${file}`));
  assert.deepEqual(parts, [
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
