import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeBook, readTree, runOctavo, writeFiles } from './run-octavo.js';

const good = {
  'content/_index.md': '---\ntitle: A Book\n---\n\nIt begins.\n',
  'content/one.md': '---\ntitle: One\nweight: 1\n---\n\nThe first.\n',
  'content/two.md': '---\ntitle: Two\nweight: 2\n---\n\nThe second.\n',
  'content/three.md': '---\ntitle: Three\nweight: 3\n---\n\nThe third.\n',
};

const faulty = {
  'content/one.md':
    '---\ntitle: One\nweight: soon\ndate: 2025-13-45\nurl: /two/\n---\n\nSee [the fourth](four.md).\n',
  'content/two.md': '---\ntitle: "Two\nweight: 2\n---\n\nThe second.\n',
  'content/three.md': '---\ntitle: Three\nweight: 3\n\nThe third, whose fence is never closed.\n',
};

const expected = [
  /^content\/one\.md:3:9 error front-matter\/invalid-weight$/m,
  /^content\/one\.md:4:7 error front-matter\/invalid-date$/m,
  /^content\/two\.md:1:1 error address\/duplicate\n.*\/two\/ is taken twice[\s\S]*? {2}content\/one\.md:5:6 /m,
  /^content\/one\.md:8:5 error link\/not-found$/m,
  /^content\/two\.md:2:\d+ error front-matter\/invalid-syntax$/m,
  /^content\/three\.md:1:1 error front-matter\/unclosed$/m,
];

test('six faults in three files are all named, and the site stays as it was, byte for byte', (context) => {
  const book = makeBook(context, good);
  assert.equal(runOctavo(book, ['build']).code, 0);
  const before = readTree(join(book, 'public'));
  writeFiles(book, faulty);
  const run = runOctavo(book, ['build']);
  assert.equal(run.code, 1);
  for (const pattern of expected) assert.match(run.stderr, pattern);
  assert.match(run.stderr, /3 \| weight: soon\n\s+\| {9}\^{4}\n/, 'an excerpt with a caret');
  assert.match(run.stderr, /\n6 errors\nNothing was published\.\n$/);
  assert.deepEqual(readTree(join(book, 'public')), before);
});

test('the first build of a faulty book leaves no destination', (context) => {
  const book = makeBook(context, { ...good, ...faulty });
  assert.equal(runOctavo(book, ['build']).code, 1);
  assert.deepEqual(Object.keys(readTree(book)).sort(), Object.keys({ ...good, ...faulty }).sort());
});

test('once mended, the book is published again', (context) => {
  const book = makeBook(context, { ...good, ...faulty });
  runOctavo(book, ['build']);
  writeFiles(book, good);
  assert.equal(runOctavo(book, ['build']).code, 0);
  assert.ok(readTree(join(book, 'public'))['three/index.html']?.includes('The third.'));
});

test('--fail-on-warnings keeps a book with warnings from being published', (context) => {
  const book = makeBook(context, { ...good, 'octavo.yaml': 'titel: A Book\n' });
  assert.match(
    runOctavo(book, ['build', '--fail-on-warnings']).stderr,
    /config\/unknown-key[\s\S]*Nothing was published/,
  );
  assert.equal(runOctavo(book, ['build']).code, 0);
});
