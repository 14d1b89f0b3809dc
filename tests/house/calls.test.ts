import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSourceModules } from './source-files.js';

/** A list that is spread as arguments. What is spread into a literal or an object in an argument is no argument, and a choice (`...(a ? [b] : [])`) no list. */
const spread =
  /\.(?:push|unshift|splice|fromCharCode|fromCodePoint)\((?:[^(){}]*,\s*)?\.\.\.(?!\()|Math\.(?:max|min|hypot)\(\s*\.\.\./g;

test('no list is spread as arguments: of a hundred thousand the stack overflows', () => {
  const found = readSourceModules().flatMap(({ path, text }) => {
    return [...text.replace(/\/\*\*[\s\S]*?\*\//g, '').matchAll(spread)].map(([call]) => `${path}: ${call}`);
  });
  assert.deepEqual(found, []);
});
