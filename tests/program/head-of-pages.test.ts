import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository } from '../house/source-files.js';
import { makeBook, makeFolder, readTree, runOctavo } from './run-octavo.js';

test('the head of a page says who, when and what it looks like; a redirect hands on query and fragment', (context) => {
  const folder = makeFolder(context);
  cpSync(join(repository, 'tests/books/site-around'), folder, { recursive: true });
  const run = runOctavo(folder, ['build']);
  assert.equal(run.code, 0, run.stderr);
  assert.match(run.stderr, /template\/no-texts[\s\S]*no words in `sw`/);
  const site = readTree(`${folder}/public`);
  const page = String(site['printing/one/index.html']);
  assert.match(page, /<meta property="og:image" content="https:\/\/example\.org\/ink\.png">/);
  assert.match(page, /<meta property="article:modified_time" content="2025-03-04T/);
  assert.match(page, /<meta name="author" content="Bob">/);
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page) ?? [];
  const [chapter] = JSON.parse(json)['@graph'];
  assert.deepEqual(
    [chapter.dateModified.slice(0, 10), chapter.wordCount, chapter.author.length, chapter.position],
    ['2025-03-04', 1, 2, 1],
  );
  assert.match(page, /<nav class="menu menu-main"[^>]*><ul><li><a href="\/printing\/?"/);
  assert.match(page, /menu-before[\s\S]*href="\/news\/"[\s\S]*menu-after[\s\S]*git\.example\.org/);
  assert.match(page, /<img class="top-logo" src="\/ink\.png"/);
  assert.match(page, /href="https:\/\/git\.example\.org\/ink\/edit\/main\/content\/printing\/one\.md"/);
  const home = String(site['index.html']);
  assert.match(home, /<title>The Ink Room .+ Welcome<\/title>/);
  assert.match(home, /<img class="chapters-picture"|<h1>The Ink Room<\/h1>/);
});

test('without a host there is neither sitemap nor feed, and no page names one', (context) => {
  const folder = makeBook(context, { 'content/one.md': '---\ntitle: One\naliases: [/old/]\n---\n\nText.\n' });
  assert.equal(runOctavo(folder, ['build']).code, 0);
  const site = readTree(`${folder}/public`);
  assert.ok(!('sitemap.xml' in site) && !('index.xml' in site));
  assert.ok(!String(site['one/index.html']).includes('rss+xml'));
  assert.match(String(site['old/index.html']), /location\.search \+ location\.hash/);
});
