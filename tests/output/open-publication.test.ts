import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openPublication } from '../../src/output/open-publication.js';
import { HOME } from './failures.js';
import { codesOf, makeBook, publish, readTree, type Site, sorted } from './site.js';

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

test('a first publication writes every file and what is known of it stays with the book', (t) => {
  const book = makeBook(t);
  assert.deepEqual(publish(book, SITE), { value: { written: 4, unchanged: 0, removed: 0 }, diagnostics: [] });
  assert.deepEqual(readTree(join(book, 'public')), sorted(SITE));
  assert.deepEqual(readdirSync(book).sort(), ['.octavo', 'content', 'public']);
  assert.deepEqual(readdirSync(join(book, HOME)), ['report.json']);
  assert.equal(readFileSync(join(book, '.octavo/.gitignore'), 'utf8'), '*\n');
});

test('nothing appears before the commit, and the folders above are made', (t) => {
  const book = makeBook(t);
  const destination = join(book, 'out', 'site');
  const { value } = openPublication({ book, destination, program: '1.0.0' });
  assert.equal(value?.add({ path: 'index.html', content: 'home' }), true);
  assert.equal(existsSync(destination), false);
  assert.deepEqual(value?.commit('1', null).diagnostics, []);
  assert.deepEqual(readTree(destination), { 'index.html': 'home' });
});

test('an abandoned publication leaves nothing, the folders above included', (t) => {
  const book = makeBook(t);
  const { value } = openPublication({ book, destination: join(book, 'out', 'site'), program: '1.0.0' });
  value?.add({ path: 'index.html', content: 'home' });
  value?.abandon();
  value?.abandon();
  assert.equal(value?.add({ path: 'about/index.html', content: 'late' }), false);
  assert.deepEqual(readdirSync(book), ['content']);
});

test('an abandoned update leaves the published site', (t) => {
  const book = makeBook(t);
  publish(book, SITE);
  const publication = open(book);
  publication.add({ path: 'index.html', content: 'other' });
  publication.abandon();
  assert.deepEqual(readTree(join(book, 'public')), sorted(SITE));
  assert.deepEqual(readdirSync(join(book, 'public', '.octavo')), ['manifest.json']);
});

test('an update writes what differs, keeps the times of the rest and removes what is gone', (t) => {
  const book = makeBook(t);
  publish(book, SITE);
  const kept = join(book, 'public/part-1/one/index.html');
  const before = statSync(kept, { bigint: true });
  const next = { 'index.html': 'new home', 'part-1/index.html': 'part', 'part-1/one/index.html': 'one' };
  assert.deepEqual(publish(book, next).value, { written: 1, unchanged: 2, removed: 1 });
  assert.deepEqual(readTree(join(book, 'public')), next);
  const after = statSync(kept, { bigint: true });
  assert.deepEqual([after.mtimeNs, after.ino], [before.mtimeNs, before.ino]);
});

test('two machines that publish the same site write the same bytes, manifest included', (t) => {
  const books = [makeBook(t), makeBook(t)] as const;
  publish(books[0], SITE);
  publish(books[1], { 'old.html': 'an earlier version', ...SITE });
  publish(books[1], Object.fromEntries(Object.entries(SITE).reverse()));
  assert.equal(read(books[0], '.octavo/manifest.json'), read(books[1], '.octavo/manifest.json'));
  assert.equal(read(books[0], '.octavo/manifest.json').includes(books[0]), false);
});

test('a name that is too long for the system is one error with the path and the reason', (t) => {
  const book = makeBook(t);
  publish(book, SITE);
  const path = `${'long'.repeat(80)}/index.html`;
  const { diagnostics } = publish(book, { ...SITE, [path]: 'x' });
  const message = `The site could not be written, at "public/${path}": name too long (ENAMETOOLONG).`;
  assert.deepEqual(
    diagnostics.map((diagnostic) => diagnostic.message),
    [message],
  );
  assert.deepEqual(readTree(join(book, 'public')), sorted(SITE));
});

test('all faults of the paths are reported at once, and nothing is published', (t) => {
  const book = makeBook(t);
  const site = { ...SITE, '../up.html': 'x', 'Part-1/one/INDEX.html': 'x', 'part-1/one': 'x' };
  assert.deepEqual(codesOf(publish(book, site)), [
    'output/unsafe-path',
    'output/duplicate-path',
    'output/file-and-folder',
  ]);
  assert.deepEqual(readdirSync(book), ['content']);
});
