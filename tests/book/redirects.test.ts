import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FrontMatter } from '../../src/model/chapter.js';
import { arrange, makeChapter, summarize } from './make-book.js';

/** The output paths of the redirects of one chapter, without findings. */
function redirectsOf(path: string, aliases: readonly string[], rest: Partial<FrontMatter> = {}) {
  const { value, diagnostics } = arrange([makeChapter(path, { ...rest, aliases })]);
  assert.deepEqual(diagnostics, []);
  return value.redirects.map(({ outputPath }) => outputPath);
}

/** As Hugo 0.169 writes them. */
const hugo: Readonly<Record<string, string>> = {
  '/al/one/': 'al/one/index.html',
  'al-two': 'u/t/al-two/index.html',
  '../al4/': 'u/al4/index.html',
  '../../x': 'x/index.html',
  'al5.html': 'u/t/al5.html',
  '/al6.htm': 'al6.htm',
  '/Al7/UP': 'Al7/UP/index.html',
  'sp ace': 'u/t/sp ace/index.html',
  'a#b': 'u/t/a#b/index.html',
  '/al8.txt': 'al8.txt/index.html',
  './al9': 'u/t/al9/index.html',
  '/al10//x/': 'al10/x/index.html',
  'al11/index.html': 'u/t/al11/index.html',
  '/v1.2': 'v1.2/index.html',
};

test('aliases make the files that Hugo makes', () => {
  for (const [alias, path] of Object.entries(hugo))
    assert.deepEqual(redirectsOf('u/t/p.md', [alias]), [path], alias);
});

test('a relative alias starts above the address of its page', () => {
  assert.deepEqual(redirectsOf('u/b/index.md', ['x']), ['u/x/index.html']);
  assert.deepEqual(redirectsOf('u/_index.md', ['x']), ['x/index.html']);
  assert.deepEqual(redirectsOf('_index.md', ['x']), ['x/index.html']);
  assert.deepEqual(redirectsOf('u/p.md', ['x'], { url: '/deep/er/page.html' }), ['deep/er/x/index.html']);
  assert.deepEqual(redirectsOf('u/p.md', ['x'], { slug: 'one/two' }), ['u/one/x/index.html']);
  assert.deepEqual(redirectsOf('u/p.md', ['x'], { url: '/50%/é/' }), ['50%/x/index.html']);
});

test('the page lists the addresses that lead to it', () => {
  const { value } = arrange([makeChapter('u/p.md', { aliases: ['/old é/', '/old.html'] })]);
  assert.deepEqual(value.pages['/u/p']?.aliases, ['/old%20%C3%A9/', '/old.html']);
  assert.deepEqual(value.redirects, [
    { outputPath: 'old é/index.html', target: '/u/p' },
    { outputPath: 'old.html', target: '/u/p' },
  ]);
});

test('an alias repeated within a chapter counts once', () => {
  assert.deepEqual(redirectsOf('u/p.md', ['/x/', '/x', '/x/index.html']), ['x/index.html']);
});

test('faulty aliases are errors at their key', () => {
  const faults = {
    '../../../x': 'outside',
    '/..': 'outside',
    '/%2e%2e/x': 'outside',
    'https://x.org/a': 'absolute',
    'a\\b': 'illegal-character',
    'a\0': 'illegal-character',
    '': 'empty',
    'x?y': 'not-portable',
  };
  for (const [alias, fault] of Object.entries(faults)) {
    const { diagnostics } = arrange([makeChapter('u/t/p.md', { title: 'P', aliases: [alias] })]);
    assert.deepEqual(summarize(diagnostics), [`address/${fault} content/u/t/p.md:3`], alias);
  }
});

test('an alias on a live address or of two chapters is an error', () => {
  const { value, diagnostics } = arrange([
    makeChapter('a.md', { aliases: ['/b/', '/', '/shared/'] }),
    makeChapter('b.md', { aliases: ['/Shared'] }),
  ]);
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    [
      'The address / is taken twice, by the home page and by the alias "/" of content/a.md.',
      'The address /b/ is taken twice, by content/b.md and by the alias "/b/" of content/a.md.',
      'The address /Shared/ is taken twice, by the alias "/shared/" of content/a.md and by the alias "/Shared" of content/b.md.',
    ],
  );
  assert.deepEqual(value.redirects, [{ outputPath: 'shared/index.html', target: '/a' }]);
});
