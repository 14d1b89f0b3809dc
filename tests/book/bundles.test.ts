import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrange, makeChapter, summarize } from './make-book.js';

test('a leaf bundle swallows every chapter below it, and says so', () => {
  const { value, diagnostics } = arrange([
    makeChapter('p/b/index.md'),
    makeChapter('p/b/extra.md'),
    makeChapter('p/b/x/_index.md'),
    makeChapter('p/b/y/index.md'),
    makeChapter('p/bc.md'),
  ]);
  assert.deepEqual(value.order, ['/', '/p', '/p/b', '/p/bc']);
  assert.deepEqual(summarize(diagnostics), [
    'content/inside-bundle content/p/b/extra.md:1',
    'content/inside-bundle content/p/b/x/_index.md:1',
    'content/inside-bundle content/p/b/y/index.md:1',
  ]);
});

test('an index.md in the root is the home and swallows nothing', () => {
  const { value, diagnostics } = arrange([makeChapter('index.md', { title: 'Start' }), makeChapter('a.md')]);
  assert.deepEqual(value.order, ['/', '/a']);
  assert.equal(value.pages['/']?.title, 'Start');
  assert.deepEqual(diagnostics, []);
});

test('resources go beside the page of their bundle, named as they are', () => {
  const chapters = [
    makeChapter('Up Per/B un/index.md'),
    makeChapter('ss/_index.md', { slug: 'moved' }),
    makeChapter('ss/b/index.md'),
    makeChapter('ss/deep/p.md'),
    makeChapter('su/_index.md', { url: '/elsewhere/' }),
    makeChapter('su/c/index.md', { slug: 'slugged' }),
    makeChapter('su/d/index.md', { url: '/there/file.html' }),
    makeChapter('ds/_index.md', { draft: true, slug: 'hidden' }),
    makeChapter('ds/p.md'),
  ];
  const expected = {
    'No Sec/Some File (1).PNG': 'No Sec/Some File (1).PNG',
    "Up Per/B un/S Ub/é'x.png": "up-per/b-un/S Ub/é'x.png",
    'Up Per/Im G.png': 'up-per/Im G.png',
    'ds/r.png': 'hidden/r.png',
    'ss/b/R e.png': 'moved/b/R e.png',
    'ss/deep/d.png': 'moved/deep/d.png',
    'su/c/r.png': 'su/slugged/r.png',
    'su/d/x/r.png': 'there/file/x/r.png',
    'su/r.png': 'elsewhere/r.png',
    'top.png': 'top.png',
  };
  const { value, diagnostics } = arrange(chapters, Object.keys(expected));
  const placed = Object.fromEntries(value.resources.map(({ source, outputPath }) => [source, outputPath]));
  assert.deepEqual(placed, expected);
  assert.equal(value.resources[0]?.url, '/No%20Sec/Some%20File%20%281%29.PNG');
  assert.deepEqual(diagnostics, []);
});

test('resources of a leaf bundle that is held back are not published', () => {
  const { value } = arrange(
    [makeChapter('p/b/index.md', { draft: true }), makeChapter('p/b.md')],
    ['p/b/secret.png', 'p/b/deep/secret.png', 'p/open.png'],
  );
  assert.deepEqual(
    value.resources.map(({ source }) => source),
    ['p/open.png'],
  );
});

test('a resource on the file of a page, or with a name no URL can hold, is an error', () => {
  const { value, diagnostics } = arrange(
    [makeChapter('a.md')],
    ['a/index.html', 'a\\b.png', 'A', 'fine.png'],
  );
  assert.deepEqual(summarize(diagnostics), [
    'address/duplicate content/A',
    'address/duplicate content/a/index.html',
    'address/illegal-character content/a\\b.png',
  ]);
  assert.deepEqual(
    value.resources.map(({ source }) => source),
    ['fine.png'],
  );
});
