import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileGlob } from '../../src/files/glob.js';

const cases: readonly (readonly [pattern: string, path: string, matches: boolean])[] = [
  ['/a/b', '/a/b', true],
  ['/a/b', '/a/bc', false],
  ['/A/b', '/a/B', true],
  ['/a/*', '/a/b', true],
  ['/a/*', '/a/b/c', false],
  ['/a/**', '/a/b/c', true],
  ['/a/**', '/a', false],
  ['/a**', '/a', true],
  ['**.jpg', 'x/y.jpg', true],
  ['*.jpg', 'x/y.jpg', false],
  ['{/a,/a/**}', '/a', true],
  ['{/a,/a/**}', '/a/b', true],
  ['/{a,b{1,2}}', '/b2', true],
  ['/{a,b{1,2}}', '/b3', false],
  ['/a?c', '/abc', true],
  ['/a?c', '/a/c', false],
  ['/[a-c]x', '/bx', true],
  ['/[!a-c]x', '/bx', false],
  ['/\\*', '/*', true],
  ['/\\*', '/a', false],
  ['', '', true],
  ['ä*', 'Äb', true],
];

test('patterns match as they do in Hugo', () => {
  for (const [pattern, path, matches] of cases) {
    assert.equal(compileGlob(pattern)?.(path), matches, `${pattern} ${path}`);
  }
});

test('an unclosed bracket, and a pattern that stands for too many, are no patterns', () => {
  for (const pattern of ['{a', '[a', '{a,b'.concat('{'), '{1,2}'.repeat(11)])
    assert.equal(compileGlob(pattern), null);
});

test('a pattern of many stars takes no more than its share of time', () => {
  assert.equal(compileGlob('**a'.repeat(500))?.('a'.repeat(499)), false);
});
