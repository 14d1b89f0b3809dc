import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findStep, placeWeight } from '../../src/authoring/place-weight.js';

const plan = (weights: readonly number[], at: number) => {
  const { weight, changes } = placeWeight(weights, at);
  return { weight, changes: Object.fromEntries(changes) };
};

test('a gap is halved; the end goes on by the step in use', () => {
  assert.deepEqual(plan([10, 20, 30], 1), { weight: 15, changes: {} });
  assert.deepEqual(plan([10, 20, 30], 3), { weight: 40, changes: {} });
  assert.deepEqual(plan([10, 20, 30], 0), { weight: 5, changes: {} });
  assert.deepEqual(plan([323, 324, 325], 3), { weight: 326, changes: {} });
  assert.deepEqual(plan([], 0), { weight: 10, changes: {} });
  assert.equal(findStep([1]), 1);
});

test('without a gap the least number of neighbours makes room', () => {
  assert.deepEqual(plan([1, 2, 3, 4, 9], 3), { weight: 5, changes: { 3: 7 } });
  assert.deepEqual(plan([1, 5, 6, 7, 8, 9, 10], 3), { weight: 5, changes: { 1: 2, 2: 4 } });
  assert.deepEqual(plan([1, 2, 3], 1), { weight: 2, changes: { 1: 3, 2: 4 } });
});

test('pages without weight that are to stand before get one', () => {
  assert.deepEqual(plan([10, 0, 0], 3), { weight: 40, changes: { 1: 20, 2: 30 } });
  assert.deepEqual(plan([10, 0, 0], 1), { weight: 20, changes: {} });
});

test('whatever the weights, the order is the asked one, and no shorter run would do', () => {
  const weights = fc
    .tuple(
      fc.array(
        fc.integer({ min: -5, max: 40 }).filter((n) => n !== 0),
        { maxLength: 9 },
      ),
      fc.nat(3),
    )
    .map(([set, unset]) => [...set.sort((a, b) => a - b), ...new Array<number>(unset).fill(0)]);
  fc.assert(
    fc.property(weights, fc.nat(), (list, pick) => {
      const at = pick % (list.length + 1);
      const { weight, changes } = placeWeight(list, at);
      const after = list.map((old, index) => changes.get(index) ?? old);
      const placed = [...after.slice(0, at), weight, ...after.slice(at)];
      const sortable = placed.map((value) => (value === 0 ? Number.POSITIVE_INFINITY : value));
      assert.notEqual(weight, 0);
      if (at > 0) assert.ok((sortable[at - 1] ?? 0) < weight, `${placed}`);
      if (at < list.length) assert.ok(weight < (sortable[at + 1] ?? 0), `${placed}`);
      assert.deepEqual(
        [...sortable].sort((a, b) => (a === b ? 0 : a - b)),
        sortable,
      );
    }),
    { numRuns: 2000 },
  );
});
