import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FrontMatter } from '../../src/model/chapter.js';
import { arrange, makeChapter, summarize } from './make-book.js';

/** Url and output path of one chapter, and what was found. */
function addressOf(path: string, frontMatter: Partial<FrontMatter> = {}) {
  const { value, diagnostics } = arrange([makeChapter(path, frontMatter)]);
  const page = Object.values(value.pages).find(({ source }) => source === path);
  return { url: page?.url, outputPath: page?.outputPath, found: summarize(diagnostics) };
}

/** The url of a chapter without findings. */
function urlOf(path: string, frontMatter: Partial<FrontMatter> = {}): string | undefined {
  const { url, found } = addressOf(path, frontMatter);
  assert.deepEqual(found, [], path);
  return url;
}

/** What Hugo 0.169 makes of the names; where two differ on purpose, another test says so. */
const fileNames: Readonly<Record<string, string>> = {
  'a/b.md': '/a/b/',
  'a/index.md': '/a/',
  'a/_index.md': '/a/',
  '_index.md': '/',
  'index.md': '/',
  'n/Hello World.md': '/n/hello-world/',
  'n/a  b.md': '/n/a--b/',
  'n/a - b.md': '/n/a---b/',
  'n/v1.0.2.md': '/n/v1.0.2/',
  'n/a#b.md': '/n/a%23b/',
  'n/章 一.md': '/n/%E7%AB%A0-%E4%B8%80/',
  'n/50%.md': '/n/50/',
  'n/ lead sp.md': '/n/-lead-sp/',
  'n/a(b)!.md': '/n/ab/',
  'n/x.en.md': '/n/x/',
  'n/foo.fr.md': '/n/foo.fr/',
  'Up Per/B un/index.md': '/up-per/b-un/',
  "o'neil/p.md": '/oneil/p/',
};

test('file names make the addresses that Hugo makes', () => {
  for (const [path, url] of Object.entries(fileNames)) assert.equal(urlOf(path), url, path);
});

test('a slug replaces the last name and may hold slashes', () => {
  const slugs = {
    'Hello World': '/s/t/hello-world/',
    'a/b': '/s/t/a/b/',
    '/a//b/': '/s/t/a/b/',
    './x': '/s/t/x/',
    'a.html': '/s/t/a.html/',
    'a?b:c': '/s/t/abc/',
    index: '/s/t/',
    é: '/s/t/%C3%A9/',
    'a . b': '/s/t/a-.-b/',
  };
  for (const [slug, url] of Object.entries(slugs)) assert.equal(urlOf('s/t/f.md', { slug }), url, slug);
  assert.equal(urlOf('s/t/index.md', { slug: 'x' }), '/s/x/');
});

test('a url is kept as written, a file if it ends in an extension', () => {
  const urls = {
    '/x/y/': '/x/y/',
    '/x/y': '/x/y/',
    'relative/': '/relative/',
    '/f.html': '/f.html',
    'sub/x.txt': '/sub/x.txt',
    '/v1.0/': '/v1.0/',
    '/Up/Case/': '/Up/Case/',
    '/sp ace/': '/sp%20ace/',
    '/a#b/': '/a%23b/',
    '/a//b/./c/': '/a/b/c/',
    '/k/index.html': '/k/',
    '/n.b/c': '/n.b/c/',
  };
  for (const [written, url] of Object.entries(urls))
    assert.equal(urlOf('u/f.md', { url: written, slug: 's' }), url);
});

test('the output path is the file a server looks for', () => {
  assert.equal(addressOf('n/é #1.md').outputPath, 'n/é-#1/index.html');
  assert.equal(addressOf('u/f.md', { url: '/a%20b/%C3%A9.html' }).outputPath, 'a b/é.html');
  assert.equal(addressOf('_index.md').outputPath, 'index.html');
});

test('both Unicode forms of a file name make one address', () => {
  assert.equal(urlOf('n/e\u0301.md'), '/n/%C3%A9/');
});

test('the slug of a section moves its pages, its url does not', () => {
  const { pages } = arrange([
    makeChapter('ss/_index.md', { slug: 'moved' }),
    makeChapter('ss/deep/p.md'),
    makeChapter('ss/sub/_index.md', { slug: 'Moved Sub' }),
    makeChapter('ss/sub/q.md'),
    makeChapter('su/_index.md', { url: '/elsewhere/' }),
    makeChapter('su/p.md'),
  ]).value;
  assert.equal(pages['/ss']?.url, '/moved/');
  assert.equal(pages['/ss/deep/p']?.url, '/moved/deep/p/');
  assert.equal(pages['/ss/sub/q']?.url, '/moved/moved-sub/q/');
  assert.equal(pages['/su']?.url, '/elsewhere/');
  assert.equal(pages['/su/p']?.url, '/su/p/');
});

test('the home is always at the root', () => {
  assert.equal(urlOf('_index.md', { url: '/start/', slug: 'start' }), '/');
});

test('a faulty slug or url is an error at its key, and the next in line decides', () => {
  const faults: readonly (readonly [Partial<FrontMatter>, string])[] = [
    [{ slug: '../up' }, 'outside'],
    [{ slug: 'a/../b' }, 'outside'],
    [{ slug: '..' }, 'outside'],
    [{ slug: '%2e%2e' }, 'outside'],
    [{ slug: 'a\\b' }, 'illegal-character'],
    [{ slug: 'a\0b' }, 'illegal-character'],
    [{ slug: 'a\tb' }, 'illegal-character'],
    [{ slug: 'a%2fb' }, 'illegal-character'],
    [{ slug: '😀' }, 'empty'],
    [{ slug: '.' }, 'empty'],
    [{ url: '/../x/' }, 'outside'],
    [{ url: '/a/../../b/' }, 'outside'],
    [{ url: '/%2E./x/' }, 'outside'],
    [{ url: '..\\x' }, 'illegal-character'],
    [{ url: '/a\u0007/' }, 'illegal-character'],
    [{ url: '/\ud800/' }, 'illegal-character'],
    [{ url: '/%ff/' }, 'illegal-character'],
    [{ url: 'https://x.org/' }, 'absolute'],
    [{ url: ' ' }, 'empty'],
    [{ url: `/${'a'.repeat(256)}/` }, 'too-long'],
    [{ slug: '章'.repeat(86) }, 'too-long'],
  ];
  for (const [frontMatter, fault] of faults) {
    const { url, found } = addressOf('s/t/f.md', frontMatter);
    assert.deepEqual(found, [`address/${fault} content/s/t/f.md:2`], JSON.stringify(frontMatter));
    assert.equal(url, '/s/t/f/');
  }
});

test('a url may take back its own folders', () => {
  for (const written of ['/a/../b/', 'a/../b/', '/a/c/../../b/'])
    assert.deepEqual(
      addressOf('s/t/f.md', { url: written }),
      { url: '/b/', outputPath: 'b/index.html', found: [] },
      written,
    );
});

test('names that Windows refuses are reported', () => {
  const refused: readonly (readonly [string, Partial<FrontMatter>])[] = [
    ['con.md', {}],
    ['s/aux.x.md', {}],
    ['s/a...md', {}],
    ['s/f.md', { url: '/what?/' }],
    ['s/f.md', { url: '/a:b.html' }],
    ['s/f.md', { slug: 'lpt1' }],
    ['s/f.md', { url: '/x. /' }],
  ];
  for (const [path, frontMatter] of refused) {
    const [found] = addressOf(path, frontMatter).found;
    assert.match(found ?? '', /^address\/not-portable /, path);
  }
  assert.deepEqual(addressOf('s/cone.md').found, []);
});

test('a file name of which nothing is left is an error, and no page', () => {
  assert.deepEqual(addressOf('n/😀.md'), {
    url: undefined,
    outputPath: undefined,
    found: ['address/empty content/n/😀.md:1'],
  });
  assert.deepEqual(addressOf('!/a.md').found, ['address/empty content/!/a.md:1']);
  assert.equal(addressOf('n/😀.md', { slug: 'smile' }).url, '/n/smile/');
});
