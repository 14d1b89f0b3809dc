import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DateValue } from '../../src/model/chapter.js';
import { noFacts } from '../../src/model/rendered.js';
import { createSite } from '../../src/pages/create-site.js';
import { writeMarkdownOutput } from '../../src/pages/outputs/write-markdown-output.js';
import { type ChapterSketch, config, makeContext, renderExtras } from './make-site.js';

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
  const { value, diagnostics } = await renderExtras(site);
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
  const files = (await renderExtras(createSite(context).value)).value;
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
  const { value } = await renderExtras(createSite(context).value);
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
    const { value } = await renderExtras(createSite(context).value);
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
  const { value } = await renderExtras(createSite(context).value);
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
    const files = (await renderExtras(createSite(site).value)).value;
    const text = String(files.find(({ path }) => path === 'llms.txt')?.content);
    return ['a', 'b', 'c'].filter((name) => text.includes(`/${name}/index.md`));
  };
  assert.deepEqual([await twins(false), await twins(true)], [['a'], ['a', 'c']]);
});

test('a page of the book at one of these paths keeps its place', async () => {
  const { value: site } = createSite(makeContext({ '/x': { page: { outputPath: 'llms.txt' } } }));
  const { value } = await renderExtras(site);
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

/** A library of volumes by their number of chapters: `/shelf/v1/001`. */
function makeLibrary(...sizes: readonly number[]): ReturnType<typeof makeContext> {
  const keys = sizes.flatMap((size, volume) =>
    Array.from({ length: size }, (_, index) => `/shelf/v${volume + 1}/${String(index + 1).padStart(4, '0')}`),
  );
  const context = makeContext(Object.fromEntries([...keys, '/about'].map((key) => [key, {}])));
  const pages = Object.fromEntries(
    Object.entries(context.book.pages).map(([key, page]) => {
      const volume = /^\/shelf\/v\d+/.exec(key)?.[0] ?? null;
      return [key, { ...page, volume }];
    }),
  );
  const facts = { ...noFacts, path: '', file: '' };
  return { ...context, book: { ...context.book, pages }, factsOf: () => facts };
}

async function writeLibrary(...sizes: readonly number[]): Promise<ReadonlyMap<string, string>> {
  const { value: site } = createSite(makeLibrary(...sizes));
  const { value } = await renderExtras(site);
  return new Map(value.map(({ path, content }) => [path, String(content)]));
}

const listLocations = (xml = '') =>
  [...xml.matchAll(/<loc>https:\/\/x\.org\/book\/([^<]*)/g)].map(([, loc = '']) => loc);

test('the sitemap of a large library is cut between volumes, and an index names the files', async () => {
  const files = await writeLibrary(600, 300, 300, 1500);
  const names = listLocations(files.get('sitemap.xml'));
  assert.match(files.get('sitemap.xml') ?? '', /<sitemapindex /);
  assert.deepEqual(names, ['sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml', 'sitemap-4.xml']);
  const lists = names.map((name) => listLocations(files.get(name)));
  assert.ok(lists.every(({ length }) => length <= 1000));
  assert.equal(new Set(lists.flat()).size, 600 + 300 + 300 + 1500 + 4 + 3);
  assert.equal(lists.flat().length, new Set(lists.flat()).size);
  const holders = (volume: string) =>
    lists.filter((list) => list.some((loc) => loc.startsWith(volume))).length;
  assert.deepEqual(['shelf/v1/', 'shelf/v2/', 'shelf/v3/', 'shelf/v4/'].map(holders), [1, 1, 1, 2]);
});

test('the llms.txt of a large library names a file of each volume, and each chapter is in one', async () => {
  const files = await writeLibrary(600, 300, 300);
  const index = files.get('llms.txt') ?? '';
  assert.deepEqual(
    [...index.matchAll(/\]\(https:\/\/x\.org\/book\/([^)]*)/g)].map(([, path]) => path),
    ['shelf/', 'shelf/v1/llms.txt', 'shelf/v2/llms.txt', 'shelf/v3/llms.txt', 'about/'],
  );
  const second = files.get('shelf/v2/llms.txt') ?? '';
  assert.match(second, /^# v2\n/);
  assert.equal(second.match(/^- \[/gm)?.length, 300);
  assert.deepEqual(second.match(/\/v[13]\//g), null);
});

test('a small library, and a book of any size, have one file of each', async () => {
  for (const files of [await writeLibrary(30, 20), await writeExtras()].map((all) =>
    all instanceof Map ? all : new Map(Object.entries(all)),
  )) {
    assert.deepEqual([...files.keys()].filter((path) => /sitemap|llms/.test(path)).toSorted(), [
      'llms.txt',
      'sitemap.xml',
    ]);
  }
  const book = makeLibrary(1200);
  const pages = Object.entries(book.book.pages).map(
    ([key, page]) => [key, { ...page, volume: null }] as const,
  );
  const { value } = createSite({ ...book, book: { ...book.book, pages: Object.fromEntries(pages) } });
  const paths = (await renderExtras(value)).value.map(({ path }) => path);
  assert.deepEqual(paths.filter((path) => /sitemap|llms/.test(path)).toSorted(), ['llms.txt', 'sitemap.xml']);
});

test('a library in two languages: the index of all names the files of each', async () => {
  const site = makeLibrary(700, 700);
  const family = ['en', 'fr'].map((key) => ({
    ...site,
    config: {
      ...site.config,
      place: { ...site.config.place, key, main: 'en', folder: key === 'en' ? '' : 'fr/' },
    },
  }));
  const [english] = family;
  assert.ok(english);
  const { value } = createSite({ ...site, config: english.config, family });
  const files = new Map(
    (await renderExtras(value)).value.map(({ path, content }) => [path, String(content)]),
  );
  assert.deepEqual(listLocations(files.get('sitemap.xml')), [
    'en/sitemap-1.xml',
    'en/sitemap-2.xml',
    'fr/sitemap-1.xml',
    'fr/sitemap-2.xml',
  ]);
  assert.deepEqual(listLocations(files.get('en/sitemap.xml')), ['en/sitemap-1.xml', 'en/sitemap-2.xml']);
});
