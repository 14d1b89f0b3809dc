import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrange, makeChapter, makeConfig, pagesOf } from './make-book.js';

test('top-level folders are sections, deeper ones only with an _index.md', () => {
  const { value, diagnostics } = arrange([
    makeChapter('dd/x/_index.md'),
    makeChapter('dd/x/y/p.md'),
    makeChapter('ee/x/p.md'),
    makeChapter('ee/x/y/_index.md'),
    makeChapter('ee/x/y/q.md'),
    makeChapter('top.md'),
    makeChapter('leaf/index.md'),
  ]);
  const shown = pagesOf(value).map(({ key, kind, parent, section }) =>
    [key, kind, parent, section].join(' '),
  );
  assert.deepEqual(shown, [
    '/ home  ',
    '/leaf page / ',
    '/top page / ',
    '/dd section / dd',
    '/dd/x section /dd dd',
    '/dd/x/y/p page /dd/x dd',
    '/ee section / ee',
    '/ee/x/p page /ee ee',
    '/ee/x/y section /ee ee',
    '/ee/x/y/q page /ee/x/y ee',
  ]);
  assert.deepEqual(value.pages['/ee']?.children, ['/ee/x/p', '/ee/x/y']);
  assert.deepEqual(diagnostics, []);
});

test('a folder beside a page of its name is no section by itself', () => {
  const { pages } = arrange([makeChapter('one.md'), makeChapter('one/x.md')]).value;
  assert.equal(pages['/one']?.kind, 'page');
  assert.equal(pages['/one/x']?.parent, '/');
  assert.equal(pages['/one/x']?.section, 'one');
});

test('a top-level folder of held-back chapters is a section without pages', () => {
  const { pages } = arrange([makeChapter('dr/p.md', { draft: true })]).value;
  assert.deepEqual(pages['/dr']?.children, []);
});

test('a book without chapters has a home', () => {
  const { value, diagnostics } = arrange([]);
  assert.deepEqual(value.order, ['/']);
  assert.deepEqual(value.unpublished, []);
  assert.equal(value.pages['/']?.title, 'The Book');
  assert.equal(value.pages['/']?.outputPath, 'index.html');
  assert.deepEqual([value.validFrom, value.validUntil], [null, null]);
  assert.deepEqual(diagnostics, []);
});

test('made-up titles follow the configuration and the folder as it is written', () => {
  const titleOf = (pluralize: boolean, capitalize: boolean) =>
    arrange(
      [makeChapter('Chapter one/p.md')],
      [],
      makeConfig({}, { titles: { pluralize, capitalize, spaces: false, style: 'ap' } }),
    ).value.pages['/chapter-one']?.title;
  assert.equal(titleOf(true, true), 'Chapter Ones');
  assert.equal(titleOf(false, true), 'Chapter One');
  assert.equal(titleOf(true, false), 'Chapter ones');
  assert.equal(titleOf(false, false), 'Chapter one');
});
