import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planMoves } from '../../src/output/publish.js';

function plan(changed: readonly string[], missing: readonly string[] = []): readonly string[] {
  return planMoves(changed, (folder) => missing.includes(folder)).map(({ path }) => path);
}

test('styles come before pages, pages before lists, the home page last', () => {
  const changed = ['404.html', 'a/index.html', 'a/one/index.html', 'index.html', 'index.xml', 'z/style.css'];
  const order = ['z/style.css', 'a/one/index.html', 'a/index.html', '404.html', 'index.xml', 'index.html'];
  assert.deepEqual(plan(changed), order);
  assert.deepEqual(plan([...changed].reverse()), order);
});

test('a missing folder is moved once and as a whole, before the page that lists it', () => {
  const changed = ['a/index.html', 'a/new/index.html', 'a/new/deep/index.html', 'a/new/picture.png'];
  assert.deepEqual(plan(changed, ['a/new', 'a/new/deep']), ['a/new', 'a/index.html']);
});

test('a missing folder without pages comes before all pages', () => {
  assert.deepEqual(plan(['a/index.html', 'z/fonts/x.woff2', 'z/x.css'], ['z']), ['z', 'a/index.html']);
});
