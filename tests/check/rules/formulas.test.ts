import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFormulaCheck } from '../../../src/check/rules/formulas.js';
import { checkText, openText } from '../check-text.js';

const places = (text: string) => checkText(text, 'en', [createFormulaCheck(false)]);

test('the first formula of a book without math is told, and no other', () => {
  const check = createFormulaCheck(false);
  const code = (text: string) => check(openText(text)).map(({ diagnostic }) => diagnostic.code);
  assert.deepEqual(code('Plain.\n'), []);
  assert.deepEqual(code('Let $a_1 + b^2 = c$ hold.\n'), ['markdown/math-off']);
  assert.deepEqual(code('$$\n\\sum x_i\n$$\n'), []);
});

test('a formula is found in each form, at its place', () => {
  assert.deepEqual(places('---\ntitle: T\n---\n\nText.\n\n$$\n\\frac{1}{2}\n$$\n'), [
    '7:1 markdown/math-off',
  ]);
  assert.deepEqual(places('See \\(x^{2}\\) there.\n'), ['1:5 markdown/math-off']);
  assert.deepEqual(places('\\[ \\int f \\]\n'), ['1:1 markdown/math-off']);
});

test('prices, escaped brackets and code are none; nothing is told where math is on', () => {
  for (const text of [
    'It costs $5 or $6.\n',
    'He said \\[sic\\] no.\n',
    '`$a_1$`\n',
    'US$6 billion of US$9.\n',
  ])
    assert.deepEqual(places(text), [], text);
  assert.deepEqual(checkText('$a_1$\n', 'en', [createFormulaCheck(true)]), []);
});
