import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMarkedLines } from '../../../src/markdown/highlight/highlight-code.js';

const numbers = (list: string, count: number) =>
  findMarkedLines(list, count).flatMap((isMarked, index) => (isMarked ? [index + 1] : []));

test('lines and ranges are found, whatever separates them', () => {
  assert.deepEqual(numbers('1', 3), [1]);
  assert.deepEqual(numbers('2-4 7', 9), [2, 3, 4, 7]);
  assert.deepEqual(numbers('2, 3-4,  3', 9), [2, 3, 4]);
  assert.deepEqual(numbers('', 3), []);
});

test('what lies outside the listing or is no range marks nothing', () => {
  assert.deepEqual(numbers('0 3-999999999 12', 4), [3, 4]);
  assert.deepEqual(numbers('4-2 a -1 1-', 4), []);
});
