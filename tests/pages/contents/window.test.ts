import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placeWindow } from '../../../src/pages/contents/navigation.js';

const rule = { whole: 60, around: 12 };

test('up to 60 entries are shown whole', () => {
  assert.deepEqual(placeWindow(60, 59, rule), { start: 0, end: 60 });
  assert.deepEqual(placeWindow(61, 60, rule), { start: 48, end: 61 });
});

test('a long list: 12 or what there is on each side, 36 at most, the same for neighbours in a dozen', () => {
  const long = fc
    .integer({ min: 61, max: 100_000 })
    .chain((length) => fc.tuple(fc.constant(length), fc.nat(length - 1)));
  fc.assert(
    fc.property(long, ([length, entry]) => {
      const { start, end } = placeWindow(length, entry, rule);
      assert.ok(start <= Math.max(0, entry - 12) && end >= Math.min(length, entry + 13));
      assert.ok(start >= 0 && end <= length && end - start <= 36);
      assert.deepEqual(placeWindow(length, entry - (entry % 12), rule), { start, end });
    }),
  );
});

test('without an entry, the beginning', () => {
  assert.deepEqual(placeWindow(5000, -1, rule), { start: 0, end: 24 });
});
