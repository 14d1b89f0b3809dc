import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDiff } from '../../src/text/format-diff.js';
import { draws } from '../support/draws.js';

test('a difference is shown with a line around each change', () => {
  assert.equal(
    formatDiff('x.md', 'a\nb\nc\nd\ne\nf\n', 'a\nB\nc\nd\ne\nf\n\n'),
    '--- a/x.md\n+++ b/x.md\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n@@ -6,1 +6,2 @@\n f\n+\n',
  );
  assert.equal(
    formatDiff('x.md', 'a', 'b'),
    '--- a/x.md\n+++ b/x.md\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n',
  );
  assert.equal(formatDiff('x.md', 'a\n', 'a\n'), '');
});

test('versions with next to nothing in common are replaced whole, without a search', () => {
  const lines = (name: string) => Array.from({ length: 3000 }, (_, at) => `${name} ${at}\n`).join('');
  const diff = formatDiff('x.md', lines('a'), `${lines('b')}end`);
  assert.match(diff, /^--- a\/x\.md\n\+\+\+ b\/x\.md\n@@ -1,3000 \+1,3001 @@\n-a 0\n/);
  assert.ok(diff.endsWith('+b 2999\n+end\n\\ No newline at end of file\n'));
});

test('git makes the one version of the other', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-diff-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'd'), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(text, text, (one, two) => {
      const [before, after] = [one.join(''), two.join('')];
      writeFileSync(join(folder, 'x.md'), before);
      const input = formatDiff('x.md', before, after);
      if (input === '') return;
      const run = spawnSync('git', ['apply', '-'], { cwd: folder, input, encoding: 'utf8' });
      assert.equal(run.status, 0, run.stderr + input);
      assert.equal(readFileSync(join(folder, 'x.md'), 'utf8'), after);
    }),
    draws(20),
  );
});
