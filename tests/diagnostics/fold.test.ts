import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fold, foldFindings } from '../../src/diagnostics/fold.js';
import { formatFold, type Palette } from '../../src/diagnostics/format.js';
import type { Diagnostic, Severity } from '../../src/model/diagnostic.js';

const same = (text: string) => text;
const palette: Palette = { error: same, warning: same, strong: same, dim: same };

function finding(message: string, file = 'a.md', severity: Severity = 'warning'): Diagnostic {
  return { code: 'x/y', severity, message, file };
}

test('five findings of a code are shown as they are', () => {
  const findings = ['one', 'one', 'two', 'two', 'two'].map((message) => finding(message));
  assert.deepEqual(foldFindings(findings), { shown: findings, folds: [] });
});

test('of more than five the first of each sentence is shown, in their order, and the others are counted', () => {
  const findings = ['one', 'two', 'one', 'one', 'two', 'three'].map((message, index) =>
    finding(message, `${index}.md`),
  );
  const { shown, folds } = foldFindings(findings);
  assert.deepEqual(
    shown.map(({ file }) => file),
    ['0.md', '1.md', '5.md'],
  );
  const repeated = [['one', 2]];
  assert.deepEqual(folds, [{ code: 'x/y', severity: 'warning', count: 3, files: 3, repeated }]);
});

test('no more than five are shown, and every error is', () => {
  const findings = Array.from({ length: 9 }, (_, index) => finding(`sentence ${index}`));
  assert.equal(foldFindings(findings).shown.length, 5);
  const errors = findings.map((each): Diagnostic => ({ ...each, severity: 'error' }));
  assert.deepEqual(foldFindings(errors), { shown: errors, folds: [] });
});

test('a fold is told with its most frequent sentences', () => {
  const repeated = Array.from({ length: 7 }, (_, index): [string, number] => [
    `Sentence ${index}.`,
    9 - index,
  ]);
  const fold: Fold = { code: 'x/y', severity: 'warning', count: 42, files: 3, repeated };
  assert.equal(
    formatFold(fold, palette),
    [
      '42 more warnings x/y, in 3 files',
      '  9 × Sentence 0.',
      '  8 × Sentence 1.',
      '  7 × Sentence 2.',
      '  6 × Sentence 3.',
      '  5 × Sentence 4.',
      '  … (2 more that are repeated)',
    ].join('\n'),
  );
  const single: Fold = { code: 'x/y', severity: 'advice', count: 1, files: 1, repeated: [] };
  assert.equal(formatFold(single, palette), '1 more advice x/y, in 1 file');
});
