import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { withoutPrivileges } from '../support/unprivileged.js';
import { codesOf, makeBook, publish, readTree } from './site.js';

const SITE = { 'index.html': 'home' };

function makeFullBook(t: Parameters<typeof makeBook>[0]): string {
  const home = makeBook(t);
  const book = join(home, 'book');
  for (const folder of ['content', 'static', '.git']) mkdirSync(join(book, folder), { recursive: true });
  writeFileSync(join(book, 'a-file'), 'text');
  symlinkSync(join(book, 'content'), join(book, 'to-content'));
  symlinkSync(home, join(book, 'to-outside'));
  symlinkSync(join(home, 'nowhere'), join(book, 'to-nowhere'));
  symlinkSync(book, join(home, 'to-book'));
  mkdirSync(join(home, 'content-elsewhere/public'), { recursive: true });
  symlinkSync(join(home, 'content-elsewhere'), join(book, 'data'));
  return book;
}

const REFUSED: readonly [string, string][] = [
  ['.', "it is the book's own folder"],
  ['..', 'it holds the book'],
  ['/', 'it holds the book'],
  ['content', "it is the book's content/"],
  ['content/public', "it lies inside the book's content/"],
  ['static/not/yet/there', "it lies inside the book's static/"],
  ['templates', "it is the book's templates/"],
  ['.git/public', "it lies inside the book's .git/"],
  ['public/../content/x', "it lies inside the book's content/"],
  ['to-content/public', "it lies inside the book's content/"],
  ['../to-book', "it is the book's own folder"],
  ['../to-book/static', "it is the book's static/"],
  ['../content-elsewhere', "it is the book's data/"],
  ['../content-elsewhere/public', "it lies inside the book's data/"],
  ['to-outside', 'it holds the book'],
  ['to-outside/site', 'a link leads out of the book there'],
  ['a-file', 'it is a file'],
];

for (const [destination, reason] of REFUSED) {
  test(`"${destination}" is refused: ${reason}`, (t) => {
    const book = makeFullBook(t);
    const before = readTree(join(book, '..'));
    const { diagnostics } = publish(book, SITE, { destination: resolve(book, destination) });
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['output/destination-refused'],
    );
    assert.ok(diagnostics[0]?.message.endsWith(`: ${reason}.`), diagnostics[0]?.message);
    assert.deepEqual(readTree(join(book, '..')), before);
  });
}

test('a path below a file and a link to nowhere are faults of the disk, not of ours', (t) => {
  const book = makeFullBook(t);
  for (const destination of ['a-file/public', 'to-nowhere', 'to-nowhere/public']) {
    const outcome = publish(book, SITE, { destination: join(book, destination) });
    assert.deepEqual(codesOf(outcome), ['output/cannot-write'], destination);
  }
});

test('a folder beside one with a like name is fine', (t) => {
  const book = makeFullBook(t);
  for (const destination of ['content-public', '../book-public', 'public', '../elsewhere/deep']) {
    const outcome = publish(book, SITE, { destination: join(book, destination) });
    assert.deepEqual(outcome.diagnostics, [], destination);
    assert.deepEqual(readTree(join(book, destination)), SITE);
  }
});

test('links outside the book are followed: they are the machine’s own', (t) => {
  const book = makeFullBook(t);
  mkdirSync(join(book, '../releases/5'), { recursive: true });
  symlinkSync(join(book, '../releases/5'), join(book, '../current'));
  assert.deepEqual(publish(book, SITE, { destination: join(book, '../current') }).diagnostics, []);
  assert.deepEqual(readTree(join(book, '../releases/5')), SITE);
});

test('a book that is reached through a link publishes like any other', (t) => {
  const book = join(makeFullBook(t), '../to-book');
  assert.deepEqual(publish(book, SITE).diagnostics, []);
  assert.deepEqual(readTree(join(book, 'public')), SITE);
});

test('an empty folder whose parent may not be written to is published into', (t) => {
  const book = makeFullBook(t);
  chmodSync(join(book, '..'), 0o755);
  mkdirSync(join(book, 'public'));
  chmodSync(join(book, 'public'), 0o777);
  const refused = withoutPrivileges(() => publish(book, SITE, { destination: join(book, 'other') }));
  assert.match(refused.diagnostics[0]?.message ?? '', /permission denied \(EACCES\)\.$/);
  assert.deepEqual(withoutPrivileges(() => publish(book, SITE)).diagnostics, []);
  assert.deepEqual(readTree(join(book, 'public')), SITE);
});
