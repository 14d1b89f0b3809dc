import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diffLines } from '../../src/text/diff-lines.js';
import { draws } from '../support/draws.js';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

test('a difference holds both texts, in order', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const diff = diffLines(before, after);
      assert.deepEqual(
        diff.filter(({ kind }) => kind !== '+').map(({ text }) => text),
        before,
      );
      assert.deepEqual(
        diff.filter(({ kind }) => kind !== '-').map(({ text }) => text),
        after,
      );
    }),
    draws(100),
  );
});

test('no difference is larger than the longest common part allows', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const shared = diffLines(before, after).filter(({ kind }) => kind === ' ').length;
      assert.equal(shared, longestCommon(before, after));
    }),
    draws(50),
  );
});

function longestCommon(a: readonly string[], b: readonly string[]): number {
  const row = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const cell = a[i] === b[j] ? at(row, i + 1, j + 1) + 1 : Math.max(at(row, i + 1, j), at(row, i, j + 1));
      (row[i] ?? [])[j] = cell;
    }
  }
  return at(row, 0, 0);
}

function at(rows: readonly (readonly number[])[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}
