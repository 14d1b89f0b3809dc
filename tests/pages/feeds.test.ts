import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DateValue } from '../../src/model/chapter.js';
import { createSite } from '../../src/pages/create-site.js';
import { writeMarkdownOutput } from '../../src/pages/outputs/write-markdown-output.js';
import { type ChapterSketch, config, makeContext } from './make-site.js';

const day = (iso: string): DateValue => ({ ms: Date.parse(iso), iso: `${iso}T00:00:00Z` });

const sketches: Readonly<Record<string, ChapterSketch>> = {
  '/part/1a': {
    page: {
      heading: 'Chapter 1a',
      title: 'Ink & <Paper>',
      date: day('2025-10-13'),
      lastmod: day('2025-11-01'),
    },
    facts: { excerpt: 'On “ink”\u0000 & water.' },
  },
  '/part/1b': { page: { heading: 'Chapter 1b', title: 'Ink & <Paper>', date: day('2025-10-13') } },
  '/part/2': { page: { heading: 'Chapter 2', title: 'Sheets' } },
  '/part/3': { page: { heading: 'Chapter 3', title: 'New', date: day('2025-12-01') } },
};

async function writeExtras(changes: Parameters<typeof makeContext>[1] = {}) {
  const { value: site } = createSite(makeContext(sketches, changes));
  const { value, diagnostics } = await site.renderExtras();
  assert.deepEqual(diagnostics, []);
  return Object.fromEntries(value.map(({ path, content }) => [path, String(content)]));
}

async function headOf(key: string, changes: Parameters<typeof makeContext>[1] = {}): Promise<string> {
  const context = makeContext(sketches, changes);
  const page = context.book.pages[key];
  assert.ok(page);
  return String((await createSite(context).value.renderPage(page, '')).value.content);
}

const without = {
  config: { ...config, outputs: { ...config.outputs, feed: false, llms: false } },
};

test('the sitemap has every page, and a last change where one is known', async () => {
  const sitemap = (await writeExtras())['sitemap.xml'] ?? '';
  assert.deepEqual(
    [...sitemap.matchAll(/<loc>([^<]*)<\/loc>(?:<lastmod>([^<]*))?/g)].map(([, loc, lastmod]) => [
      loc,
      lastmod,
    ]),
    [
      ['https://x.org/book/', undefined],
      ['https://x.org/book/part/', undefined],
      ['https://x.org/book/part/1a/', '2025-11-01T00:00:00Z'],
      ['https://x.org/book/part/1b/', undefined],
      ['https://x.org/book/part/2/', undefined],
      ['https://x.org/book/part/3/', undefined],
    ],
  );
});

test('the feed: newest first, the later of a day first, undated last; whole names; escaped', async () => {
  const feed = (await writeExtras())['index.xml'] ?? '';
  assert.deepEqual(
    [...feed.matchAll(/<item><title>([^<]*)/g)].map(([, title]) => title),
    [
      'Chapter 3 · New',
      'Chapter 1b · Ink &amp; &amp;lt;Paper&gt;',
      'Chapter 1a · Ink &amp; &amp;lt;Paper&gt;',
      'Chapter 2 · Sheets',
    ],
  );
  assert.match(feed, /<lastBuildDate>Mon, 01 Dec 2025 00:00:00 GMT<\/lastBuildDate>/);
  assert.match(
    feed,
    /<pubDate>Mon, 13 Oct 2025 00:00:00 GMT<\/pubDate><description>On “ink” &amp;amp; water\.</,
  );
  assert.equal(feed.match(/<pubDate>/g)?.length, 3);
  assert.match(feed, /<guid>https:\/\/x\.org\/book\/part\/3\/<\/guid>/);
});

test('llms.txt lists the book part by part, with what each chapter is about', async () => {
  assert.equal(
    (await writeExtras())['llms.txt'],
    `# The Ledger

> Eleven years of weather.

## Contents

- [part](https://x.org/book/part/)
  - [Chapter 1a · Ink & \\<Paper\\>](https://x.org/book/part/1a/): On “ink”\u0000 & water.
  - [Chapter 1b · Ink & \\<Paper\\>](https://x.org/book/part/1b/)
  - [Chapter 2 · Sheets](https://x.org/book/part/2/)
  - [Chapter 3 · New](https://x.org/book/part/3/)
`,
  );
});

test('robots.txt only when asked for, as in Hugo; others not when they are not wanted', async () => {
  assert.equal((await writeExtras())['robots.txt'], undefined);
  const some = await writeExtras({
    config: { ...config, outputs: { ...without.config.outputs, robots: true } },
  });
  assert.equal(some['robots.txt'], 'User-agent: *\nSitemap: https://x.org/book/sitemap.xml\n');
  assert.equal(some['index.xml'], undefined);
  assert.equal(some['llms.txt'], undefined);
  assert.doesNotMatch(await headOf('/part/2', without), /rss/);
});

test('the sitemap says how often and how much, and leaves out what asks for it', async () => {
  const said = (frontMatter: object) => ({ page: { outputPath: 'x/index.html' }, frontMatter });
  const context = makeContext(
    {
      '/a': said({ sitemap: { changefreq: 'weekly', priority: 0.8 } }),
      '/b': said({ sitemap: { disable: true } }),
      '/c': said({}),
      '/d': said({ sitemap: { disable: false, priority: -1 } }),
    },
    {
      config: {
        ...config,
        sitemap: { filename: 'map.xml', changefreq: 'yearly', priority: 0.5, disable: false },
      },
    },
  );
  const files = (await createSite(context).value.renderExtras()).value;
  const sitemap = String(files.find(({ path }) => path === 'map.xml')?.content);
  const lines = [...sitemap.matchAll(/\/([a-d])\/<\/loc>(.*)<\/url>/g)].map(([, name, more]) => [name, more]);
  assert.deepEqual(lines, [
    ['a', '<changefreq>weekly</changefreq><priority>0.8</priority>'],
    ['c', '<changefreq>yearly</changefreq><priority>0.5</priority>'],
    ['d', '<changefreq>yearly</changefreq>'],
  ]);
});

test('a feed goes by when its chapters were published', async () => {
  const at = (iso: string, published: string): ChapterSketch => ({
    page: { title: iso, date: day(iso), lastmod: day('2026-02-03') },
    dates: { date: day(iso), publishDate: day(published) },
  });
  const context = makeContext({ '/a': at('2025-01-01', '2025-03-03'), '/b': at('2025-02-02', '2025-02-02') });
  const { value } = await createSite(context).value.renderExtras();
  const feed = String(value.find(({ path }) => path === 'index.xml')?.content);
  assert.match(feed, /<title>2025-01-01<.*<pubDate>Mon, 03 Mar 2025 .*\n<item><title>2025-02-02</);
  assert.match(feed, /<lastBuildDate>Tue, 03 Feb 2026 /);
});

test('lists have feeds of their own where the configuration or their outputs say so', async () => {
  const listFeeds = ['section', 'term'] as const;
  const outputs = { ...config.outputs, listFeeds };
  const feedsOf = async (changes: Parameters<typeof makeContext>[1], asked?: readonly string[]) => {
    const section: ChapterSketch = asked === undefined ? {} : { frontMatter: { outputs: asked } };
    const context = makeContext({ ...sketches, '/part': { ...section, page: { kind: 'section' } } }, changes);
    const { value } = await createSite(context).value.renderExtras();
    return value.filter(({ path }) => path.endsWith('.xml')).map(({ path }) => path);
  };
  const set = { config: { ...config, outputs } };
  assert.deepEqual(await feedsOf(set), ['index.xml', 'part/index.xml', 'sitemap.xml']);
  assert.deepEqual(await feedsOf({}), ['index.xml', 'sitemap.xml']);
  assert.deepEqual(await feedsOf({}, ['html', 'rss']), ['index.xml', 'part/index.xml', 'sitemap.xml']);
  assert.deepEqual(await feedsOf(set, ['html']), ['index.xml', 'sitemap.xml']);
  const off = { config: { ...config, outputs: { ...outputs, feed: false, noFeeds: true } } };
  assert.deepEqual(await feedsOf(off, ['html', 'rss']), ['sitemap.xml']);
});

test('the feed of a section has its own chapters, and its page leads to it', async () => {
  const set = { config: { ...config, outputs: { ...config.outputs, listFeeds: ['section'] as const } } };
  const feed = (await writeExtras(set))['part/index.xml'] ?? '';
  assert.match(feed, /<title>[^<]* – The Ledger<\/title>\n<link>https:\/\/x\.org\/book\/part\/<\/link>/);
  assert.match(feed, /<atom:link href="https:\/\/x\.org\/book\/part\/index\.xml"/);
  assert.equal(feed.match(/<item>/g)?.length, 4);
  assert.match(await headOf('/part', set), /rss\+xml" title="[^"]*" href="\/book\/part\/index\.xml"/);
  assert.doesNotMatch(await headOf('/part/2', set), /part\/index\.xml/);
});

test('the outputs of home count for the files of the whole site', async () => {
  const home: ChapterSketch = { page: { kind: 'home' }, frontMatter: { outputs: ['html', 'llms'] } };
  const context = makeContext({ ...sketches, '/': home });
  const { value } = await createSite(context).value.renderExtras();
  const paths = value.map(({ path }) => path);
  assert.deepEqual([paths.includes('index.xml'), paths.includes('llms.txt')], [false, true]);
});

test('without the address of the site no guid of the feed is called a link', async () => {
  const feed = (await writeExtras({ config: { ...config, baseUrl: '' } }))['index.xml'] ?? '';
  assert.equal(feed.match(/<guid isPermaLink="false">\//g)?.length, 4);
  assert.doesNotMatch(feed, /<guid>/);
});

test('the feed has as many chapters as it may, and the copyright', async () => {
  const limited = { ...config, copyright: '© A & B', outputs: { ...config.outputs, feedLimit: 2 } };
  const feed = (await writeExtras({ config: limited }))['index.xml'] ?? '';
  assert.equal(feed.split('<item>').length - 1, 2);
  assert.match(feed, /<copyright>© A &amp; B<\/copyright>/);
});

test('a kind that is disabled is not written', async () => {
  const off = { ...config, outputs: { ...config.outputs, sitemap: false, robots: true } };
  const files = await writeExtras({ config: off });
  assert.deepEqual([files['sitemap.xml'], files['robots.txt']], [undefined, 'User-agent: *\n']);
});

test('a chapter has a twin where its outputs say so', async () => {
  const outputs = { frontMatter: { outputs: ['html', 'markdown'] } };
  const context = makeContext({ '/a': outputs, '/b': { frontMatter: { outputs: ['html'] } }, '/c': {} });
  const twins = async (markdown: boolean) => {
    const site = { ...context, config: { ...context.config, outputs: { ...config.outputs, markdown } } };
    const files = (await createSite(site).value.renderExtras()).value;
    const text = String(files.find(({ path }) => path === 'llms.txt')?.content);
    return ['a', 'b', 'c'].filter((name) => text.includes(`/${name}/index.md`));
  };
  assert.deepEqual([await twins(false), await twins(true)], [['a'], ['a', 'c']]);
});

test('a page of the book at one of these paths keeps its place', async () => {
  const { value: site } = createSite(makeContext({ '/x': { page: { outputPath: 'llms.txt' } } }));
  const { value } = await site.renderExtras();
  assert.ok(!value.some(({ path }) => path === 'llms.txt'));
});

test('JSON-LD: a chapter of the book, with its place and the way to it; harmless', async () => {
  const html = await headOf('/part/1a');
  const text = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)?.[1] ?? '';
  const { '@graph': graph } = JSON.parse(text);
  const [chapter, crumbs] = graph;
  assert.equal(chapter['@type'], 'Chapter');
  assert.equal(chapter.name, 'Chapter 1a · Ink & <Paper>');
  assert.equal(chapter.position, 1);
  assert.equal(chapter.datePublished, '2025-10-13T00:00:00Z');
  assert.deepEqual(chapter.isPartOf.author, { '@type': 'Person', name: 'Maren Holt' });
  assert.deepEqual(
    crumbs.itemListElement.map(({ name }: { name: string }) => name),
    ['The Ledger', 'part', 'Chapter 1a · Ink & <Paper>'],
  );
  const home = /ld\+json">([^<]*)/.exec(await headOf('/'))?.[1] ?? '';
  assert.equal(JSON.parse(home)['@graph'][0]['@type'], 'Book');
});

test('Open Graph names the page as a whole, and the feed is announced', async () => {
  const html = await headOf('/part/1a');
  for (const line of [
    '<meta property="og:type" content="article">',
    '<meta property="og:title" content="Chapter 1a · Ink &amp; &lt;Paper&gt;">',
    '<meta property="og:url" content="https://x.org/book/part/1a/">',
    '<meta property="og:site_name" content="The Ledger">',
    '<link rel="alternate" type="application/rss+xml" title="The Ledger" href="/book/index.xml">',
  ])
    assert.ok(html.includes(line), line);
});

test('a Markdown twin lies beside its page, and the page and llms.txt say so', async () => {
  const context = makeContext({ '/part/2': { page: { heading: 'Chapter 2', title: 'Sheets' } } });
  const page = context.book.pages['/part/2'];
  assert.ok(page);
  assert.deepEqual(writeMarkdownOutput(page, '\n\nText.\n'), {
    path: 'part/2/index.md',
    content: '# Chapter 2 · Sheets\n\nText.\n',
    origin: 'content/part/2.md',
  });
  assert.equal(writeMarkdownOutput({ ...page, outputPath: 'part/2.html' }, '').path, 'part/2.md');
  const twins = { config: { ...config, outputs: { ...config.outputs, markdown: true } } };
  const html = await headOf('/part/2', twins);
  assert.ok(html.includes('<link rel="alternate" type="text/markdown" href="/book/part/2/index.md">'));
  const llms = (await writeExtras(twins))['llms.txt'] ?? '';
  assert.match(llms, /\(https:\/\/x\.org\/book\/part\/2\/index\.md\)/);
});
