import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeBeginning, decodeText } from '../../src/files/decode.js';
import { draws } from '../support/draws.js';

test('the beginning of a text is what the whole text begins with', () => {
  const piece = fc.constantFrom('a', 'é', '字', '😀', '\n', '\r\n', '\r', '\ufeff');
  fc.assert(
    fc.property(fc.string({ unit: piece, maxLength: 20 }), fc.nat(24), (text, length) => {
      const bytes = Buffer.from(text);
      assert.equal(decodeBeginning(bytes, length), decodeText(bytes)?.slice(0, length));
    }),
    draws(500),
  );
});

test('bytes that are no UTF-8 have no beginning', () => {
  assert.equal(decodeBeginning(Buffer.from([0x61, 0xff]), 2), '');
});
