import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { openPublication } from '../../src/output/open-publication.js';
import { HOME } from './failures.js';
import { codesOf, inputsOf, makeBook, publish, readTree, type Site, writeTree } from './site.js';

const SITE: Site = { 'index.html': 'home', 'a/index.html': 'a' };
const NEXT: Site = { 'index.html': 'next' };

const LEFTOVER: Site = { 'work/site/half.html': 'ha', 'work/draft': '{', 'lock.old': '1 1\n' };

/** Leaves what a build leaves that was killed while it held the lock. */
function leaveWork(home: string, lock: string): void {
  writeTree(home, { ...LEFTOVER, lock });
}

/** The number of a process that has ended. */
function findDeadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

test('two publications of one process do not meet', (t) => {
  const book = makeBook(t);
  const { value } = openPublication({ book, destination: join(book, 'public'), program: '1.0.0' });
  value?.add({ path: 'index.html', content: 'first' });
  const [diagnostic] = publish(book, SITE).diagnostics;
  assert.equal(diagnostic?.code, 'output/locked');
  assert.equal(diagnostic.message, `Another build is writing to the same folder (process ${process.pid}).`);
  assert.deepEqual(value?.commit('1', null).diagnostics, []);
  assert.deepEqual(readTree(join(book, 'public')), { 'index.html': 'first' });
  assert.deepEqual(publish(book, SITE).diagnostics, []);
});

for (const home of [HOME, '.public.octavo', 'public/.octavo']) {
  test(`the lock of a living process in ${home} is respected`, (t) => {
    const book = makeBook(t);
    if (home.startsWith('public')) publish(book, SITE);
    leaveWork(join(book, home), `${process.ppid} 1\n`);
    const before = readTree(book);
    assert.deepEqual(codesOf(publish(book, NEXT)), ['output/locked']);
    assert.deepEqual(readTree(book), before);
  });

  for (const lock of [
    `${findDeadProcess()} 1\n`,
    `${process.pid} 1\n`,
    '',
    `${process.ppid} 1`,
    'nonsense\n',
  ]) {
    test(`a lock in ${home} that says ${JSON.stringify(lock)} is a dead one`, (t) => {
      const book = makeBook(t);
      if (home.startsWith('public')) publish(book, SITE);
      leaveWork(join(book, home), lock);
      assert.deepEqual(publish(book, NEXT).diagnostics, []);
      assert.deepEqual(readTree(join(book, 'public')), NEXT);
      assert.deepEqual(readdirSync(book), ['.octavo', 'content', 'public']);
      assert.deepEqual(readdirSync(join(book, HOME)), ['report.json']);
    });
  }
}

test('leftovers beside a destination that is there by now are removed', (t) => {
  const book = makeBook(t);
  publish(book, SITE);
  leaveWork(join(book, '.public.octavo'), `${findDeadProcess()} 1\n`);
  assert.deepEqual(publish(book, SITE).value, { written: 0, unchanged: 2, removed: 0 });
  assert.deepEqual(readdirSync(book), ['.octavo', 'content', 'public']);
});

test('asking whether there is anything to do takes no lock and leaves no trace', (t) => {
  const book = makeBook(t);
  publish(book, SITE);
  writeFileSync(join(book, HOME, 'lock'), `${process.ppid} 1\n`);
  const before = readTree(book);
  const { value } = openPublication({ book, destination: join(book, 'public'), program: '1.0.0' });
  assert.equal(value?.findCurrent(inputsOf(SITE)), null);
  assert.deepEqual(readTree(book), before);
});
