import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createBitWriter, readBits } from '../../src/words/bits.js';
import { draws } from '../support/draws.js';

const small = fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 2 ** 20 }), fc.nat({ max: 2 ** 24 - 1 }));
const code = fc.record({
  kind: fc.constantFrom('bits', 'rice', 'golomb'),
  value: small,
  width: fc.nat({ max: 20 }),
});

test('numbers are read as they were written, whichever they are and however they are coded', () => {
  fc.assert(
    fc.property(fc.array(code, { maxLength: 200 }), (codes) => {
      const writer = createBitWriter();
      const fits = codes.map(({ kind, value, width }) => ({
        kind,
        width,
        // The other codes hold any number; a number of so many bits, no larger one.
        value: kind === 'bits' ? value % 2 ** width : kind === 'golomb' ? value % 2 ** 16 : value,
      }));
      for (const { kind, value, width } of fits)
        writer[kind as 'bits' | 'rice' | 'golomb'](value, kind === 'golomb' ? width % 8 : width);
      assert.equal(writer.align(), writer.bytes().length);
      const reader = readBits(writer.bytes());
      for (const { kind, value, width } of fits)
        assert.equal(
          reader[kind as 'bits' | 'rice' | 'golomb'](kind === 'golomb' ? width % 8 : width),
          value,
          kind,
        );
    }),
    draws(200),
  );
});

test('small numbers are short', () => {
  const lengthOf = (values: readonly number[]) => {
    const writer = createBitWriter();
    for (const value of values) writer.golomb(value, 0);
    return writer.align();
  };
  assert.equal(lengthOf(new Array<number>(80).fill(0)), 10);
});
