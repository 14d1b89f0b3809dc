import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createRenderer } from '../../../src/markdown/render/create-renderer.js';
import { noTargets, renderAhead } from '../../../src/markdown/threads/render-ahead.js';
import { beginRendering, renderAll } from '../../../src/markdown/threads/render-all.js';
import { standsAlone } from '../../../src/markdown/threads/stands-alone.js';
import type { RenderJob } from '../../../src/model/rendered.js';
import { startHelper } from '../../../src/pipeline/start-helpers.js';
import { repository } from '../../house/source-files.js';
import { context } from '../rendering.js';

function makeJob(path: string, text: string): RenderJob {
  return { path, file: `content/${path}`, bytes: Buffer.from(text), bodyStart: 0, bodyLine: 1 };
}

/** Paragraphs, so that those without a link are found in chapters with many. */
function listParagraphs(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => readFileSync(join(folder, path), 'utf8').split(/\n{2,}/))
    .filter((_, at) => at % 4 === 0);
}

test('a text that stands alone comes out alike whatever else there is in the book', async () => {
  const [near, far] = [
    await createRenderer(context),
    await createRenderer({ ...context, targets: noTargets }),
  ];
  const alone = [
    ...listParagraphs(join(repository, 'content')),
    'See https://example.org/part-1/one/ and www.example.org/a.md, or write to one@example.org.',
    'A [name] and ![another], [one][two] and \\[three\\]\\(four.md\\).',
    '> [!note] part-1/one.md\n> A call-out.',
  ].filter((text) => standsAlone(Buffer.from(text)));
  assert.ok(alone.length > 100, 'the manual has paragraphs without a link');
  for (const text of alone) {
    const job = makeJob('part-1/one.md', text);
    assert.deepEqual(far(job), near(job));
  }
});

for (const text of ['[a](one.md)', '![a](a.png)', '[a]: one.md', '{{< ref "one" >}}', '<img src="a.png">'])
  test(`${text} does not stand alone`, () => {
    assert.equal(standsAlone(Buffer.from(`Before.\n\n${text}\n`)), false);
  });

test('what was rendered ahead counts if it turned out so, and is rendered again if not', async (t) => {
  const helper = startHelper();
  t.after(() => helper.stop());
  const early = Array.from({ length: 64 }, (_, at) => makeJob(`part-1/${at}.md`, `Name ${at}.\n\n# Text\n`));
  const ahead = renderAhead([helper], context);
  for (const job of early) ahead.offer({ ...job });
  // The first is held back, the second has its title in its text, the third begins later; the last was not offered.
  const rest = early.slice(3);
  const jobs: readonly RenderJob[] = [
    ...early.slice(1, 2).map((job) => ({ ...job, hasTitle: true as const })),
    ...early.slice(2, 3).map((job) => ({ ...job, bodyStart: 1 })),
    ...rest,
    makeJob('part-1/two.md', 'With [a link](one.md).'),
  ];
  assert.equal(jobs.filter((job) => ahead.recognise(job) !== job).length, rest.length);
  const render = await createRenderer(context);
  helper.prepare(context, false);
  const all = [];
  const own = { render, budget: context.config.timeout };
  for await (const rendered of renderAll(beginRendering(jobs, [helper], ahead), own)) all.push(rendered);
  const byPath = new Map(all.map(({ path, html }) => [path, html]));
  assert.equal(all.length, jobs.length);
  for (const job of jobs) assert.equal(byPath.get(job.path), render(job).html);
});
