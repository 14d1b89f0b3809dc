import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldSharedKeys } from '../../src/check/fold-shared-keys.js';
import { diagnose } from '../../src/diagnostics/catalogue.js';

const unknown = (key: string, file: string) =>
  diagnose('front-matter/unknown-key', { key, nearest: 'weight' }, { file, line: 2 });

test('a key of five chapters is told once, at the first; one of four in each', () => {
  const files = ['a', 'b', 'c', 'd', 'e'].map((name) => `content/${name}.md`);
  const other = diagnose('front-matter/empty-description', {}, { file: 'content/a.md', line: 3 });
  const found = files.flatMap((file) => [unknown('wight', file)]);
  const folded = foldSharedKeys([other, ...found]);
  assert.deepEqual(
    folded.map(({ code, file }) => [code, file]),
    [
      ['front-matter/empty-description', 'content/a.md'],
      ['front-matter/unread-shared-key', 'content/a.md'],
    ],
  );
  assert.match(folded[1]?.message ?? '', /`wight` is in 5 chapters/);
  assert.equal(foldSharedKeys(found.slice(1)).length, 4);
});
