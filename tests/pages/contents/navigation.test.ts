import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSite } from '../../../src/pages/create-site.js';
import type { SiteContext } from '../../../src/pages/views/site-context.js';
import { makeContext, makeLongBook, makeTemplates, theme } from '../make-site.js';

/** The page's bytes, or its navigation alone with a template that prints nothing else. */
async function render(context: SiteContext, key: string): Promise<string> {
  const { value: site, diagnostics } = createSite(context);
  assert.deepEqual(diagnostics, []);
  const page = context.book.pages[key];
  assert.ok(page, key);
  const outcome = await site.renderPage(page, '');
  assert.deepEqual(outcome.diagnostics, []);
  return String(outcome.value.content);
}

function onlyNavigation(context: SiteContext): SiteContext {
  const text = '{{ navigation }}';
  const templates = makeTemplates({
    'page.html': text,
    'section.html': text,
    'home.html': text,
    'partials/contents.html':
      '[{{ list.before }}{{ for line of list.lines }} {{ line.page.path }}{{ if line.list }}{{ include "./contents.html" { list: line.list } }}{{ /if }}{{ /for }} {{ list.after }}]',
  });
  return { ...context, templates };
}

test('a nested book: one list per level on the way to the page', async () => {
  const sketches = { '/a/x/1': {}, '/a/x/2': {}, '/a/y/3': {}, '/b/4': {}, '/5': {} };
  const context = onlyNavigation(makeContext(sketches));
  assert.equal(await render(context, '/a/x/2'), '[0 /a[0 /a/x[0 /a/x/1 /a/x/2 0] /a/y 0] /b /5 0]');
  assert.equal(await render(context, '/a'), '[0 /a[0 /a/x /a/y 0] /b /5 0]');
  assert.equal(await render(context, '/5'), '[0 /a /b /5 0]');
  assert.equal(await render(context, '/'), '[0 /a /b /5 0]');
});

test('a flat book: the window around the page, and how many are left out', async () => {
  const context = onlyNavigation(makeLongBook(500));
  const text = await render(context, '/chapter-00250');
  assert.match(text, /^\[228 \/chapter-00229 .* \/chapter-00264 236\]$/);
});

test('the current page is marked, once, and only in its own copy', async () => {
  const context = makeLongBook(30);
  for (const key of ['/chapter-00001', '/chapter-00011']) {
    const html = await render(context, key);
    assert.equal(html.split('aria-current="page"').length, 2);
    assert.ok(html.includes(`<a href="/book${key}/" aria-current="page">`));
  }
});

test('on the page of a volume, the line that leads back to it from a window is no current one', async () => {
  const context = makeLongBook(80, 80);
  const pages = Object.fromEntries(
    Object.entries(context.book.pages).map(([key, page]) => [
      key,
      { ...page, volume: key === '/' ? null : '/part-001' },
    ]),
  );
  const html = await render({ ...context, book: { ...context.book, pages } }, '/part-001');
  assert.ok(html.includes('<li class="more"><a href="/book/part-001/">'));
  assert.match(html, /<p class="contents-volume"><a href="\/book\/part-001\/" aria-current="page">/);
});

test('a page of 5,000 chapters is at most 3 KB bigger than one of 50', async () => {
  const shapes = [undefined, 10, 50, 100];
  for (const perPart of shapes) {
    const sizes = [];
    for (const count of [50, 500, 5000]) {
      const context = makeLongBook(count, perPart);
      const key = context.book.order.filter((each) => each.includes('chapter')).at(count / 2) ?? '';
      sizes.push((await render(context, key)).length);
    }
    const [small = 0, ...others] = sizes;
    for (const size of others) assert.ok(size - small < 3072, `${perPart} per part: ${sizes.join(' ')}`);
  }
});

test('every page finds itself in its contents, whichever pages came before', async () => {
  for (const context of [makeLongBook(130), makeLongBook(300, 10)]) {
    const { value: site } = createSite(context);
    for (const page of Object.values(context.book.pages)) {
      const { value } = await site.renderPage(page, '');
      // Home itself is in no list.
      if (page.kind === 'home') continue;
      const found = String(value.content).includes(`<a href="/book${page.url}" aria-current="page">`);
      assert.ok(found, page.key);
    }
  }
});

test('a title that is edited changes the pages that show it, and no others', async () => {
  const context = makeLongBook(300);
  const key = '/chapter-00150';
  const old = context.book.pages[key];
  assert.ok(old);
  const page = { ...old, title: 'Another', linkTitle: 'Another', label: 'Another' };
  const edited = { ...context, book: { ...context.book, pages: { ...context.book.pages, [key]: page } } };
  const drawAll = async ({ book }: SiteContext, site = createSite({ ...context, book }).value) =>
    Promise.all(
      Object.values(book.pages).map(async (each) => String((await site.renderPage(each, '')).value.content)),
    );
  const [before, after] = [await drawAll(context), await drawAll(edited)];
  const changed = Object.keys(context.book.pages).filter((_, index) => before[index] !== after[index]);
  // The front page lists it; of the others, those whose window holds it.
  assert.equal(changed[0], '/');
  const chapters = changed.slice(1).map((each) => Number(each.slice(-5)));
  assert.ok(chapters.length <= 36 && chapters.includes(149) && chapters.includes(151), String(chapters));
  assert.deepEqual(
    chapters,
    chapters.map((_, index) => (chapters[0] ?? 0) + index),
  );
});

test('contents are drawn once for pages that share a window', async () => {
  const templates = theme.map((file) =>
    file.path === 'partials/contents.html' ? { ...file, text: '{{ site.params.draw() }}' } : file,
  );
  let drawn = 0;
  const context = makeLongBook(120);
  const draw = () => {
    drawn++;
  };
  const counted = { ...context, templates, config: { ...context.config, params: { draw } } };
  const { value: site } = createSite(counted);
  for (const page of Object.values(counted.book.pages)) await site.renderPage(page, '');
  assert.equal(drawn, 10);
});
