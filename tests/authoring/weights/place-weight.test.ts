import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findStep, placeWeight } from '../../../src/authoring/weights/place-weight.js';
import { draws } from '../../support/draws.js';

const plan = (weights: readonly number[], at: number, own: number | null = null) => {
  const { weight, changes } = placeWeight(weights, at, own);
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

test('the first pages of a section move down by the step in use, where there is room for it', () => {
  assert.deepEqual(plan([323, 324, 325, 326, 327], 2), { weight: 324, changes: { 0: 322, 1: 323 } });
  assert.deepEqual(plan([110, 120], 0), { weight: 100, changes: {} });
  assert.deepEqual(plan([11, 12, 13, 14, 15], 2), { weight: 12, changes: { 0: 10, 1: 11 } });
});

test('a page that is moved keeps its weight where its neighbours give way more cheaply', () => {
  assert.deepEqual(plan([1, 6, 7, 8], 2, 5), { weight: 5, changes: { 1: 3 } });
  assert.deepEqual(plan([10, 20, 30], 1, 15), { weight: 15, changes: {} });
  assert.deepEqual(plan([1, 2, 4, 5], 4, 3), { weight: 6, changes: {} });
});

test('pages without weight that are to stand before get one', () => {
  assert.deepEqual(plan([10, 0, 0], 3), { weight: 40, changes: { 1: 20, 2: 30 } });
  assert.deepEqual(plan([10, 0, 0], 1), { weight: 20, changes: {} });
});

test('0 is no weight and is stepped over; below 1 only where weights are already', () => {
  assert.deepEqual(plan([-1, 2], 1), { weight: 1, changes: {} });
  assert.deepEqual(plan([-1, 1], 1), { weight: 2, changes: { 1: 4 } });
  assert.deepEqual(plan([-10, 3], 0), { weight: -23, changes: {} });
  assert.deepEqual(plan([1, 2], 0), { weight: 1, changes: { 0: 2, 1: 3 } });
});

/** Weights of a section in its order: some may be equal, those that are not set come last. */
const sections = fc
  .tuple(fc.boolean(), fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 7 }), fc.nat({ max: 2 }))
  .map(([isLow, set, unset]) => [
    ...set.map((weight) => (isLow && weight < 5 ? weight - 5 : weight)).sort((a, b) => a - b),
    ...new Array<number>(unset).fill(0),
  ]);

const sortable = (weight: number) => (weight === 0 ? Infinity : weight);

/** Whether the pages sort as they stand here: what changes must be clear of its neighbours. */
function isOrdered(weights: readonly number[], isSettled: (index: number) => boolean): boolean {
  return weights.every((weight, index) => {
    const before = weights[index - 1];
    if (before === undefined) return true;
    const [low, high] = [sortable(before), sortable(weight)];
    return isSettled(index - 1) && isSettled(index) ? low <= high : low < high;
  });
}

/** Whether the pages that do not keep their weights have room between those that do. */
function hasRoom(weights: readonly number[], kept: readonly number[], at: number): boolean {
  const floor = weights.some((weight) => weight < 0) ? -Infinity : 0;
  return [...kept, weights.length].every((end, place) => {
    const start = kept[place - 1] ?? -1;
    const between = end - start - 1;
    if (between === 0 && (end === weights.length || (start !== at && end !== at))) return true;
    const low = start === -1 ? floor : sortable(weights[start] ?? 0);
    const high = sortable(weights[end] ?? 0);
    return low < high && high - low - 1 - (low < 0 && high > 0 ? 1 : 0) >= between;
  });
}

/** The least number of pages that must change, found by trying every set of pages that keep their weights. */
function leastChanges(weights: readonly number[], at: number, own: number | null): number {
  const all = weights.toSpliced(at, 0, own ?? 0);
  const indexes = all.map((_, index) => index);
  const sets = Array.from({ length: 2 ** all.length }, (_, set) =>
    indexes.filter((index) => (set >> index) % 2 === 1),
  );
  const fitting = sets.filter((kept) => (own !== null || !kept.includes(at)) && hasRoom(all, kept, at));
  const most = Math.max(...fitting.map((kept) => kept.length));
  return all.length - most - (own === null ? 1 : 0);
}

test('whatever the weights, the order is the asked one, and no smaller number of changes would do', () => {
  const owns = fc.option(fc.integer({ min: 1, max: 13 }), { nil: null });
  fc.assert(
    fc.property(sections, fc.nat(), owns, (list, pick, own) => {
      const at = pick % (list.length + 1);
      const { weight, changes } = placeWeight(list, at, own);
      const after = list.map((old, index) => changes.get(index) ?? old);
      const isSettled = (index: number) => index !== at && !changes.has(index < at ? index : index - 1);
      assert.notEqual(weight, 0);
      assert.ok(isOrdered(after.toSpliced(at, 0, weight), isSettled), `${after.toSpliced(at, 0, weight)}`);
      assert.ok([...changes].every(([index, value]) => value !== 0 && value !== list[index]));
      const isOwnChange = own !== null && own !== weight;
      assert.equal(changes.size + (isOwnChange ? 1 : 0), leastChanges(list, at, own));
    }),
    draws(200),
  );
});
