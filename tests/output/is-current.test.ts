import assert from 'node:assert/strict';
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { realDisk } from '../../src/output/disk.js';
import { openPublication } from '../../src/output/open-publication.js';
import { inputsOf, makeBook, publish, type Site } from './site.js';

const SITE: Site = {
  'index.html': 'home',
  'part-1/index.html': 'part',
  'part-1/one/index.html': 'one',
  'part-1/two/index.html': 'two “quoted”',
};

function open(book: string) {
  const { value } = openPublication({ book, destination: join(book, 'public'), program: '1.0.0' });
  assert.ok(value);
  return value;
}

function read(book: string, path: string): string {
  return readFileSync(join(book, 'public', path), 'utf8');
}

test('the report of a publication comes back while nothing changed', (t) => {
  const book = makeBook(t);
  publish(book, SITE);
  assert.deepEqual(open(book).findCurrent(inputsOf(SITE))?.report, { pages: 4 });
  assert.equal(open(book).findCurrent('other inputs'), null);
  const other = openPublication({ book, destination: join(book, 'public'), program: '1.0.1' });
  assert.equal(other.value?.findCurrent(inputsOf(SITE)), null);
});

test('asking reads no published file while none was touched', (t) => {
  const book = makeBook(t);
  publish(book, SITE);
  const hash = () => assert.fail('a file was read');
  const options = { book, destination: join(book, 'public'), program: '1.0.0', disk: { ...realDisk, hash } };
  assert.deepEqual(openPublication(options).value?.findCurrent(inputsOf(SITE))?.report, { pages: 4 });
});

test('a file that is gone, cut or edited is noticed, one that was only touched is not', (t) => {
  const book = makeBook(t);
  const soon = new Date(Date.now() + 60_000);
  const path = join(book, 'public/part-1/one/index.html');
  publish(book, SITE);
  utimesSync(path, soon, soon);
  assert.deepEqual(open(book).findCurrent(inputsOf(SITE))?.report, { pages: 4 });
  for (const content of ['ONE', 'longer than before']) {
    publish(book, SITE);
    assert.notEqual(open(book).findCurrent(inputsOf(SITE)), null);
    writeFileSync(path, content);
    utimesSync(path, soon, soon);
    assert.equal(open(book).findCurrent(inputsOf(SITE)), null);
    assert.deepEqual(publish(book, SITE).value, { written: 1, unchanged: 3, removed: 0 });
    assert.equal(read(book, 'part-1/one/index.html'), 'one');
  }
});

test('an edit that sets its time back is noticed', (t) => {
  const book = makeBook(t);
  publish(book, SITE);
  const path = join(book, 'public/part-1/one/index.html');
  const { atime, mtime } = statSync(path);
  // The change time of a file moves on in steps of the kernel's clock.
  const written = statSync(join(book, 'public/.octavo/manifest.json')).mtimeMs;
  do {
    writeFileSync(path, 'ONE');
    utimesSync(path, atime, mtime);
  } while (statSync(path).ctimeMs <= written);
  assert.equal(open(book).findCurrent(inputsOf(SITE)), null);
});
