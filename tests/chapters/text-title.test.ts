import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTextTitle } from '../../src/chapters/read-chapters.js';
import { readOne } from './chapter.js';

const titles: readonly (readonly [body: string, title: string | null])[] = [
  ['# The Press\n\nText.', 'The Press'],
  ['\n\n   # The Press #\n', 'The Press'],
  ['#\tTab {#id .class}\n', 'Tab'],
  ['# [1. Two Sum](https://x.org/a_b_c/)\n', '1. Two Sum'],
  ['# `code`, *stress* and **_both_** ![](a.png)\n', 'code, stress and both'],
  ['# snake_case_name and 2 * 3 * 4\n', 'snake_case_name and 2 * 3 * 4'],
  ['# A \\# sign, {{< icon "x" >}} and <b>bold</b>\n', 'A # sign, and bold'],
  ['The Press\n===\n\nText.', 'The Press'],
  ['## The Press\n', null],
  ['#The Press\n', null],
  ['Text.\n\n# The Press\n', null],
  ['    # code\n', null],
  ['    code\n===\n', null],
  ['# \n', null],
  ['', null],
  [`# ${'a'.repeat(2000)}`, null],
];

for (const [body, title] of titles) {
  test(`${JSON.stringify(body.slice(0, 40))} ${title === null ? 'has no title' : `is "${title}"`}`, () => {
    assert.equal(readTextTitle(body), title);
  });
}

test('only a chapter without title and heading takes its title from the text', () => {
  const titleOf = (head: string) => readOne(`---\n${head}\n---\n# In the text\n`).chapter?.textTitle;
  assert.deepEqual(
    [titleOf('weight: 1'), titleOf('title: T'), titleOf('heading: H')],
    ['In the text', undefined, undefined],
  );
  assert.equal(readOne('# In the text\n').chapter?.textTitle, 'In the text');
});
