import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openPublication } from '../../src/output/open-publication.js';
import { failAt } from './failing-disk.js';
import {
  assertHeals,
  assertNoWorkLeft,
  assertWhole,
  FOREIGN,
  forEachFailure,
  HOME,
  NEW,
  NEXT,
  OLD,
  prepareFirst,
  prepareUpdate,
} from './failures.js';
import { inputsOf, makeBook, publish, readTree, sorted } from './site.js';

test('an update killed at any call leaves whole files, and the next build knows what is ours', (t) => {
  let killed = 0;
  for (const nexts of [[NEXT], [NEW, OLD]]) {
    forEachFailure('killed', prepareUpdate(t), (book) => {
      assertWhole(book);
      assertHeals(book, nexts[killed % nexts.length] ?? NEXT, FOREIGN);
      killed += 1;
    });
  }
});

for (const state of ['absent', 'empty'] as const) {
  test(`a first publication to an ${state} folder killed at any call shows the whole site or nothing`, (t) => {
    forEachFailure('killed', prepareFirst(t, state), (book) => {
      const shown = readTree(join(book, 'public'));
      if (Object.keys(shown).length > 0) assert.deepEqual(shown, sorted(NEW));
      assertHeals(book, NEXT, {});
    });
  });
}

test('after a killed build nothing counts as current while anything is unfinished', (t) => {
  let finished = 0;
  forEachFailure('killed', prepareUpdate(t), (book) => {
    const options = { book, destination: join(book, 'public'), program: '1.0.0' };
    if (openPublication(options).value?.findCurrent(inputsOf(NEW)) === null) return;
    finished += 1;
    assert.deepEqual(readTree(join(book, 'public')), sorted({ ...NEW, ...FOREIGN }));
    assertNoWorkLeft(book);
  });
  assert.ok(finished <= 1, `${finished} calls after the last that matters`);
});

test('a build killed while it only removes does not count as current, even once its lock is gone', (t) => {
  const book = makeBook(t);
  const destination = join(book, 'public');
  for (let n = 1, failed: unknown = ''; failed !== null; n += 1) {
    rmSync(destination, { recursive: true, force: true });
    publish(book, { 'a.html': 'a', 'b.html': 'b' });
    const disk = failAt(n, 'killed');
    try {
      publish(book, { 'a.html': 'a' }, { disk });
    } catch {}
    failed = disk.failed();
    for (const name of ['lock', 'work']) rmSync(join(book, HOME, name), { recursive: true, force: true });
    const { value } = openPublication({ book, destination, program: '1.0.0' });
    const report = value?.findCurrent(inputsOf({ 'a.html': 'a' }));
    if (report !== null) assert.deepEqual(readTree(destination), { 'a.html': 'a' });
  }
});
