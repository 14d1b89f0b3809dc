import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRenderer } from '../../../src/markdown/render/create-renderer.js';
import { beginRendering, renderAll } from '../../../src/markdown/threads/render-all.js';
import { type RenderHelper, startRenderHelper } from '../../../src/markdown/threads/render-helper.js';
import { renderWithin } from '../../../src/markdown/threads/time-budget.js';
import type { RenderedChapter, RenderJob } from '../../../src/model/rendered.js';
import { startHelper } from '../../../src/pipeline/start-helpers.js';
import { context } from '../rendering.js';

const budget = context.config.timeout;
const jobs: readonly RenderJob[] = Array.from({ length: 300 }, (_, index) => ({
  path: `part-1/chapter-${index}.md`,
  file: `content/part-1/chapter-${index}.md`,
  bytes: Buffer.from(
    `## Heading ${index}\n\nA "quote" and [a link](one.md#x), [a dead one](gone-${index}.md).[^1]\n\n[^1]: Ünder.\n`,
  ),
  bodyStart: 0,
  bodyLine: 1,
}));

async function renderWith(helpers: readonly RenderHelper[]): Promise<readonly RenderedChapter[]> {
  const render = await createRenderer(context);
  for (const helper of helpers) helper.prepare(context, false);
  const all: RenderedChapter[] = [];
  for await (const rendered of renderAll(beginRendering(jobs, helpers), { render, budget }))
    all.push(rendered);
  const places = new Map(jobs.map(({ path }, index) => [path, index]));
  return all.map(nameTerms).sort((a, b) => (places.get(a.path) ?? 0) - (places.get(b.path) ?? 0));
}

/** With the terms of each section spelled out: threads have vocabularies of their own. */
function nameTerms({ terms, ...chapter }: RenderedChapter): RenderedChapter {
  const spelled = terms?.sections.map((section) => ({
    ...section,
    terms: [...section.terms].map((term) => terms.vocabulary[term]),
  }));
  return { ...chapter, terms: spelled as never };
}

function startHelpers(t: { after: (act: () => void) => void }, count: number): readonly RenderHelper[] {
  const helpers = Array.from({ length: count }, startHelper);
  t.after(() => helpers.forEach((helper) => void helper.stop()));
  return helpers;
}

test('every chapter is rendered once, and alike, by one thread, two or three', async (t) => {
  const alone = await renderWith([]);
  assert.deepEqual(
    alone.map(({ path }) => path),
    jobs.map(({ path }) => path),
  );
  assert.equal(alone[7]?.diagnostics[0]?.code, 'link/not-found');
  for (const count of [1, 2]) assert.deepEqual(await renderWith(startHelpers(t, count)), alone);
});

test('a helper does its share while this thread is busy', async (t) => {
  const [helper] = startHelpers(t, 1);
  assert.ok(helper);
  let taken = 0;
  const counted = {
    ...helper,
    take: () => {
      const batch = helper.take();
      taken += batch?.chapters.length ?? 0;
      return batch;
    },
  };
  const render = await createRenderer(context);
  helper.prepare(context, false);
  for await (const _ of renderAll(beginRendering(jobs, [counted]), { render, budget })) {
    // Pages are made and written meanwhile.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
  }
  assert.ok(taken > 0, 'the helper rendered some');
});

test('what a thread that dies leaves undone is rendered here', async (t) => {
  const helpers = startHelpers(t, 2);
  const render = await createRenderer(context);
  for (const helper of helpers) helper.prepare(context, false);
  const paths: string[] = [];
  for await (const rendered of renderAll(beginRendering(jobs, helpers), { render, budget })) {
    paths.push(rendered.path);
    if (paths.length === 5) helpers.forEach((helper) => void helper.stop());
  }
  assert.deepEqual(paths.sort(), jobs.map(({ path }) => path).sort());
});

test('where a helper goes on with all chapters, pages are left to be made when all are rendered', async (t) => {
  const helpers = startHelpers(t, 1);
  const render = await createRenderer(context);
  for (const helper of helpers) helper.prepare(context, true);
  const paths = jobs.map(({ path }) => path).sort();
  const rendered: RenderedChapter[] = [];
  let atEnd: number | null = null;
  const yielded: string[] = [];
  const watch = {
    rendered: (chapter: RenderedChapter) => void rendered.push(chapter),
    end: () => {
      atEnd = yielded.length;
    },
  };
  for await (const { path } of renderAll(beginRendering(jobs, helpers), { render, budget }, watch))
    yielded.push(path);
  assert.deepEqual(rendered.map(({ path }) => path).sort(), paths);
  assert.deepEqual(yielded.sort(), paths);
  assert.ok(atEnd !== null && atEnd < jobs.length, `${atEnd} of ${jobs.length}`);
});

const ends = ['markdown/failed', 'markdown/too-slow'];
const short = { ...context, config: { ...context.config, timeout: 400 } };

for (const [fault, isFatal] of [
  ['die', true],
  ['throw', true],
  ['hang', true],
  ['sleep', true],
  ['fails', true],
  ['early', true],
  ['garbage', true],
  ['never', true],
  ['others', true],
  ['few', true],
  ['twice', false],
] as const)
  test(`a thread that goes wrong (${fault}) leaves no chapter out, and nobody waits for it`, async (t) => {
    const helpers = [startRenderHelper(new URL('./faulty-thread.js', import.meta.url))];
    t.after(() => helpers[0]?.stop());
    const render = await createRenderer(context);
    for (const helper of helpers) helper.prepare({ ...short, language: fault }, true);
    const all: RenderedChapter[] = [];
    for await (const chapter of renderAll(beginRendering(jobs, helpers), { render, budget }))
      all.push(chapter);
    const paths = all.map(({ path }) => path).sort();
    assert.deepEqual(paths, jobs.map(({ path }) => path).sort(), 'each chapter once');
    const fatal = all.filter(({ diagnostics }) => diagnostics.some(({ code }) => ends.includes(code)));
    assert.equal(fatal.length, isFatal ? 1 : 0);
    assert.equal(await helpers[0]?.conclude('a question')(), null);
  });

test('the answer to a question that nobody waited for is not taken for chapters', async (t) => {
  const helpers = startHelpers(t, 1);
  const render = await createRenderer(context);
  for (const _ of ['en', 'fr']) {
    helpers[0]?.prepare(context, true);
    helpers[0]?.conclude({
      found: [],
      setting: { relativeUrls: false, folder: '', stemmer: null },
      texts: new Map(),
    });
    const paths: string[] = [];
    for await (const { path } of renderAll(beginRendering(jobs, helpers), { render, budget }))
      paths.push(path);
    assert.deepEqual(paths.sort(), jobs.map(({ path }) => path).sort());
  }
});

test('a chapter that takes too long is broken off, and its paragraph named; those after it have all the time', async () => {
  const slowly = await createRenderer(context);
  const render = (job: RenderJob): RenderedChapter => {
    if (Buffer.from(job.bytes).includes('slow')) for (;;);
    return slowly(job);
  };
  const slow: RenderJob = {
    ...{ path: 'part-1/slow.md', file: 'content/part-1/slow.md', bodyStart: 0, bodyLine: 5 },
    bytes: Buffer.from('A paragraph.\n\nAnother,\non two lines.\n\n\nThe slow one.\n\nThe last.\n'),
  };
  const [one, two] = jobs as readonly [RenderJob, RenderJob];
  const chapters = renderWithin([one, slow, two], render, 50);
  assert.deepEqual(
    chapters.map(({ path }) => path),
    [one.path, slow.path, two.path],
  );
  assert.deepEqual(
    chapters[1]?.diagnostics.map(({ code, line }) => [code, line]),
    [['markdown/too-slow', 11]],
  );
  assert.ok((chapters[2]?.words ?? 0) > 0);
});
