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
  searched: { octavo: build(4, 300), hugo: build(4, 1000) },
  unchanged: { octavo: build(0.5, 50), hugo: build(4, 1000) },
  list: { octavo: build(0.1, 50) },
});

test('each promise is a ratio of medians, and is kept up to its limit', () => {
  const grown = book(20_000, { cold: { octavo: build(12, 1000) } });
  const figures = judge([judged, grown]).filter(({ figure }) => figure !== null);
  assert.deepEqual(
    figures.map(({ promise, figure, kept }) => [promise.replace(/ over .*/, ''), figure, kept]),
    [
      ['5,000, cold with search, CPU', 1, true],
      ['5,000, cold, wall time', 0.75, false],
      ['5,000, cold, peak memory', 0.2, true],
      ['5,000, nothing changed, wall time', 0.125, false],
      ['5,000, list --json, CPU', 0.025, true],
      ['time per chapter, 20,000', 1, true],
      ['peak memory per chapter, 20,000', 1.25, false],
    ],
  );
});

test('a manual has a promise of its own', () => {
  const manual = book(1000, { cold: { octavo: build(3, 1), hugo: build(4, 1) } });
  assert.deepEqual(
    judge([manual], 'docs').map(({ figure, kept }) => [figure, kept]),
    [[0.75, true]],
  );
});

test('what was not measured is neither kept nor missed', () => {
  const alone = book(5000, { cold: { octavo: build(2, 200) } });
  assert.ok(judge([alone]).every(({ figure, kept }) => figure === null && kept === null));
});
