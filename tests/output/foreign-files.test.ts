import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { codesOf, makeBook, publish, readTree, type Site, sorted, writeTree } from './site.js';

const SITE: Site = {
  'index.html': 'home',
  'part-1/index.html': 'part',
  'part-1/one/index.html': 'one',
  'part-1/two/index.html': 'two “quoted”',
};

test('files and folders that are not ours stay, also where ours become empty', (t) => {
  const book = makeBook(t);
  const foreign = { '.gitkeep': '', CNAME: 'book.example', 'part-1/two/notes.txt': 'mine' };
  writeTree(join(book, 'public'), foreign);
  assert.deepEqual(publish(book, SITE).diagnostics, []);
  assert.deepEqual(readTree(join(book, 'public')), sorted({ ...SITE, ...foreign }));
  publish(book, { 'index.html': 'home' });
  assert.deepEqual(readTree(join(book, 'public')), sorted({ 'index.html': 'home', ...foreign }));
});

test('a file in the way that is not ours stops the publication and is named', (t) => {
  const book = makeBook(t);
  const foreign = { 'index.html': 'my page', 'a/index.html': 'x', 'b/index.html': 'x', 'c/index.html': 'x' };
  writeTree(join(book, 'public'), foreign);
  const site = { ...SITE, 'a/index.html': 'A', 'b/index.html': 'B', 'c/index.html': 'C' };
  const { diagnostics } = publish(book, site);
  assert.deepEqual(
    diagnostics.map(({ code, message }) => [code, message]),
    [
      [
        'output/not-ours',
        '"public" holds files that Octavo did not write and that the site needs to write: "a/index.html", "b/index.html", "c/index.html" and 1 more.',
      ],
    ],
  );
  assert.deepEqual(readTree(join(book, 'public')), sorted(foreign));
});

test('a foreign file where a folder is wanted stops the publication too', (t) => {
  const book = makeBook(t);
  writeTree(join(book, 'public'), { 'part-1': 'mine' });
  assert.deepEqual(codesOf(publish(book, SITE)), ['output/not-ours']);
  assert.deepEqual(readTree(join(book, 'public')), { 'part-1': 'mine' });
});

test('a file in the way with the same bytes is adopted', (t) => {
  const book = makeBook(t);
  writeTree(join(book, 'public'), { 'index.html': 'home' });
  assert.deepEqual(publish(book, SITE).value, { written: 3, unchanged: 1, removed: 0 });
  publish(book, { 'about.html': 'about' });
  assert.deepEqual(readTree(join(book, 'public')), { 'about.html': 'about' });
});

test('taking over overwrites files in the way and no others', (t) => {
  const book = makeBook(t);
  writeTree(join(book, 'public'), { 'index.html': 'my page', 'part-1': 'a file', 'other.html': 'mine' });
  assert.deepEqual(publish(book, SITE, { takeOver: true }).diagnostics, []);
  assert.deepEqual(readTree(join(book, 'public')), sorted({ ...SITE, 'other.html': 'mine' }));
});

test('taking over removes no folder that is not ours', (t) => {
  const book = makeBook(t);
  const foreign = { 'index.html/deep/mine.txt': 'mine' };
  writeTree(join(book, 'public'), foreign);
  assert.deepEqual(codesOf(publish(book, SITE, { takeOver: true })), ['output/not-ours']);
  assert.deepEqual(readTree(join(book, 'public')), foreign);
});

test('a file of ours may become a folder, and a folder a file', (t) => {
  const book = makeBook(t);
  publish(book, { notes: 'a file', 'shelf/a/b.txt': 'below', 'index.html': 'home' });
  const next = { 'notes/index.html': 'a page', shelf: 'a file', 'index.html': 'home' };
  assert.deepEqual(publish(book, next).diagnostics, []);
  assert.deepEqual(readTree(join(book, 'public')), sorted(next));
});

test('a folder of ours that holds a foreign file does not become a file', (t) => {
  const book = makeBook(t);
  publish(book, { 'shelf/a/b.txt': 'below' });
  writeTree(join(book, 'public'), { 'shelf/a/mine.txt': 'mine' });
  assert.deepEqual(codesOf(publish(book, { shelf: 'a file' })), ['output/not-ours']);
  assert.deepEqual(readTree(join(book, 'public')), { 'shelf/a/b.txt': 'below', 'shelf/a/mine.txt': 'mine' });
});
