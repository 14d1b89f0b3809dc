import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeSegment, encodeName, encodeSegment } from '../../src/url/url.js';

test('a name is encoded so that a server finds that name', () => {
  assert.equal(encodeName('a-b_c.d~e+f@g'), 'a-b_c.d~e+f@g');
  assert.equal(encodeName("é 'x' (1)#2?.png"), '%C3%A9%20%27x%27%20%281%29%232%3F.png');
  assert.equal(encodeName('50%20'), '50%2520');
});

test('a segment written by an author keeps its escapes', () => {
  assert.equal(encodeSegment('a%20b'), 'a%20b');
  assert.equal(encodeSegment('50% %c3%a9é'), '50%25%20%c3%a9%C3%A9');
});

test('a segment is decoded as a server does, or not at all', () => {
  assert.equal(decodeSegment('a%20b%c3%a9'), 'a bé');
  assert.equal(decodeSegment('50%'), '50%');
  assert.equal(decodeSegment('50%%20'), '50% ');
  assert.equal(decodeSegment('%ff'), null);
});

test('every name comes back from its URL', () => {
  const name = fc.string({ unit: 'grapheme' });
  fc.assert(fc.property(name, (text) => decodeURIComponent(encodeName(text)) === text));
  fc.assert(fc.property(name, (text) => /^[\w.~+@%$&,:;=[\]/-]*$/.test(encodeName(text))));
});
