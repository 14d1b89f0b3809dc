import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { listMarkdownOutputs } from '../../src/pipeline/list-markdown-outputs.js';
import { openSites } from '../../src/pipeline/open-sites.js';
import { readInputs } from '../../src/pipeline/read-inputs.js';
import { createRendering } from '../../src/pipeline/render-book.js';

/** The twins of a book by their paths. */
async function readTwins(context: TestContext, files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'octavo-twins-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const [site] = openSites(readInputs(root, { now: 0 }));
  const rendering = createRendering(site, new Map());
  await rendering.prepare();
  const twins: Record<string, string> = {};
  for (const { make } of listMarkdownOutputs(site, rendering.factsOf)) {
    const { path, content } = await make();
    twins[path] = String(content);
  }
  return twins;
}

const outputs = 'outputs: {page: [html, markdown]}\n';
const chapter = (title: string, body: string) => `---\ntitle: ${title}\n---\n\n${body}\n`;

test('the links of a twin lead from anywhere', async (context) => {
  const body =
    '[a](two.md#x) ![b](plan.txt "P") [c] [d](https://x.org/) [e](#here) `[f](two.md)` [g](gone.md)\n\n[c]: two.md';
  const twins = await readTwins(context, {
    'octavo.yaml': `baseURL: https://example.org/book/\n${outputs}`,
    'content/part/one.md': chapter('One', body),
    'content/part/two.md': chapter('Two', 'Text, {{< ref "one" >}} and [one](one.md).'),
    'content/part/plan.txt': 'plan',
  });
  assert.equal(
    twins['part/one/index.md'],
    '# One\n\n[a](https://example.org/book/part/two/#x) ![b](https://example.org/book/part/plan.txt "P") [c] ' +
      '[d](https://x.org/) [e](#here) `[f](two.md)` [g](gone.md)\n\n[c]: https://example.org/book/part/two/\n',
  );
  assert.match(
    twins['part/two/index.md'] ?? '',
    /Text, https:\S+ and \[one\]\(https:\/\/example.org\/book\/part\/one\/\)/,
  );
});

test('without a whole address of the book they begin at the root of its host', async (context) => {
  const twins = await readTwins(context, {
    'octavo.yaml': `baseURL: /book/\n${outputs}`,
    'content/one.md': chapter('One', '[two](two.md)'),
    'content/two.md': chapter('Two', 'Text.'),
  });
  assert.match(twins['one/index.md'] ?? '', /\[two\]\(\/book\/two\/\)/);
});
