import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { realDisk } from '../../src/output/disk.js';
import { openPublication } from '../../src/output/open-publication.js';
import { makeBook, readTree, sorted, writeTree } from './site.js';

function open(book: string) {
  const { value } = openPublication({ book, destination: join(book, 'public'), program: '1.0.0' });
  assert.ok(value);
  return value;
}

function read(book: string, path: string): string {
  return readFileSync(join(book, 'public', path), 'utf8');
}

test('copies are made of small and of large files, and compared like the rest', (t) => {
  const book = makeBook(t);
  const files = { 'small.bin': 'small', 'large.bin': 'large '.repeat(400_000) };
  writeTree(join(book, 'static'), files);
  const copyAll = () => {
    const publication = open(book);
    for (const path of Object.keys(files)) publication.copy({ path, from: join(book, 'static', path) });
    return publication.commit('1', null);
  };
  assert.deepEqual(copyAll(), { value: { written: 2, unchanged: 0, removed: 0 }, diagnostics: [] });
  assert.deepEqual(readTree(join(book, 'public')), sorted(files));
  assert.deepEqual(copyAll().value, { written: 0, unchanged: 2, removed: 0 });
  writeTree(join(book, 'static'), { 'large.bin': 'LARGE '.repeat(400_000) });
  assert.deepEqual(copyAll().value, { written: 1, unchanged: 1, removed: 0 });
  assert.equal(read(book, 'large.bin').slice(0, 5), 'LARGE');
});

test('a large file is never held in memory as a whole', (t) => {
  const book = makeBook(t);
  writeTree(book, { large: 'large '.repeat(400_000) });
  const read = () => assert.fail('the file was read as a whole');
  const options = { book, destination: join(book, 'public'), program: '1.0.0', disk: { ...realDisk, read } };
  const { value } = openPublication(options);
  value?.copy({ path: 'large', from: join(book, 'large') });
  assert.deepEqual(value?.commit('1', null).value, { written: 1, unchanged: 0, removed: 0 });
});

test('a file to copy that is gone is named', (t) => {
  const book = makeBook(t);
  const publication = open(book);
  const from = join(book, 'static/gone.png');
  assert.equal(publication.copy({ path: 'gone.png', from }), false);
  const [diagnostic] = publication.commit('1', null).diagnostics;
  assert.equal(diagnostic?.code, 'output/cannot-write');
  assert.ok(diagnostic.message.includes(`"${from}": no such file or directory (ENOENT)`), diagnostic.message);
  assert.deepEqual(readdirSync(book), ['content']);
});
