import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkLostWords } from '../../../src/check/rules/lost-words.js';
import { html, render } from '../../markdown/rendering.js';
import { draws } from '../../support/draws.js';
import { checkText } from '../check-text.js';

const losing = /^markdown\/(?:lost-words|open-comment|unused-footnote)$/;
/** Lines of the front matter that `render` puts before a text. */
const head = 4;

/** What a check says of words that are on no page: the rule, and what a build finds. */
async function find(raw: string): Promise<readonly string[]> {
  const built = (await render(raw)).diagnostics.filter(({ code }) => losing.test(code));
  const places = built.map(({ line = 0, column, code }) => `${line - head}:${column} ${code}`);
  return [...checkText(raw, 'en', [checkLostWords]), ...places];
}

test('words in HTML that is left out, in cells too many, behind a fence, in a comment that nothing closes', async () => {
  assert.deepEqual(await find('A.\n\n<div>\nB c <b>d</b>\n</div>\n'), [
    '4:1 markdown/lost-words',
    '4:8 markdown/lost-words',
  ]);
  assert.deepEqual(await find('| a | b |\n|---|---|\n| c | d | e |\n'), ['3:11 markdown/lost-words']);
  assert.deepEqual(await find('> - | a |\n>   |---|\n>   | c | d |\n'), ['3:11 markdown/lost-words']);
  assert.deepEqual(await find('``` and so on it went\nb\n```\n'), ['1:1 markdown/lost-words']);
  assert.deepEqual(await find('<!-- a -->\n<p>b</p> <!-- c -->\n'), ['2:4 markdown/lost-words']);
  assert.deepEqual(await find('A.\n\n<!-- a --> <!-- b\n\nC.\n'), ['3:12 markdown/open-comment']);
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

test('what everybody writes loses nothing', async () => {
  for (const text of whole) assert.deepEqual(await find(`${text}\n`), [], text);
});

/** Each takes the word from the page. */
const losses: readonly ((word: string) => string)[] = [
  (word) => `<div>\n${word}\n</div>`,
  (word) => `<p>${word}</p>`,
  (word) => `<table><tr><td>${word}</td></tr></table>`,
  (word) => `<section class="a">\n<p>b ${word}\n</section>`,
  (word) => `| a |\n|---|\n| b | ${word} |`,
  (word) => `~~~ a but ${word}\nb\n~~~`,
  (word) => `> | a |\n> |---|\n> | b | *c ${word}* |`,
  (word) => `[^${word}]: the ${word} of it`,
  (word) => `<details>\n<summary>${word}</summary>\n</details>`,
];

test('every loss that is planted into a chapter is found, and nothing else', async () => {
  const word = fc.stringMatching(/^[a-z]{4,9}$/).map((letters) => `zq${letters}`);
  const block = fc.oneof(
    fc.record({ text: fc.constantFrom(...whole), word: fc.constant('') }),
    fc.tuple(fc.constantFrom(...losses), word).map(([plant, lost]) => ({ text: plant(lost), word: lost })),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(block, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      async (blocks, isOpen) => {
        const text = blocks.map((planted) => planted.text).join('\n\n');
        const raw = isOpen ? `${text}\n\n<!-- zqcomment\n` : `${text}\n`;
        const found = (await find(raw)).map((finding) => Number(finding.split(':', 1)[0]));
        const lines = raw.split('\n');
        if (isOpen) assert.ok(found.includes(lines.length - 1), 'the comment is found');
        for (const { word: lost } of blocks.filter((planted) => planted.word !== '')) {
          const places = lines.flatMap((line, index) => (line.includes(lost) ? [index + 1] : []));
          assert.ok(!(await html(raw)).includes(lost), `${lost} is on no page`);
          assert.ok(
            places.every((line) => found.includes(line)),
            `${lost} is found`,
          );
        }
        assert.ok(
          found.every(
            (line) =>
              line === lines.length - 1 ||
              blocks.some(({ word: lost }) => lost !== '' && lines[line - 1]?.includes(lost)),
          ),
        );
      },
    ),
    draws(100),
  );
});
