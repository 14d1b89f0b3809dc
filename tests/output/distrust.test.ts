import assert from 'node:assert/strict';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openPublication } from '../../src/output/open-publication.js';
import { codesOf, inputsOf, makeBook, publish, readTree, type Site, sorted, writeTree } from './site.js';

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

test('nothing is written or removed through a link inside the destination', (t) => {
  const book = makeBook(t);
  publish(book, { 'index.html': 'home', 'part-1/a.html': 'ours' });
  writeTree(book, { 'elsewhere/a.html': 'theirs' });
  const outside = join(book, 'elsewhere');
  writeTree(join(book, 'public'), {});
  symlinkSync(outside, join(book, 'public', 'part-2'));
  assert.deepEqual(codesOf(publish(book, { 'index.html': 'home', 'part-2/a.html': 'x' })), [
    'output/link-inside',
  ]);
  const manifest = join(book, 'public/.octavo/manifest.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll('part-1/a.html', 'part-2/a.html'));
  assert.deepEqual(publish(book, { 'index.html': 'home' }).diagnostics, []);
  assert.deepEqual(readTree(outside), { 'a.html': 'theirs' });
});

test('a link in the place of a page is replaced, not written through', (t) => {
  const book = makeBook(t);
  publish(book, { 'index.html': 'home', 'a.html': 'ours' });
  writeTree(book, { 'elsewhere.html': 'theirs' });
  const page = join(book, 'public/a.html');
  writeFileSync(page, '');
  publish(book, { 'index.html': 'home' });
  symlinkSync(join(book, 'elsewhere.html'), page);
  assert.deepEqual(codesOf(publish(book, { 'a.html': 'new' })), ['output/not-ours']);
  assert.deepEqual(publish(book, { 'a.html': 'new' }, { takeOver: true }).diagnostics, []);
  assert.equal(readFileSync(page, 'utf8'), 'new');
  assert.equal(readFileSync(join(book, 'elsewhere.html'), 'utf8'), 'theirs');
});

test('a manifest from elsewhere cannot make us remove files outside', (t) => {
  const book = makeBook(t);
  publish(book, SITE);
  writeTree(book, { 'precious.txt': 'mine' });
  const manifest = join(book, 'public/.octavo/manifest.json');
  const forged = readFileSync(manifest, 'utf8').replaceAll('part-1/one/index.html', '../precious.txt');
  writeFileSync(manifest, forged);
  assert.deepEqual(publish(book, { 'index.html': 'home' }).diagnostics, []);
  assert.equal(readFileSync(join(book, 'precious.txt'), 'utf8'), 'mine');
});

test('a manifest that cannot be understood makes nothing ours', (t) => {
  const book = makeBook(t);
  publish(book, SITE);
  for (const text of ['', '[]', '{"version":3,"files":{}}', '{"version":1,"files":[]}', '\xff']) {
    writeFileSync(join(book, 'public/.octavo/manifest.json'), text, 'latin1');
    assert.equal(open(book).findCurrent(inputsOf(SITE)), null);
    assert.deepEqual(codesOf(publish(book, { 'index.html': 'other' })), ['output/not-ours']);
  }
  assert.deepEqual(readTree(join(book, 'public')), sorted(SITE));
});
