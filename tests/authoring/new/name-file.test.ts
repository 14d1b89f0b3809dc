import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameFile } from '../../../src/authoring/new/choose-path.js';

const first = (
  [heading, title]: readonly [string, string],
  [name, ...rest]: readonly [string, string, string],
) => nameFile({ heading, title }, { name, heading: rest[0], title: rest[1] }).slice(0, 2);

test('a file is named after its number, its number and title, or its title, as the one before it is', () => {
  const at = (name: string, title = 'The Case') => [name, 'Chapter 6', title] as const;
  assert.deepEqual(first(['Chapter 7', 'The Bar'], at('chapter-6')), ['chapter-7', 'chapter-7-the-bar']);
  assert.deepEqual(first(['Chapter 7', 'The Bar'], at('06-the-case')), ['07-the-bar', '07-the-bar-2']);
  assert.deepEqual(first(['Chapter 7', 'The Bar'], at('the-case')), ['the-bar', 'the-bar-2']);
  assert.deepEqual(first(['Chapter 7', ''], at('06-the-case')), ['chapter-7', 'chapter-7-2']);
});

test('a chapter without title, which goes by its heading, says nothing about titles in names', () => {
  const before = ['chapter-6', 'Chapter 6', 'Chapter 6'] as const;
  assert.deepEqual(first(['Chapter 7', 'The Bar'], before), ['chapter-7', 'chapter-7-the-bar']);
});

test('a row of numbered files goes on; where the next is taken, the name sorts behind the one before', () => {
  const before = ['chapter-00120', 'Chapter 20f', 'The Case'] as const;
  assert.deepEqual(first(['Chapter 20g', 'The Bar'], before), ['chapter-00121', 'chapter-00120-the-bar']);
  assert.deepEqual(first(['', ''], ['c9', '', 'Nine']), ['c10', 'c9-2']);
  assert.deepEqual(first(['', 'War'], ['of-1812', '', 'Of 1812']), ['war', 'war-2']);
  assert.deepEqual(first(['', 'War'], ['2024-05-01', '', 'Of May']), ['war', 'war-2']);
});
