import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestWord } from '../../src/text/nearest.js';

const commands = ['build', 'serve', 'server', 'new', 'list', 'check', 'init'];

const cases: readonly (readonly [string, string | null])[] = [
  ['biuld', 'build'],
  ['buidl', 'build'],
  ['bulid', 'build'],
  ['buil', 'build'],
  ['builds', 'build'],
  ['BUILD', 'build'],
  ['serv', 'serve'],
  ['lsit', 'list'],
  ['nw', 'new'],
  ['x', null],
  ['publish', null],
  ['', null],
];

for (const [word, nearest] of cases) {
  test(`\`${word}\` was probably meant as ${nearest}`, () =>
    assert.equal(nearestWord(word, commands), nearest));
}

test('among equals the first wins', () => {
  assert.equal(nearestWord('bat', ['cat', 'hat']), 'cat');
});

test('of a text that nobody mistypes as a name nothing is near, whatever it costs to compare', () => {
  const text = 'x'.repeat(100_000);
  assert.equal(nearestWord(text, [`${text}y`]), null);
});
