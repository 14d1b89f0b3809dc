import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrange, makeChapter, summarize } from './make-book.js';

test('two files with one logical path: the bundle, else the first is published', () => {
  const twins: readonly (readonly [string, string])[] = [
    ['cs/A.md', 'cs/a.md'],
    ['cs/a b.md', 'cs/a-b.md'],
    ['x/index.md', 'x.md'],
    ['two/_index.md', 'two.md'],
    ['bo/index.md', 'bo/_index.md'],
    ['n/e\u0301.md', 'n/é.md'],
  ];
  for (const [holder, claimant] of twins) {
    const { value, diagnostics } = arrange([makeChapter(claimant), makeChapter(holder)]);
    const sources = Object.values(value.pages).map(({ source }) => source);
    assert.deepEqual(summarize(diagnostics), [`address/duplicate content/${claimant}:1`]);
    assert.equal(diagnostics[0]?.related?.[0]?.file, `content/${holder}`);
    assert.ok(sources.includes(holder) && !sources.includes(claimant), claimant);
  }
});

test('one address twice: named with the keys that caused it', () => {
  const { value, diagnostics } = arrange([
    makeChapter('a.md', { title: 'A', url: '/x/y/' }),
    makeChapter('b.md', { title: 'B', weight: 1, url: '/X/Y' }),
    makeChapter('x/y.md', { title: 'Y' }),
  ]);
  assert.deepEqual(summarize(diagnostics), [
    'address/duplicate content/b.md:4',
    'address/duplicate content/x/y.md:1',
  ]);
  assert.deepEqual(diagnostics[0]?.related, [
    { file: 'content/a.md', line: 3, column: 1, message: 'the address is taken here' },
  ]);
  assert.match(
    diagnostics[1]?.message ?? '',
    /\/x\/y\/ is taken twice, by content\/a\.md and by content\/x\/y\.md/,
  );
  assert.deepEqual(value.order, ['/', '/a', '/x']);
});

test('a chapter cannot take the home, and beats a page made up for a folder', () => {
  const { value, diagnostics } = arrange([
    makeChapter('a.md', { url: '/' }),
    makeChapter('b.md', { url: '/part/' }),
    makeChapter('part/p.md', { weight: 1 }),
  ]);
  assert.deepEqual(summarize(diagnostics), [
    'address/duplicate content/a.md:2',
    'address/duplicate content/b.md:2',
  ]);
  assert.deepEqual(value.order, ['/', '/b', '/part/p']);
  assert.equal(value.pages['/part/p']?.parent, '/');
});

test('a file cannot stand where a folder is needed, whichever comes first', () => {
  const fileFirst = arrange([
    makeChapter('a.md', { url: '/v1.0' }),
    makeChapter('b.md', { url: '/v1.0/deep/' }),
  ]);
  const folderFirst = arrange([
    makeChapter('a.md', { url: '/v1.0/' }),
    makeChapter('b.md', { url: '/v1.0' }),
  ]);
  const parentFirst = arrange([
    makeChapter('a.md', { url: '/v1.0/x/' }),
    makeChapter('b.md', { url: '/V1.0' }),
  ]);
  for (const { diagnostics } of [fileFirst, folderFirst, parentFirst])
    assert.deepEqual(summarize(diagnostics), ['address/duplicate content/b.md:2']);
});

test('a page inside the folder of another page is no conflict', () => {
  assert.deepEqual(arrange([makeChapter('a.md'), makeChapter('b.md', { url: '/a/b/c/' })]).diagnostics, []);
});
