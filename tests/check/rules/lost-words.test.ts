import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkLostWords } from '../../../src/check/rules/lost-words.js';
import { html } from '../../markdown/rendering.js';
import { draws } from '../../support/draws.js';
import { checkText } from '../check-text.js';

const find = (raw: string) => checkText(raw, 'en', [checkLostWords]);

test('words in HTML that is left out, in cells too many, behind a fence', () => {
  assert.deepEqual(find('A.\n\n<div>\nB c <b>d</b>\n</div>\n'), [
    '4:1 markdown/lost-words',
    '4:8 markdown/lost-words',
  ]);
  assert.deepEqual(find('| a | b |\n|---|---|\n| c | d | e |\n'), ['3:11 markdown/lost-words']);
  assert.deepEqual(find('``` and so on it went\nb\n```\n'), ['1:9 markdown/lost-words']);
  assert.deepEqual(find('<!-- a -->\n<p>b</p> <!-- c -->\n'), ['2:4 markdown/lost-words']);
});

/** Constructs whose words are all on the page, or that are mark-up for everyone. */
const whole = [
  'A *b* **c** `d` ~~e~~ [f](g.md "h") [i][j] <https://e.org/k> https://e.org/l” m\\*n &amp; o<br>p<sup>q</sup>.',
  '## A {#b .c}\n\nD\n===',
  '> a\n> b\n>\n> > c',
  '12. a\n13. b\n\n- [x] c\n- [ ] d\n  e',
  '| a | b |\n|:--|--:|\n| c | d |\n| e |',
  '```js {linenos=table hl_lines="1"}\na\n```\n\n    b',
  'A[^1] ![b](c.png "d") ![e][j].\n\n[^1]: F\n\n    g\n\n[j]: k.md "l"',
  '{{< a b="c d" >}} e {{% f %}} g <someone> h <<i>> <!-- j -->',
  '> [!NOTE]\n> a\n\nB\n: C d\n\n***',
];

test('what everybody writes loses nothing', () => {
  for (const text of whole) assert.deepEqual(find(`${text}\n`), [], text);
});

/** Each takes the word from the page. */
const losses: readonly ((word: string) => string)[] = [
  (word) => `<div>\n${word}\n</div>`,
  (word) => `<p>${word}</p>`,
  (word) => `<table><tr><td>${word}</td></tr></table>`,
  (word) => `<section class="a">\n<p>b ${word}\n</section>`,
  (word) => `| a |\n|---|\n| b | ${word} |`,
  (word) => `~~~ a but ${word}\nb\n~~~`,
];

test('every loss that is planted into a chapter is found, and nothing else', async () => {
  const word = fc.stringMatching(/^[a-z]{4,9}$/).map((letters) => `zq${letters}`);
  const block = fc.oneof(
    fc.record({ text: fc.constantFrom(...whole), word: fc.constant('') }),
    fc.tuple(fc.constantFrom(...losses), word).map(([plant, lost]) => ({ text: plant(lost), word: lost })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 8 }), async (blocks) => {
      const raw = `${blocks.map(({ text }) => text).join('\n\n')}\n`;
      const found = find(raw).map((finding) => Number(finding.split(':', 1)[0]));
      const lines = raw.split('\n');
      for (const { word: lost } of blocks.filter((planted) => planted.word !== '')) {
        const places = lines.flatMap((line, index) => (line.includes(lost) ? [index + 1] : []));
        assert.ok(!(await html(raw)).includes(lost), `${lost} is on no page`);
        assert.ok(
          places.every((line) => found.includes(line)),
          `${lost} is found`,
        );
      }
      assert.ok(
        found.every((line) =>
          blocks.some(({ word: lost }) => lost !== '' && lines[line - 1]?.includes(lost)),
        ),
      );
    }),
    draws(100),
  );
});
