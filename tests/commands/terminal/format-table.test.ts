import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatTable } from '../../../src/commands/terminal/format-table.js';

const rows = [
  ['content/a.md', 'weight 1 → 2'],
  ['content/印刷.md', 'weight 2 → 3'],
  ['content/a-rather-long-name.md', 'weight 3 → 10'],
] as const;

test('without a terminal all second cells stand in one column; wide characters count double', () => {
  assert.deepEqual(formatTable(rows, null).split('\n'), [
    '  content/a.md                   weight 1 → 2',
    '  content/印刷.md                weight 2 → 3',
    '  content/a-rather-long-name.md  weight 3 → 10',
    '',
  ]);
  assert.equal(formatTable([], 80), '');
});

test('on a terminal a long row stays out of the column, or takes two lines', () => {
  assert.deepEqual(formatTable(rows, 46).split('\n'), formatTable(rows, null).split('\n'));
  assert.deepEqual(formatTable(rows, 45).split('\n'), [
    '  content/a.md     weight 1 → 2',
    '  content/印刷.md  weight 2 → 3',
    '  content/a-rather-long-name.md',
    '      weight 3 → 10',
    '',
  ]);
  assert.deepEqual(
    formatTable([...rows, ['x', 'a second cell that is long']], 45).split('\n')[3],
    '      weight 3 → 10',
  );
});
