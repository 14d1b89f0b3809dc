import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { repository } from '../house/source-files.js';
import { runOctavo } from './run-octavo.js';

const folder = mkdtempSync(join(tmpdir(), 'octavo-epub-command-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const gallery = join(repository, 'tests/books/gallery');
const epub = (...words: readonly string[]) =>
  runOctavo(folder, ['epub', '-s', gallery, '--clock', '2026-06-01', ...words]);

test('epub writes one file, the same each time, and leaves nothing else behind', () => {
  assert.equal(epub('-o', 'a.epub').code, 0);
  assert.equal(epub('-o', 'b/').code, 0);
  assert.deepEqual(readFileSync(join(folder, 'a.epub')), readFileSync(join(folder, 'b/the-gallery.epub')));
  assert.deepEqual(readdirSync(join(folder, 'b')), ['the-gallery.epub']);
  const { stdout } = epub('-o', 'a.epub', '--json');
  assert.equal(JSON.parse(stdout).files[0].path, 'a.epub');
});

test('what cannot be written (books/cannot-write) or is no part of the book is an error, and the old file stays', () => {
  writeFileSync(join(folder, 'file'), 'old');
  const refused = epub('-o', 'file/book.epub');
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /books\/cannot-write/);
  const unknown = epub('--part', 'nowhere', '-o', 'c.epub');
  assert.equal(unknown.code, 1);
  assert.match(unknown.stderr, /books\/unknown-part/);
  assert.equal(existsSync(join(folder, 'c.epub')), false);
});
