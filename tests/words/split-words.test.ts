import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitWords } from '../../src/words/split-words.js';

/** `word@position`, with `~` before what is tied and `=` before a whole. */
function split(text: string): string {
  const list: string[] = [];
  const units = Uint16Array.from(text.split(''), (unit) => unit.charCodeAt(0));
  splitWords({ units, start: 0, end: units.length }, 0, (position, start, end, tie) => {
    list.push(`${{ free: '', tied: '~', whole: '=' }[tie]}${text.slice(start, end)}@${position}`);
  });
  return list.join(' ');
}

const cases: readonly (readonly [text: string, words: string])[] = [
  ['', ''],
  ['One two.', 'One@0 two@1'],
  ['people-to-people, then', 'people@0 ~to@1 ~people@2 =people-to-people@0 then@3'],
  ["don’t – l'homme", "don@0 ~t@1 =don’t@0 l@2 ~homme@3 =l'homme@2"],
  ['-a- --b', 'a@0 b@1'],
  ['co\u00adop', 'co\u00adop@0'],
  ['3.14', '3@0 14@1'],
  ['北岸人', '北岸@0 ~岸人@1 ~人@2'],
  ['北', '北@0'],
  ['1,000 men', '1@0 ~000@1 =1,000@0 men@2'],
  ['1,0000 2,000,000', '1@0 0000@1 2@2 ~000@3 ~000@4 =2,000,000@2'],
  ['one,two', 'one@0 two@1'],
  ['C++ and C#.', 'C@0 =C++@0 and@1 C@2 =C#@2'],
  ['a+b c##d word#', 'a@0 b@1 c@2 d@3 word@4'],
  ['a北b', 'a@0 北@1 b@2'],
  ['𠀀𠀁', '𠀀𠀁@0 ~𠀁@1'],
  ['𝐀b 😀 c', '𝐀b@0 c@1'],
  ['\ud83d x', 'x@0'],
  ['フェリー', 'フェ@0 ~ェリ@1 ~リー@2 ~ー@3'],
  ['ｶﾞｲﾄﾞ', 'ｶﾞｲ@0 ~ｲﾄﾞ@1 ~ﾄﾞ@2'],
  ['한글이'.normalize('NFD'), '한글@0 ~글이@1 ~이@2'.normalize('NFD')],
  ['가\u11a8나', '가\u11a8나@0 ~나@1'],
];

test('texts are split into words, and their wholes', () => {
  for (const [text, words] of cases) assert.equal(split(text), words, text);
});
