import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
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
  NEW,
  NEXT,
  prepareFirst,
  prepareUpdate,
} from './failures.js';
import { codesOf, publish, readTree, sorted } from './site.js';

const CLEANING: readonly unknown[] = ['removeTree', 'removeFolder'];

for (const failure of ['once', 'full'] as const) {
  test(`an update whose disk fails (${failure}) at any call leaves whole files and no work`, (t) => {
    forEachFailure(failure, prepareUpdate(t), (book, disk, codes) => {
      assertWhole(book);
      if (!CLEANING.includes(disk.failed())) {
        assert.deepEqual(codes, ['output/cannot-write'], String(disk.failed()));
        assertNoWorkLeft(book);
      }
      assertHeals(book, NEXT, FOREIGN);
    });
  });

  for (const state of ['absent', 'empty'] as const) {
    test(`a first publication whose disk fails (${failure}) at any call leaves the folder ${state}`, (t) => {
      forEachFailure(failure, prepareFirst(t, state), (book, disk, codes) => {
        assert.deepEqual(readTree(join(book, 'public')), codes?.length === 0 ? sorted(NEW) : {});
        if (codes?.length !== 0) assert.equal(existsSync(join(book, 'public')), state === 'empty');
        if (!CLEANING.includes(disk.failed())) assertNoWorkLeft(book);
        assertHeals(book, NEXT, {});
      });
    });
  }
}

test('a full disk while the site is staged leaves the published one as it was', (t) => {
  const prepare = prepareUpdate(t);
  const book = prepare();
  const before = readTree(join(book, 'public'));
  const whole = failAt(Number.POSITIVE_INFINITY, 'full');
  const { value } = openPublication({
    book,
    destination: join(book, 'public'),
    program: '1.0.0',
    disk: whole,
  });
  assert.ok(value);
  for (const [path, content] of Object.entries(NEW)) value.add({ path, content });
  const staged = whole.calls();
  value.abandon();
  assert.ok(staged > 20);
  for (let n = 1; n <= staged; n += 1) {
    assert.deepEqual(codesOf(publish(book, NEW, { disk: failAt(n, 'full') })), ['output/cannot-write']);
    assert.deepEqual(readTree(join(book, 'public')), before);
  }
});
