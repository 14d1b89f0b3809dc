import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareTitlesIn } from '../../src/book/compare-titles.js';

const word = fc.constantFrom(
  'API',
  'api',
  'Ápi',
  'x',
  '中',
  '云',
  'я',
  'Ё',
  'एक',
  'कि',
  '𠀀',
  '𠀁',
  ' ',
  '-',
  '12',
  '',
);
const title = fc.array(word, { maxLength: 4 }).map((words) => words.join(''));

for (const language of ['zh', 'ru', 'hi', 'en', 'no such language']) {
  test(`titles in ${language} have one order, whichever two are compared first`, () => {
    const compare = compareTitlesIn(language);
    fc.assert(
      fc.property(title, title, title, (a, b, c) => {
        assert.equal(Math.sign(compare(a, b)), -Math.sign(compare(b, a)) || 0);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) assert.ok(compare(a, c) <= 0, `${a} ${b} ${c}`);
      }),
    );
  });
}

test('Latin letters come first where the language would put its own script there', () => {
  const titles = ['云', 'api', '安全 API', 'API 网关', 'API gateway'];
  assert.deepEqual(titles.sort(compareTitlesIn('zh')), ['api', 'API gateway', 'API 网关', '安全 API', '云']);
});
