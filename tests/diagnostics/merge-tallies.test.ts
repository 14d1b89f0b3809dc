import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '../../src/diagnostics/catalogue.js';
import { mergeTallies } from '../../src/diagnostics/merge-tallies.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';

const template = { file: 'layouts/shortcodes/far.html', line: 3, column: 5 };

function refusal(file: string, name: string, words: number): Diagnostic {
  const related = [{ file, line: 1, column: 1, message: 'first called here' }];
  const finding = diagnose('template/unsupported', { name: '.Fill' }, template, related);
  return { ...finding, tally: { name, words, template } };
}

test('calls in many chapters that end at one place of a template are one finding', () => {
  const merged = mergeTallies([
    refusal('content/a.md', 'far', 3),
    refusal('content/b.md', 'near', 1),
    refusal('content/c.md', 'far', 4),
  ]);
  assert.deepEqual(
    merged.map(({ message, related }) => [message, related?.[0]?.file]),
    [
      ['.Fill is not evaluated: 2 calls of far shown plainly (7 words).', 'content/a.md'],
      ['.Fill is not evaluated: 1 call of near shown plainly (1 words).', 'content/b.md'],
    ],
  );
});
