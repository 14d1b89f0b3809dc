import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { numberLength, numberText, readNumbers } from '../../src/words/number-text.js';

test('numbers are read as they were written, whichever they are', () => {
  const numbers = fc.array(fc.oneof(fc.nat({ max: 4000 }), fc.nat()));
  fc.assert(
    fc.property(numbers, (list) => {
      const reader = readNumbers(`xx${list.map(numberText).join('')}`, 2);
      assert.deepEqual(list.map(reader.next), list);
      for (const number of list) assert.equal(numberLength(number), numberText(number).length);
    }),
  );
});

test('small numbers are short, and every character stands in a string as it is', () => {
  assert.deepEqual(
    [60, 61, 2012, 2013, 64_476, 64_477].map((number) => numberText(number).length),
    [1, 2, 2, 3, 3, 4],
  );
  const all = Array.from({ length: 3000 }, (_, number) => numberText(number)).join('');
  assert.equal(JSON.stringify(all), `"${all}"`);
});
