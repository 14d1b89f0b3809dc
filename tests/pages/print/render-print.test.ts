import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSite } from '../../../src/pages/create-site.js';
import type { SiteContext } from '../../../src/pages/views/site-context.js';
import { config, makeContext } from '../make-site.js';

const wanted = { config: { ...config, outputs: { ...config.outputs, print: true } } };

async function render(context: SiteContext): Promise<string | null> {
  const outcome = await createSite(context).value.renderPrint();
  if (outcome === null) return null;
  assert.deepEqual(outcome.diagnostics, []);
  assert.equal(outcome.value.path, 'print/index.html');
  return String(Buffer.from(outcome.value.content as Uint8Array));
}

const sketches = {
  '/part/1': { page: { heading: 'Chapter 1', title: 'Ink' }, html: '<h2 id="a">A</h2>' },
  '/part/2': {
    page: { heading: 'Chapter 2', title: 'Paper' },
    frontMatter: { accent: 'navy' },
    html: '<h2 id="a">A</h2><a href="/book/part/1/#a">back</a>',
  },
};

test('the whole book in one page, in reading order, with ids and links of its own', async () => {
  const html = (await render(makeContext(sketches, wanted))) ?? '';
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  assert.deepEqual(ids, ['/', 'contents-title', '/part', '/part/1', '/part/1//a', '/part/2', '/part/2//a']);
  assert.match(html, /<a href="#\/part\/1\/\/a">back<\/a>/);
  assert.match(html, /<a href="#\/part\/2"><span class="chapters-heading">Chapter 2<\/span>/);
  assert.match(html, /<title>The Ledger<\/title>/);
  assert.doesNotMatch(html, /<script|octavo:chapters/);
});

test('colours of chapters, each once, and their running heads, by a style that the policy names', async () => {
  const html = (await render(makeContext(sketches, wanted))) ?? '';
  const [, css = ''] = /<style>(.*)<\/style>/s.exec(html) ?? [];
  assert.match(css, /^\[data-accent="(#[0-9a-f]{6})"\]\{--accent:\1\}@page :left\{@top-left\{content:"/);
  assert.match(css, /^\[id="[^"]+"\]\{page:head-1\}@page head-1:right\{@top-right\{content:"[^"]+"\}\}$/m);
  assert.match(html, /style-src 'self' 'sha256-|style-src &#39;self&#39; &#39;sha256-/);
});

test('only where it is asked for, and not in the place of a page of the book', async () => {
  assert.equal(await render(makeContext(sketches)), null);
  assert.equal(await render(makeContext({ '/print': {} }, wanted)), null);
});

test('a text that names the place of the chapters is text', async () => {
  const sly = { '/1': { page: { title: '<!--octavo:chapters-->' }, html: '<p>once</p>' } };
  const html = (await render(makeContext(sly, wanted))) ?? '';
  assert.equal(html.match(/<p>once<\/p>/g)?.length, 1);
});
