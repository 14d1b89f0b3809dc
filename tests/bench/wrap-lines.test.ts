import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wrapLines } from '../../bench/wrap-lines.js';

test('lines break at spaces and after the hyphens of compounds', () => {
  assert.equal(wrapLines('one two-to-three four', 8), 'one two-\nto-three\nfour');
});

test('a line is filled to the last character, and a space at its end takes none', () => {
  assert.equal(wrapLines('abcd efgh ijkl', 9), 'abcd efgh\nijkl');
});

test('what is longer than a line stands alone', () => {
  assert.equal(wrapLines('a unbreakable b', 5), 'a\nunbreakable\nb');
});

test('joining the lines gives the paragraph again', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}(-[a-z]{1,6})?$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 1, max: 30 }), (words, width) => {
      const lines = wrapLines(words.join(' '), width).split('\n');
      const joined = lines.reduce((text, line) => text + (text.endsWith('-') ? '' : ' ') + line);
      assert.equal(joined, words.join(' '));
    }),
  );
});
