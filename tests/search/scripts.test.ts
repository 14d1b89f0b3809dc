import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { wholeBook } from '../../src/browser/search/open-index.js';
import { publish } from '../browser/open-book.js';
import { openFiles } from './open-files.js';

/** What stands in a chapter, and queries that must find it. */
const rows: readonly (readonly [text: string, ...queries: string[]])[] = [
  ['a people-\nto-people exchange', 'people-to-people', '"people to people exchange"', 'peopletopeople'],
  ['the co\u00adoperation of banks', 'cooperation', 'co-operation'],
  ['an unﬁnished oﬃce', 'unfinished', 'office', 'OFFICE'],
  ["they don’t and won't", "don't", 'don’t', 'dont', 'won’t'],
  ['ein naïves Café', 'naives cafe', 'naïves', 'CAFÉ', 'cafe\u0301'],
  ['İstanbul, Isparta ve Iğdır', 'istanbul', 'İSTANBUL', 'isparta', 'ığdır', 'IGDIR'],
  ['eine schmale Straße', 'strasse', 'STRASSE', 'Straße', 'STRAẞE'],
  ['ο μεγάλος δρόμος', 'μεγαλος', 'ΜΕΓΆΛΟΣ', 'δρομοσ'],
  ['ｶﾞｲﾄﾞﾌﾞｯｸ', 'ガイド', 'ｶﾞｲﾄﾞ', 'ブック'],
  ['案内ガイドの本', '案内', '内ガ', 'カ\u3099イド', '本'],
  ['Ｆｕｌｌｗｉｄｔｈ １２３', 'fullwidth', '123'],
  ['เรือข้ามฟากออกก่อนรุ่งสาง', 'ข้ามฟาก', 'รุ่งสาง', 'เรือ'],
  ['나룻배는 새벽에 떠난다', '나룻배', '새벽', '벽에'],
  ['한글 도서관에서'.normalize('NFD'), '한글', '서관', '도서관'.normalize('NFD')],
  ['渡船在黎明前离开北岸', '黎明', '离开北岸', '渡'],
  ['العبّارة تغادر قبل الفجر', 'عبارة', 'العبارة', 'فجر', 'والفجر'],
  ['הַמַּעְבֹּרֶת יוֹצֵאת', 'המעבורת יוצאת'.replace('ו', ''), 'יוצאת'],
  ['Паромная переправа, ёлка', 'паромная', 'елка', 'ЁЛКА'],
  ['Đường và phở', 'duong', 'pho'],
  ['Łódź smørrebrød', 'lodz', 'smorrebrod'],
  ['हिन्दी पुस्तक', 'हिन्दी', 'पुस्तक'],
  ['𠀀𠀁𠀂 rare', '𠀀𠀁', '𠀂'],
  ['1,000 sheets', '1000', '1,000', '"1,000 sheets"'],
  ['C++ at sea', 'C++', 'c++'],
  ['C# on land', 'C#', 'c#'],
  ['![a heron on a post](https://example.org/heron.png)', 'heron', '"heron on a post"'],
  ['`snake_case_name` and x86-64', 'snake_case_name', 'case', 'x86-64', 'snakecasename'],
];

const parent = mkdtempSync(join(tmpdir(), 'octavo-scripts-'));
after(() => rmSync(parent, { recursive: true, force: true }));
mkdirSync(join(parent, 'content'));
rows.forEach(([text], row) => {
  writeFileSync(
    join(parent, `content/${row}.md`),
    `---\ntitle: ${row}\nweight: ${row + 1}\n---\n\n${text}\n`,
  );
});
await publish(parent, join(parent, 'public'), { now: 0 });
const index = openFiles((path) => readFileSync(join(parent, 'public', path)));

test('what is written is found, however it is typed', async () => {
  for (const [row, [, ...queries]] of rows.entries()) {
    for (const query of queries) {
      const { sections } = await index.search(query, wholeBook);
      const places = await Promise.all(sections.map(index.locate));
      assert.ok(
        places.some(({ path }) => path === `${row}/`),
        `${query}: ${places.map(({ path }) => path)}`,
      );
    }
  }
});

test('a word with a sign for a name is that one alone', async () => {
  for (const [query, name] of [
    ['C++', 'C++'],
    ['C#', 'C#'],
  ] as const) {
    const { sections } = await index.search(query, wholeBook);
    const places = await Promise.all(sections.map(index.locate));
    assert.deepEqual(
      places.map(({ path }) => path),
      [`${rows.findIndex(([text]) => text.startsWith(name))}/`],
    );
  }
});

test('and nothing else is found with it', async () => {
  for (const query of ['渡岸', 'δρ', 'strase xyz', 'ガク', '배새']) {
    assert.deepEqual((await index.search(`"${query}"`, wholeBook)).sections, [], query);
  }
});
