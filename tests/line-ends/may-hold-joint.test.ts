import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mayHoldJoint } from '../../src/line-ends/may-hold-joint.js';
import { draws } from '../support/draws.js';

/** The same in one expression, which tries at every character and takes twenty times as long. */
const marks = '[*_~`\\u2063\\])]{0,8}';
const hyphen = '(?:[-‐¬\\u00ad]|&shy;|&#\\w{1,8};)';
const whole = new RegExp(
  `(?:${hyphen}|[–—/])${marks}[ \\t]{0,8}\\n[ \\t>]{0,80}\\S|[^\\s|>:-]${marks}${hyphen}${marks} {1,3}\\S|\\n[ \\t>]{0,80}(?:[–—]|--)`,
);

test('a text may hold a joint where one expression for all of them finds one', () => {
  const piece = fc.constantFrom(
    'a',
    'word',
    ' ',
    '\n',
    '-',
    '--',
    '–',
    '/',
    '*',
    '>',
    '|',
    ':',
    '&shy;',
    '&#173;',
    ']',
    '\t',
    '—',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (parts) => {
      const text = parts.join('');
      assert.equal(mayHoldJoint(text), whole.test(text), JSON.stringify(text));
    }),
    draws(2000),
  );
});
