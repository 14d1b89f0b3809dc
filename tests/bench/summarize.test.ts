import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Measurement } from '../../bench/measure.js';
import type { BookResult } from '../../bench/measure-book.js';
import { judge } from '../../bench/summarize.js';

function build(wallSeconds: number, peakBytes: number): readonly Measurement[] {
  return [{ wallSeconds, cpuSeconds: wallSeconds, peakBytes }];
}

function book(chapters: number, runs: BookResult['runs']): BookResult {
  return { chapters, sourceBytes: 1, published: {}, runs };
}

const judged = book(5000, {
  cold: { octavo: build(3, 200), hugo: build(4, 1000) },
  unchanged: { octavo: build(0.5, 50), hugo: build(4, 1000) },
});

test('each promise is the ratio of medians, and is kept up to its limit', () => {
  const grown = book(20_000, { cold: { octavo: build(12, 1000) } });
  assert.deepEqual(
    judge([judged, grown]).map(({ figure, kept }) => [figure, kept]),
    [
      [0.75, true],
      [0.2, true],
      [0.125, false],
      [0.125, false],
      [1, true],
      [1.25, false],
    ],
  );
});

test('what was not measured is neither kept nor missed', () => {
  const alone = book(5000, { cold: { octavo: build(2, 200) } });
  assert.deepEqual(
    judge([alone]).map(({ figure, kept }) => [figure, kept]),
    Array(6).fill([null, null]),
  );
});
