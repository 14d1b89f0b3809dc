import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { LineStyle } from '../../../src/authoring/tidy/join-lines.js';
import { tidyChapter } from '../../../src/authoring/tidy/plan-tidy.js';
import { normalizeText } from '../../../src/editing/raw-lines.js';
import { openText } from '../../check/check-text.js';
import { html } from '../../markdown/rendering.js';
import { draws } from '../../support/draws.js';

function tidy(raw: string, style: LineStyle = 'paragraph') {
  const open = (text: string) => openText(normalizeText(text));
  const { bodyStart } = openText(raw).chapter;
  return tidyChapter(raw, { bodyStart }, { style, open });
}

test('lines of Chinese are joined behind quotes, notes and emphasis; a space stays beside Latin words', () => {
  const han =
    '他说：“关键是互联互通。”[^1]\n这里是**重点**\n在于2013\n年，“五通”。”2\n而 word\n是`码`\n“好”，这一行要有四十五列那么宽，才不会被当作一首诗，而是一段话。\n';
  const joined =
    '他说：“关键是互联互通。”[^1]这里是**重点**在于2013年，“五通”。”2而 word 是`码`“好”，这一行要有四十五列那么宽，才不会被当作一首诗，而是一段话。\n';
  assert.equal(tidy(`${han}\n[^1]: 注。\n`).text, `${joined}\n[^1]: 注。\n`);
});

test('what stands before a marked word at the beginning of a line goes with the break', () => {
  assert.equal(
    tidy('> - the ink\n>   **was** on the bars of the press and in the hall\n>   `so`\n').text,
    '> - the ink **was** on the bars of the press and in the hall `so`\n',
  );
});

test('a split word is joined although a space stands behind its hyphen, as on the page', async () => {
  const raw = '1. of self- \n   made paper\n';
  const { text, repairs } = tidy(raw);
  assert.equal(text, '1. of self-made paper\n');
  assert.deepEqual(
    repairs.map(({ before, after }) => [before, after]),
    [['self-⏎made', 'self-made']],
  );
  assert.match(await html(raw), /of self-made paper/);
});

test('one sentence a line stays so, and wrapped lines beside it are joined', () => {
  const own =
    'Nobody had thought that it would be hard to say.\nI find it hard, and so would you.[^1]\n"Even then," she said: "look."\n';
  assert.equal(tidy(`${own}\n[^1]: n\n`).text, `${own}\n[^1]: n\n`);
  const mixed = `${own}\nThis line was broken for want of room, and it\ngoes on below. The next one is a sentence.\nThis is it.\n\n[^1]: n\n`;
  const joined = mixed.replace('it\ngoes', 'it goes');
  assert.equal(tidy(mixed).text, joined);
  assert.equal(tidy(joined).text, joined);
});

test('a sentence that ends with a line of wrapped prose by chance is joined', () => {
  const full = 'The press stood in the hall, and it was as cold there as it was in the yard of';
  const wrapped = `${full}\nthe house that ${full}\nthe houses, and ${full}\nthe mill.\n`;
  const text = `${wrapped}\n${wrapped}\n${full} it.\nNobody came to ${full} him.\n`;
  assert.equal(tidy(text).text.trim().split('\n').length, 5);
});

test('the lines of bullets and letters stay, a dash at the beginning of a line by chance does not', () => {
  for (const mark of ['•', '◦', '▪', '(a)', 'b)', '1)', '–']) {
    const list = `There are some reasons for it, as anybody who has been there would say,\n${mark} the first one\n${mark} the second one\n`;
    assert.equal(tidy(list).text, list, mark);
  }
  assert.equal(
    tidy('He went to the press in the hall, where it was cold,\n– and so was he – and sat down.\n').text,
    'He went to the press in the hall, where it was cold, – and so was he – and sat down.\n',
  );
});

/** What a reader sees: the text of the page and its blocks, every run of blanks as one space. */
async function read(raw: string): Promise<string> {
  const { bodyStart } = openText(raw).chapter;
  return (await html(raw.slice(bodyStart)))
    .replace(/\s+/g, ' ')
    .replace(/ (?=<\/?(?:p|li|blockquote)>)/g, '');
}

const words = fc.constantFrom(
  ...'the press stood in hall and it was cold ink: "green" “red” (so), Mr. A. *hot* **type** `a  b` [oil](x.md) 3. - + > # | 12) = he said. Third, yes! well-known café 2019 ~~no~~ \\* &amp;'.split(
    ' ',
  ),
  '[^1]',
  'hard  ',
  'hand-',
  '{{< x >}}',
  '“he',
  'said.”',
);
const hanzi = fc.constantFrom(
  ...'这里的核心是政策沟通设施联，。“一带”1路—…',
  '**重点**',
  '[^1]',
  '`码`',
  ' word ',
  'カナ',
);
const wrapped = fc
  .array(fc.tuple(words, fc.constantFrom(' ', ' ', ' ', '\n')), { minLength: 3, maxLength: 40 })
  .map((parts) => parts.flat().join('').trim());
const wrappedHan = fc
  .array(fc.tuple(hanzi, fc.constantFrom('', '', '', '\n')), { minLength: 3, maxLength: 60 })
  .map((parts) => parts.flat().join('').trim());
const prose = fc.oneof(wrapped, wrappedHan);
const indent = (first: string, rest: string) => (text: string) => first + text.replaceAll('\n', `\n${rest}`);
const block = fc.oneof(
  { weight: 4, arbitrary: prose },
  prose.map(indent('> ', '> ')),
  prose.map(indent('> ', '')),
  prose.map(indent('- ', '  ')),
  prose.map(indent('1. ', '   ')),
  prose.map(indent('- > ', '  > ')),
  prose.map((text) => `\`\`\`\n${text}\n\`\`\``),
  prose.map(indent('    ', '    ')),
  fc.constantFrom(
    '| a | b |\n| - | - |\n| c  d | e |',
    'A verse\nwith short\nlines\nin it.',
    '[^1]: The note\n    goes on here.',
    'Term\n: Its meaning that\n  goes on.',
    '## A   heading',
    '***',
    '<div>\nso\n</div>',
    '{{< note >}}\nIt was\nthere.\n{{< /note >}}',
    'Title\n=====',
  ),
);
const chapters = fc
  .tuple(fc.constantFrom('', '---\ntitle: T\n---\n\n'), fc.array(block, { minLength: 1, maxLength: 5 }))
  .map(([head, blocks]) => `${head}${blocks.join('\n\n')}\n`);

test('whatever a chapter holds, tidying it twice is tidying it once, and what has no repairs reads the same', async () => {
  await fc.assert(
    fc.asyncProperty(chapters, fc.constantFrom<LineStyle>('paragraph', 'sentence'), async (raw, style) => {
      const { text, repairs } = tidy(raw, style);
      assert.equal(tidy(text, style).text, text);
      if (repairs.length === 0) assert.equal(await read(text), await read(raw));
      assert.equal(tidy(raw.replaceAll('\n', '\r\n'), style).text, text.replaceAll('\n', '\r\n'));
    }),
    draws(20),
  );
});
