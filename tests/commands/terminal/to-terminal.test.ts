import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPalette, formatJsonText, toTerminal } from '../../../src/commands/terminal/to-terminal.js';

const controls = Array.from({ length: 160 }, (_, code) => String.fromCharCode(code)).filter(
  (sign) => /\p{Cc}/u.test(sign) && !'\t\n'.includes(sign),
);

test('no control character, and nothing that turns the direction of text, reaches a terminal', () => {
  const text = [...controls, '\u202e', '\u2066'].join('x');
  assert.doesNotMatch(toTerminal(text), /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  assert.equal(toTerminal('\u001b]0;title\u0007'), '␛]0;title␇');
  assert.equal(toTerminal('one\r\ntwo\tthree\n'), 'one\ntwo\tthree\n');
});

test('what a palette paints is painted, also around a text that tries to paint itself', () => {
  const { error } = createPalette(true);
  assert.equal(toTerminal(error('a\u001b[1mb')), '\u001b[31ma␛[1mb\u001b[0m');
  assert.equal(toTerminal(createPalette(false).error('a')), 'a');
});

test('JSON says the same to a program and nothing to a terminal', () => {
  const data = { title: [...controls, '\u202e', '\ufdd0', 'é'].join('') };
  const text = formatJsonText(data);
  assert.deepEqual(JSON.parse(text), data);
  assert.equal(toTerminal(text), text);
});
