import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Chapter } from '../../src/model/chapter.js';
import { defaultConfig } from '../support/default-config.js';
import { arrange, makeChapter, makeConfig } from './make-book.js';

/** Keys below home in reading order. */
function orderOf(chapters: readonly Chapter[], language = 'en'): readonly string[] {
  return arrange(
    chapters,
    [],
    makeConfig({}, { place: { ...defaultConfig.place, collation: language } }),
  ).value.order.slice(1);
}

test('weight comes first: negative, positive, then none', () => {
  const weights = { none: 0, two: 2, ten: 10, minus: -1, broken: Number.NaN };
  const chapters = Object.entries(weights).map(([name, weight]) =>
    makeChapter(`${name}.md`, { weight, title: name }),
  );
  assert.deepEqual(orderOf(chapters), ['/minus', '/two', '/ten', '/broken', '/none']);
});

test('among equal weights the newest comes first, by the second', () => {
  const chapters = [
    makeChapter('undated.md', { title: 'A' }),
    makeChapter('x.md', { title: 'later in the second' }, { date: '2020-01-01T00:00:00.9Z' }),
    makeChapter('y.md', { title: 'earlier in the second' }, { date: '2020-01-01T00:00:00.1Z' }),
    makeChapter('old.md', { title: 'A' }, { date: '1969-12-31T23:59:59.5Z' }),
    makeChapter('new.md', { title: 'Z' }, { date: '2020-01-01T00:00:01Z' }),
  ];
  assert.deepEqual(orderOf(chapters), ['/new', '/y', '/x', '/old', '/undated']);
});

test('then link titles, by the rules of the language and not by number', () => {
  const titles = ['Zebra', 'äpfel', 'apple', 'Chapter 10', 'Chapter 2', 'Ähre'];
  const chapters = titles.map((title, index) => makeChapter(`${index}.md`, { title }));
  const named = (language: string) => orderOf(chapters, language).map((key) => titles[Number(key.slice(1))]);
  assert.deepEqual(named('en'), ['Ähre', 'äpfel', 'apple', 'Chapter 10', 'Chapter 2', 'Zebra']);
  assert.deepEqual(named('sv'), ['apple', 'Chapter 10', 'Chapter 2', 'Zebra', 'Ähre', 'äpfel']);
  assert.deepEqual(named('not a language'), named('en'));
});

test('linkTitle goes before title', () => {
  const chapters = [makeChapter('a.md', { title: 'A', linkTitle: 'Z' }), makeChapter('b.md', { title: 'B' })];
  assert.deepEqual(orderOf(chapters), ['/b', '/a']);
});

test('the path decides last, in lower case and with its extension', () => {
  const paths = [
    'a-b',
    'A.b',
    'a',
    'sub/_index',
    'sub-a',
    'sub.a',
    'z/index',
    'z-a',
    'z_a',
    'same-9',
    'same-10',
  ];
  const chapters = paths.map((path) => makeChapter(`ties/${path}.md`, { title: 'T' }));
  const expected = ['a-b', 'a.b', 'a', 'same-10', 'same-9', 'sub-a', 'sub.a', 'sub', 'z-a', 'z', 'z_a'];
  assert.deepEqual(
    orderOf(chapters).slice(1),
    expected.map((name) => `/ties/${name}`),
  );
});

test('a section without a date takes the newest below it, and is sorted by that', () => {
  const { order, pages } = arrange([
    makeChapter('d1/_index.md', {}, { date: '2010-01-01' }),
    makeChapter('d1/p.md', {}, { date: '2012-01-01', lastmod: '2019-01-01' }),
    makeChapter('d2/p.md', {}, { date: '2013-01-01', lastmod: '2016-02-02' }),
    makeChapter('d2/s/_index.md', {}, { date: '2011-01-01' }),
    makeChapter('d2/s/p.md', {}, { date: '2014-05-05' }),
    makeChapter('d2/s/draft.md', { draft: true }, { date: '2015-01-01' }),
    makeChapter('d3.md', {}, { date: '2013-06-06' }),
  ]).value;
  assert.deepEqual(order, ['/', '/d2', '/d2/p', '/d2/s', '/d2/s/p', '/d3', '/d1', '/d1/p']);
  assert.equal(pages['/d2']?.date?.iso, '2014-05-05');
  assert.equal(pages['/d2']?.lastmod?.iso, '2016-02-02');
  assert.equal(pages['/d1']?.date?.iso, '2010-01-01');
  assert.equal(pages['/']?.lastmod?.iso, '2019-01-01');
});
