import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FrontMatter } from '../../src/model/chapter.js';
import { arrange, makeChapter } from './make-book.js';

function titlesOf(path: string, frontMatter: Partial<FrontMatter>) {
  const { pages } = arrange([makeChapter(path, frontMatter)]).value;
  const page = Object.values(pages).find(({ source }) => source === path);
  return [page?.title, page?.heading, page?.linkTitle, page?.label];
}

test('heading and title make the label', () => {
  assert.deepEqual(titlesOf('a.md', { heading: 'Chapter 14f', title: 'A New Era' }), [
    'A New Era',
    'Chapter 14f',
    'A New Era',
    'Chapter 14f · A New Era',
  ]);
});

test('a heading that is the title is not said twice', () => {
  assert.deepEqual(titlesOf('a.md', { heading: 'Preface', title: 'Preface' }), [
    'Preface',
    'Preface',
    'Preface',
    'Preface',
  ]);
});

test('linkTitle names the page in links, the label keeps the title', () => {
  assert.deepEqual(titlesOf('a.md', { title: 'Long title', linkTitle: 'Short' }), [
    'Long title',
    '',
    'Short',
    'Long title',
  ]);
});

test('a missing title is the heading, else the name of the file in words', () => {
  assert.deepEqual(titlesOf('a.md', { heading: 'Chapter 1' }), [
    'Chapter 1',
    'Chapter 1',
    'Chapter 1',
    'Chapter 1',
  ]);
  assert.equal(titlesOf('x/the-end_of-the-road.md', {})[0], 'The End of the Road');
  assert.equal(titlesOf('x/14f.en.md', {})[0], '14f');
  assert.equal(titlesOf('x/---.md', {})[0], '---');
  assert.equal(titlesOf('x/my-bundle/index.md', {})[0], 'My Bundle');
  assert.equal(titlesOf('part-one/_index.md', {})[0], 'Part One');
  assert.equal(titlesOf('_index.md', {})[0], 'The Book');
});
