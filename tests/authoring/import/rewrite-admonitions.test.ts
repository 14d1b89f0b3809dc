import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rewriteAdmonitions } from '../../../src/authoring/import/rewrite-admonitions.js';

const rewrite = (...lines: readonly string[]) => rewriteAdmonitions(lines.join('\n')).split('\n');

test('call-outs between colons are quoted with all that is in them, titles in bold; nested ones too', () => {
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
  assert.deepEqual(rewrite(':::danger[Hot *ink*]', 'x', ':::'), [
    '> [!CAUTION]',
    '> **Hot *ink***',
    '>',
    '> x',
    '',
  ]);
  assert.deepEqual(rewrite('::: tip Title', 'x', ':::'), ['> [!TIP]', '> **Title**', '>', '> x', '']);
  assert.deepEqual(rewrite('::::info', ':::warning', 'x', ':::', 'y', '::::'), [
    '> [!NOTE]',
    '> > [!WARNING]',
    '> > x',
    '',
    '> y',
    '',
  ]);
});

test('indented call-outs end with the indent', () => {
  assert.deepEqual(rewrite('!!! warning "Hot"', '    One.', '', '    Two.', '', 'On.'), [
    '> [!WARNING]',
    '> **Hot**',
    '>',
    '> One.',
    '>',
    '> Two.',
    '>',
    'On.',
  ]);
});

test('code, and what is no call-out, stays', () => {
  for (const text of ['```\n:::note\n:::\n```', ':::columns\nx\n:::', 'a ::: b', '!!! surprise'])
    assert.equal(rewriteAdmonitions(text), text);
});
