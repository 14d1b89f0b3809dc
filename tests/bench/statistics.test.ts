import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { median, medianOfMeasured, ratio } from '../../bench/statistics.js';

test('the median is the middle value, or the mean of the two in the middle', () => {
  assert.equal(median([10, 9, 2]), 9);
  assert.equal(median([4, 1, 100, 2]), 3);
  assert.equal(median([7]), 7);
  assert.ok(Number.isNaN(median([])));
});

test('the median has as many values below as above, whatever the order, and leaves the list alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      const given = [...values];
      const middle = median(values);
      assert.deepEqual(values, given);
      assert.ok(values.filter((value) => value < middle).length <= values.length / 2);
      assert.ok(values.filter((value) => value > middle).length <= values.length / 2);
    }),
  );
});

test('one build that could not be measured leaves the median unknown', () => {
  assert.equal(medianOfMeasured([3, 1, 2]), 2);
  assert.equal(medianOfMeasured([3, null, 2]), null);
  assert.equal(medianOfMeasured([]), null);
});

test('a ratio with an unknown or an empty side is unknown', () => {
  assert.equal(ratio(1, 4), 0.25);
  assert.equal(ratio(0, 4), 0);
  assert.equal(ratio(null, 4), null);
  assert.equal(ratio(1, null), null);
  assert.equal(ratio(1, 0), null);
});
