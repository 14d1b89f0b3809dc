import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createRenderer } from '../../src/markdown/render/create-renderer.js';
import { context } from './rendering.js';

const seed = fileURLToPath(new URL('../../../../shared/seed/chapter-14f.md', import.meta.url));

test('a chapter taken from a PDF comes out mended, if it lies beside the repository', async (t) => {
  if (!existsSync(seed)) {
    t.diagnostic(`There is no ${seed}: nothing was tested.`);
    return;
  }
  const bytes = readFileSync(seed);
  const bodyStart = bytes.toString().indexOf('\n---\n') + '\n---\n'.length;
  const render = await createRenderer(context);
  const path = 'part-1/one.md';
  const { html, diagnostics } = render({ path, file: `content/${path}`, bytes, bodyStart, bodyLine: 9 });
  assert.deepEqual(diagnostics, []);
  assert.doesNotMatch(html.replace(/<[^>]*>/g, ''), /["']/, 'no straight quote is left');
  assert.equal(html.match(/“/g)?.length, html.match(/”/g)?.length, 'quotes come in pairs');
  assert.doesNotMatch(html, /\p{L}-\n\p{Ll}/u, 'no word is split');
});
