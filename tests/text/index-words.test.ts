import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { indexWords } from '../../src/text/index-words.js';
import { nearestWord } from '../../src/text/nearest.js';

const words = Array.from({ length: 5000 }, (_, number) => `part-${number % 7}/chapter-${number}.md`);

test('of many words few are compared, and the one that was meant is among them', () => {
  const find = indexWords(words, posix.basename);
  for (const [mistyped, meant] of [
    ['part-1/chaptre-4901.md', 'part-1/chapter-4901.md'],
    ['part-1/chapter-490l.md', 'part-1/chapter-4901.md'],
    ['part-1/CHAPTER-4901', 'part-1/chapter-4901.md'],
  ] as const) {
    const alike = find(mistyped);
    assert.ok(alike.length < 300, `${alike.length} are compared`);
    assert.equal(nearestWord(mistyped, alike), meant);
  }
});

test('all of a few words are compared, in the order in which they are given', () => {
  const few = words.slice(0, 50).reverse();
  assert.deepEqual(indexWords(few)('anything'), few);
});

test('the answer for a word is the same whatever was asked before', () => {
  const find = indexWords(words);
  const first = find('part-3/chapter-17.md');
  find('part-4/chapter-18.md');
  assert.deepEqual(find('part-3/chapter-17.md'), first);
  assert.deepEqual(indexWords(words)('part-3/chapter-17.md'), first);
});
