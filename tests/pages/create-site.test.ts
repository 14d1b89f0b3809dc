import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from '../../src/model/book.js';
import { createSite } from '../../src/pages/create-site.js';
import type { SiteContext } from '../../src/pages/views/site-context.js';
import { config, makeContext, makeTemplate, makeTemplates, renderExtras, theme } from './make-site.js';

async function render(context: SiteContext, key: string, html = ''): Promise<string> {
  const { value: site, diagnostics } = createSite(context);
  const page = context.book.pages[key];
  assert.ok(page, key);
  const outcome = await site.renderPage(page, html);
  assert.deepEqual([...diagnostics, ...outcome.diagnostics], []);
  assert.equal(outcome.value.path, page.outputPath);
  return String(outcome.value.content);
}

async function readExtras(context: SiteContext): Promise<Readonly<Record<string, string>>> {
  const outcome = await renderExtras(createSite(context).value);
  assert.deepEqual(outcome.diagnostics, []);
  return Object.fromEntries(outcome.value.map(({ path, content }) => [path, String(content)]));
}

function inside(html: string, tag: string): string {
  return new RegExp(`<${tag}\\b[^>]*>\\n?([\\s\\S]*)</${tag}>`).exec(html)?.[1] ?? '';
}

const date = { ms: 0, iso: '2025-10-13T00:00:00Z' };
const small = makeContext({
  '/part-1/14e': { page: { heading: 'Chapter 14e', title: 'Low Tide' } },
  '/part-1/14f': {
    page: { heading: 'Chapter 14f', title: 'A New Era', date },
    frontMatter: { accent: 'teal' },
    facts: { words: 700, minutes: 4, excerpt: 'From the text.' },
  },
});

test('ids of the theme are none that a heading can get, whatever it says', async () => {
  const html = await render(small, '/part-1/14f', '');
  const ids = [...html.matchAll(/ (?:id|aria-labelledby|popovertarget)="([^"]*)"/g)].map(
    ([, id]) => id ?? '',
  );
  assert.ok(ids.length > 3);
  assert.deepEqual(
    ids.filter((id) => !id.startsWith('page:')),
    [],
  );
});

test('a chapter, inside its main', async () => {
  const html = await render(small, '/part-1/14f', '<p>Text &amp; more.</p>');
  assert.equal(
    inside(html, 'main'),
    `<section class="chapter" role="doc-chapter" aria-labelledby="page:title">
<header class="page-head">
<nav class="crumbs" aria-label="Breadcrumb"><ol><li><a href="/book/">The Ledger</a></li><li><a href="/book/part-1/">part-1</a></li></ol></nav>
<p class="page-heading">Chapter 14f</p>
<h1 id="page:title">A New Era</h1>
<p class="page-facts"><span>4 min read</span><time datetime="2025-10-13">October 13, 2025</time></p>
<nav class="pieces" aria-label="Parts of this chapter"><a href="/book/part-1/14e/" title="Chapter 14e · Low Tide" aria-label="Chapter 14e · Low Tide">e</a><a href="/book/part-1/14f/" title="Chapter 14f · A New Era" aria-label="Chapter 14f · A New Era" aria-current="page">f</a> <span>part 2 of 2</span></nav>
</header>
<div class="prose">
<p>Text &amp; more.</p>
</div>
</section>
<footer class="page-foot">
<nav class="turn" aria-label="Previous and next">
<a class="turn-previous" rel="prev" href="/book/part-1/14e/"><span class="turn-way">Previous</span><span class="turn-heading">Chapter 14e</span><span class="turn-title">Low Tide</span></a>
</nav>
<p class="page-place">2 of 2 · part-1</p>
</footer>
`,
  );
});

test('a chapter’s head: name, description, address, neighbours, accent', async () => {
  const head = inside(await render(small, '/part-1/14f'), 'head');
  for (const line of [
    '<title>Chapter 14f · A New Era – The Ledger</title>',
    '<meta name="description" content="From the text.">',
    '<link rel="canonical" href="https://x.org/book/part-1/14f/">',
    '<link rel="prev" href="/book/part-1/14e/">',
    '<style>:root{--accent-light:#',
  ]) {
    assert.ok(head.includes(line), line);
  }
  assert.doesNotMatch(head, /rel="next"/);
});

test('one script and one stylesheet of the site’s own, nothing from elsewhere', async () => {
  const html = await render(small, '/part-1/14f');
  assert.doesNotMatch(html, /\son[a-z]+=/);
  assert.deepEqual(html.match(/<script src="[^"]*/g)?.length, 1);
  assert.equal(html.match(/rel="stylesheet"/g)?.length, 1);
  const loading = /\s(?:src|srcset|poster)="https?:|rel="(?:stylesheet|icon|preload)" href="https?:/;
  assert.doesNotMatch(html, loading);
});

test('home names the program, and no other page; a book may keep it to itself', async () => {
  const generator = /<meta name="generator" content="Octavo \d/;
  assert.match(await render(small, '/'), generator);
  assert.doesNotMatch(await render(small, '/part-1/14f'), generator);
  const silent = { ...small, config: { ...config, generator: '' } };
  assert.doesNotMatch(await render(silent, '/'), /name="generator"/);
});

test('without a base URL there is no canonical address', async () => {
  const context = { ...small, config: { ...config, baseUrl: '', basePath: '/' } };
  const html = await render(context, '/part-1/14f');
  assert.doesNotMatch(html, /canonical/);
  assert.match(html, /href="\/part-1\/14e\/"/);
});

test('the description: front matter, else the text, else the book’s', async () => {
  const context = makeContext({
    '/a': { frontMatter: { description: 'Written.' }, facts: { excerpt: 'Text.' } },
    '/b': { facts: { excerpt: 'Text.' } },
    '/c': {},
  });
  const describe = async (key: string) =>
    /name="description" content="([^"]*)"/.exec(await render(context, key))?.[1];
  assert.equal(await describe('/a'), 'Written.');
  assert.equal(await describe('/b'), 'Text.');
  assert.equal(await describe('/c'), config.description);
  assert.equal(await describe('/'), config.description);
});

test('the front page says what the book is about, and never its own text twice', async () => {
  const front = { page: { kind: 'home' as const, source: '.md' }, facts: { excerpt: 'A foreword.' } };
  const about = async (changes: Parameters<typeof makeContext>[1] = {}, frontMatter = {}) => {
    const html = await render(makeContext({ '/': { ...front, frontMatter } }, changes), '/');
    return [
      /class="front-description">([^<]*)/.exec(html)?.[1],
      /name="description" content="([^"]*)"/.exec(html)?.[1],
    ];
  };
  assert.deepEqual(await about(), [config.description, config.description]);
  assert.deepEqual(await about({}, { description: 'Its own.' }), ['Its own.', 'Its own.']);
  const bare = { config: { ...config, description: '' } };
  assert.deepEqual(await about(bare), [undefined, 'A foreword.']);
});

test('hostile fields stay text wherever the theme puts them', async () => {
  const evil = `"><script>alert('1')</script><img src=x onerror=y>`;
  const page = { title: evil, heading: evil, url: `/"><script>/` };
  const headings = [1, 2, 3].map((n) => ({ level: 2 as const, id: `${n}${evil}`, text: evil }));
  const sketch = {
    page,
    frontMatter: { description: evil, accent: 'teal' },
    facts: { headings, minutes: 1 },
  };
  const context = makeContext({ '/p/a': sketch, '/p/b': sketch, '/p/c': sketch });
  const evilConfig = { ...config, title: evil, author: evil, description: evil };
  for (const key of ['/', '/p', '/p/b']) {
    const html = await render({ ...context, config: evilConfig }, key);
    assert.doesNotMatch(html, /<script>alert|<img/, key);
    assert.ok(html.includes('&lt;script&gt;alert(&#39;1&#39;)'), key);
  }
});

test('a colour that is none gives a warning and no style', async () => {
  const accent = 'red;}</style><script>alert(1)</script>';
  const context = makeContext({ '/a': { frontMatter: { accent } } });
  const page = context.book.pages['/a'];
  assert.ok(page);
  const { value, diagnostics } = await createSite(context).value.renderPage(page, '');
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ['accent/unknown-colour'],
  );
  assert.doesNotMatch(String(value.content), /<style|<script>alert/);
});

test('content data have no prototypes', async () => {
  const templates = makeTemplates({
    'page.html':
      '{{ page.params.constructor }}{{ page.params.deep.toString }}{{ page.params.list[0].__proto__ }}{{ page.constructor }}{{ page.__proto__ }}{{ site.params.constructor }}|{{ page.params.deep.x }}',
    'partials/contents.html': '',
  });
  const params = { deep: { x: 1 }, list: [{}] };
  assert.equal(await render(makeContext({ '/a': { params } }, { templates }), '/a'), '|1');
});

test('one file of the theme replaced leaves the others as they are', async () => {
  const replace = (path: string, text: string) =>
    theme.map((file) => (file.path === path ? makeTemplate(path, text) : file));
  const own = await render(
    { ...small, templates: replace('partials/page-foot.html', '<p>own foot</p>') },
    '/part-1/14f',
  );
  assert.match(own, /<p>own foot<\/p>/);
  assert.match(own, /<h1 id="page:title">A New Era<\/h1>/);
  const extras = await readExtras({
    ...small,
    templates: replace('assets/tokens.css', ':root { --own: 1 }'),
  });
  const style = Object.entries(extras).find(([path]) => path.startsWith('assets/style-'))?.[1] ?? '';
  assert.match(style, /--own: 1/);
  assert.match(style, /\.prose/);
  assert.doesNotMatch(style, /--paper: #fffdf8/);
});

test('another chapter’s text and facts are at hand', async () => {
  const text =
    '{{ page.next.content }} {{ page.next.minutes }} {{ page.parent.children.length }} {{ book.count }}';
  const templates = makeTemplates({ 'page.html': text, 'partials/contents.html': '' });
  const sketches = { '/p/a': {}, '/p/b': { html: '<p>b</p>', facts: { minutes: 7 } } };
  assert.equal(await render(makeContext(sketches, { templates }), '/p/a'), '<p>b</p> 7 2 2');
});

test('a part lists its chapters, home lists the parts', async () => {
  const part = inside(await render(small, '/part-1'), 'main');
  assert.match(part, /Chapter 14<\/p>[\s\S]*<li><a href="\/book\/part-1\/14f\/">.*>f<.*A New Era.*4 min/);
  const home = inside(await render(small, '/'), 'main');
  assert.match(home, /<h3><a href="\/book\/part-1\/">part-1<\/a><\/h3>[\s\S]*A New Era/);
  assert.match(home, /Begin <span>Chapter 14e<\/span>/);
});

test('a book without a title has links with words all the same', async () => {
  const context = makeContext({ '/a': {} }, { config: { ...config, title: '' } });
  const home = { ...context.book.pages['/'], title: '', label: '', linkTitle: '' } as Page;
  const pages = { ...context.book.pages, '/': home };
  for (const key of ['/', '/a']) {
    const html = await render({ ...context, book: { ...context.book, pages } }, key);
    assert.doesNotMatch(html, /<(a|h1|title|span)\b[^>]*>\s*<\/\1>/, key);
  }
});

test('the page for what is not found, and redirects', async () => {
  const redirects = [{ outputPath: 'old/index.html', target: '/part-1/14f' }];
  const extras = await readExtras({ ...small, book: { ...small.book, redirects } });
  const notFound = extras['404.html'] ?? '';
  assert.match(notFound, /<meta name="robots" content="noindex">/);
  assert.match(notFound, /href="\/book\/part-1\/"/);
  assert.doesNotMatch(notFound, /canonical/);
  const old = extras['old/index.html'] ?? '';
  assert.match(old, /<meta http-equiv="refresh" content="0; url=https:\/\/x\.org\/book\/part-1\/14f\/">/);
  assert.match(old, /<link rel="canonical" href="https:\/\/x\.org\/book\/part-1\/14f\/">/);
});

test('a book’s own page at 404.html is left alone', async () => {
  const context = makeContext({ '/lost': { page: { outputPath: '404.html' } } });
  assert.equal((await readExtras(context))['404.html'], undefined);
});

test('an asset that does not exist: the tag, with the nearest', async () => {
  const templates = theme.map((file) =>
    file.path === 'page.html' ? makeTemplate('page.html', '<p>\n<img src="{{ asset("icn.svg") }}">') : file,
  );
  const { value: site } = createSite({ ...small, templates });
  const page = small.book.pages['/part-1/14f'];
  assert.ok(page);
  const [fault] = (await site.renderPage(page, '')).diagnostics;
  assert.equal(fault?.code, 'template/missing-asset');
  assert.deepEqual([fault.file, fault.line, fault.column], ['templates/page.html', 2, 11]);
  assert.match(fault.hint ?? '', /"icon.svg"/);
  assert.equal(fault.related?.[0]?.file, 'content/part-1/14f.md');
});

test('a script that asks for them gets the texts of the group script, and no other file does', async () => {
  const script = makeTemplate('assets/own.js', 'alert(octavoTexts.copy);');
  const site = { ...small, config: { ...config, language: 'fr' }, templates: [...theme, script] };
  const files = Object.entries(await readExtras(site)).filter(([path]) => path.endsWith('.js'));
  const texts = files.map(([path, text]) => [path.replace(/-\w+\.js$/, ''), text] as const);
  const own = texts.find(([path]) => path === 'assets/own')?.[1] ?? '';
  assert.match(own, /^globalThis\.octavoTexts=\{.*"copy":"Copier".*\};\nalert\(octavoTexts\.copy\);$/);
  assert.equal(texts.find(([path]) => path === 'assets/reader')?.[1], 'read();');
});

test('a chapter in another language says so on its title, its text, and in lists', async () => {
  const context = makeContext({
    '/part/1': { page: { title: 'Ode' }, params: { lang: 'fa' } },
    '/part/2': { page: { title: 'Carmen' }, params: { lang: 'la' } },
    '/part/3': { page: { title: 'Plain' }, params: { lang: '"><script>', dir: 'up' } },
  });
  const { value: site } = createSite(context);
  const htmlOf = async (key: string) => {
    const page = context.book.pages[key];
    assert.ok(page);
    return String((await site.renderPage(page, '')).value.content);
  };
  const ode = await htmlOf('/part/1');
  assert.match(ode, /<div lang="fa" dir="rtl">\s*<h1 id="page:title">Ode<\/h1>\s*<\/div>/);
  assert.ok(ode.includes('<div class="prose" lang="fa" dir="rtl">'));
  assert.ok(ode.includes('<span class="turn-title" lang="la" dir="ltr">Carmen</span>'));
  const part = await htmlOf('/part');
  assert.ok(part.includes('<span class="chapters-title" lang="fa" dir="rtl">Ode</span>'));
  assert.match(part, /<a href="[^"]*\/part\/1\/" lang="fa" dir="rtl">Ode<\/a>/);
  assert.ok((await htmlOf('/part/3')).includes('<div class="prose">'));
});
