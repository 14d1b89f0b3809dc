import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository } from '../house/source-files.js';

test('the findings that a check of the manual passes over are those of its specimen of extracted text', () => {
  const known: { readonly diagnostics: readonly { readonly code: string; readonly file?: string }[] } =
    JSON.parse(readFileSync(join(repository, '.ci/known-findings.json'), 'utf8'));
  const files = new Set(
    known.diagnostics.flatMap(({ file }) => file?.replace(/^content\/chapters\//, '').slice(0, 2) ?? []),
  );
  assert.deepEqual([...files].sort(), ['7a', '7b', '7c', '7d']);
  const codes = known.diagnostics.filter(
    ({ code }) => !/^text\/|^front-matter\/empty-description$/.test(code),
  );
  assert.deepEqual(codes, []);
});
