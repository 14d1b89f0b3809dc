import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportUnreadFormula } from '../../../src/markdown/math/report-unread-formula.js';

const places = (body: string, bodyLine = 1) =>
  reportUnreadFormula(body, { file: 'content/a.md', bodyLine }).map(
    ({ code, line, column }) => `${line}:${column} ${code}`,
  );

test('a formula is found in each form, the first of a chapter, at its place', () => {
  assert.deepEqual(places('Let $a_1 + b^2 = c$ and $d_1$ hold.\n'), ['1:5 markdown/math-off']);
  assert.deepEqual(places('Text.\n\n$$\n\\frac{1}{2}\n$$\n', 5), ['7:1 markdown/math-off']);
  assert.deepEqual(places('See \\(x^{2}\\) there.\n'), ['1:5 markdown/math-off']);
  assert.deepEqual(places('\\[ \\int f \\]\n'), ['1:1 markdown/math-off']);
});

test('prices, escaped brackets and code are none', () => {
  for (const text of [
    'It costs $5 or $6.\n',
    'He said \\[sic\\] no.\n',
    '`$a_1$`\n',
    'US$6 billion of US$9.\n',
  ])
    assert.deepEqual(places(text), [], text);
});
