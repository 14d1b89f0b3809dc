import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rewriteAdmonitions } from '../../../src/authoring/import/rewrite-admonitions.js';

const rewrite = (...lines: readonly string[]) => rewriteAdmonitions(lines.join('\n')).split('\n');

test('call-outs between colons are quoted with all that is in them; nested ones too', () => {
  assert.deepEqual(rewrite('Before.', '', ':::note', 'Mind it.', '', '- so', ':::', 'On.'), [
    'Before.',
    '',
    '> [!NOTE]',
    '> Mind it.',
    '>',
    '> - so',
    '',
    'On.',
  ]);
  assert.deepEqual(rewrite(':::danger[Hot *ink*]', 'x', ':::'), ['> [!CAUTION] Hot *ink*', '> x', '']);
  assert.deepEqual(rewrite('::: tip Title', 'x', ':::'), ['> [!TIP] Title', '> x', '']);
  assert.deepEqual(rewrite('::::info', ':::warning', 'x', ':::', 'y', '::::'), [
    '> [!NOTE]',
    '>',
    '> > [!WARNING]',
    '> > x',
    '>',
    '> y',
    '',
  ]);
});

test('indented call-outs end with the indent', () => {
  assert.deepEqual(rewrite('!!! warning "Hot"', '    One.', '', '    Two.', '', 'On.'), [
    '> [!WARNING] Hot',
    '> One.',
    '>',
    '> Two.',
    '',
    'On.',
  ]);
});

test('call-outs of Quarto have their title in braces or in the first heading, other blocks of Pandoc go', () => {
  assert.deepEqual(rewrite('::: {.callout-tip title="Cold"}', 'x', ':::'), ['> [!TIP] Cold', '> x', '']);
  assert.deepEqual(rewrite('::: {.callout-note collapse="true"}', '## Ink', 'x', ':::'), [
    '> [!NOTE]- Ink',
    '> x',
    '',
  ]);
  assert.deepEqual(rewrite('::: {.column-margin}', 'x', ':::', 'y'), ['x', '', 'y']);
});

test('what folds gets the sign for it, tabs are headings below the last one, and a new call-out stands apart', () => {
  assert.deepEqual(rewrite('??? question "Why?"', '    a', '???+ bug', '    b', 'On.'), [
    '> [!NOTE]- Why?',
    '> a',
    '',
    '> [!CAUTION]+',
    '> b',
    'On.',
  ]);
  assert.deepEqual(rewrite('::: details More {open}', 'x', ':::'), ['> [!NOTE]+ More', '> x', '']);
  assert.deepEqual(rewrite('## A', '', '=== "C"', '    int x;', '', '=== "D"', '', '        code', 'On.'), [
    '## A',
    '',
    '### C',
    'int x;',
    '',
    '### D',
    '',
    '    code',
    'On.',
  ]);
  assert.deepEqual(rewrite('> [!info] A', '> x', '', '> [!note] B'), [
    '> [!NOTE] A',
    '> x',
    '',
    '> [!note] B',
  ]);
});

test('code, and what is no call-out, stays', () => {
  for (const text of ['```\n:::note\n:::\n```', ':::surprise\nx\n:::', 'a ::: b', '!!! surprise'])
    assert.equal(rewriteAdmonitions(text), text);
});
