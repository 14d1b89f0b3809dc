import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatBook, formatJudgements } from '../../bench/format-report.js';

test('a missed promise says so, a kept one too, and one that was not measured is left out', () => {
  const text = formatJudgements([
    { promise: 'first', limit: 0.75, figure: 0.8, kept: false },
    { promise: 'second', limit: 0.1, figure: 0.05, kept: true },
    { promise: 'third', limit: 1.2, figure: null, kept: null },
  ]);
  assert.match(text, /^first +0\.80 +≤ 0\.75 +MISSED$/m);
  assert.match(text, /^second +0\.050 +≤ 0\.10 +kept$/m);
  assert.doesNotMatch(text, /third/);
});

test('a book without Hugo shows its own figures and no ratio', () => {
  const run = { wallSeconds: 0.25, cpuSeconds: null, peakBytes: 2e8 };
  const text = formatBook({
    chapters: 1000,
    sourceBytes: 8.4e6,
    published: { octavo: { pages: 1021, bytes: 17e6 } },
    runs: { cold: { octavo: [run] } },
  });
  assert.match(text, /^1,000 chapters, 8\.4 MB → octavo 1,021 pages, 17\.0 MB$/m);
  assert.match(text, /^ {2}cold build, wall +250 ms +– +– +\(0\.25–0\.25\)$/m);
  assert.match(text, /^ {2}cold build, CPU +– +– +–$/m);
  assert.match(text, /^ {2}cold build, peak memory +200\.0 MB +– +–$/m);
});
