import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWords, readingMinutes } from '../../../src/markdown/words/count-words.js';
import { render } from '../rendering.js';

test('words are fields between white space; a CJK field counts its characters', () => {
  const cases: readonly (readonly [string, number, number])[] = [
    ['', 0, 0],
    [' one  two\nthree\t', 3, 0],
    ['naïve people’s', 2, 0],
    ['a\u00a0b\u3000c\u2003d', 4, 0],
    ['日本語です。', 0, 6],
    ['mixed 日本 text', 2, 2],
    ['한국어 책', 0, 4],
    ['🙂 a', 2, 0],
    ['𠮷野', 0, 2],
  ];
  for (const [text, fields, runes] of cases) assert.deepEqual(countWords(text), { fields, runes }, text);
});

test('reading time is rounded up', () => {
  assert.equal(readingMinutes({ fields: 0, runes: 0 }), 0);
  assert.equal(readingMinutes({ fields: 1, runes: 0 }), 1);
  assert.equal(readingMinutes({ fields: 212, runes: 0 }), 1);
  assert.equal(readingMinutes({ fields: 213, runes: 0 }), 2);
  assert.equal(readingMinutes({ fields: 0, runes: 501 }), 2);
});

test('a chapter counts headings, cells, code and notes; not addresses, pictures and HTML', async () => {
  const { words } = await render(
    '# a b\n\nc [d](two.md) ![e](https://f.g) <img>\n\n|h|\n|-|\n|i|\n\n```\nj k\n```\n',
  );
  assert.equal(words, 8);
});
