import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRenderer } from '../../../src/markdown/render/create-renderer.js';
import { beginRendering, renderAll } from '../../../src/markdown/threads/render-all.js';
import type { RenderHelper } from '../../../src/markdown/threads/render-helper.js';
import type { RenderedChapter, RenderJob } from '../../../src/model/rendered.js';
import { startHelper } from '../../../src/press/start-helpers.js';
import { context } from '../rendering.js';

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
  for await (const rendered of renderAll(beginRendering(jobs, helpers), render)) all.push(rendered);
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
  for await (const _ of renderAll(beginRendering(jobs, [counted]), render)) {
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
  for await (const rendered of renderAll(beginRendering(jobs, helpers), render)) {
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
  for await (const { path } of renderAll(beginRendering(jobs, helpers), render, watch)) yielded.push(path);
  assert.deepEqual(rendered.map(({ path }) => path).sort(), paths);
  assert.deepEqual(yielded.sort(), paths);
  assert.ok(atEnd !== null && atEnd < jobs.length, `${atEnd} of ${jobs.length}`);
});
