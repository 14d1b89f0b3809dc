import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listEntries } from '../../src/book/list-entries.js';
import { arrange, makeChapter } from './make-book.js';

test('the list has one entry per page in reading order, with its keys in order', () => {
  const { value } = arrange([
    makeChapter(
      'part/b.md',
      { heading: 'Chapter 1', title: 'B', linkTitle: 'b', weight: 5, aliases: ['/old/'] },
      { date: '2025-01-02T00:00:00+02:00' },
    ),
  ]);
  const entries = listEntries(value, new Map([['part/b.md', { words: 300, minutes: 2 }]]));
  assert.deepEqual(
    entries.map(({ url, prev, next }) => [prev, url, next]),
    [
      [null, '/', '/part/'],
      ['/', '/part/', '/part/b/'],
      ['/part/', '/part/b/', null],
    ],
  );
  assert.equal(
    JSON.stringify(entries[2]),
    '{"source":"part/b.md","url":"/part/b/","kind":"page","title":"B","heading":"Chapter 1","linkTitle":"b","weight":5,' +
      '"date":"2025-01-02T00:00:00+02:00","draft":false,"section":"part","prev":"/part/","next":null,' +
      '"aliases":["/old/"],"words":300,"minutes":2,"family":null,"volume":null}',
  );
  assert.deepEqual(
    [entries[0]?.source, entries[0]?.words, entries[0]?.minutes, entries[1]?.title],
    [null, 0, 0, 'Parts'],
  );
});
