import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRenderer } from '../../../src/markdown/render/create-renderer.js';
import type { RenderJob } from '../../../src/model/rendered.js';
import { context } from '../rendering.js';

test('whatever goes wrong inside is a finding that names the file, and the next chapter is rendered', async () => {
  const render = await createRenderer(context);
  const job: RenderJob = {
    path: 'a.md',
    file: 'content/a.md',
    bytes: Buffer.from('One.'),
    bodyStart: 0,
    bodyLine: 1,
  };
  // No chapter is known that does this: an exception of a library stands in for it.
  const broken = new Proxy(job, {
    get: (target, key) => {
      if (key === 'bodyStart') throw new Error('a library gave up');
      return Reflect.get(target, key);
    },
  });
  const { html, diagnostics } = render(broken);
  assert.equal(html, '');
  assert.deepEqual(
    diagnostics.map(({ code, file, severity }) => [code, file, severity]),
    [['markdown/failed', 'content/a.md', 'error']],
  );
  assert.match(diagnostics[0]?.message ?? '', /a library gave up/);
  assert.match(render(job).html, /One\./);
});
