import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, render } from '../rendering.js';

/** Text over two lines, and what must be printed. */
const cases: readonly (readonly [string, string])[] = [
  ['a house-\nto-house visit', 'a house-to-house visit'],
  ['his self-\nrespect', 'his self-respect'],
  ['première-\névidence', 'premièreévidence'],
  ['North-\nSouth', 'North-South'],
  ['two-\nand three-part', 'two-\nand three-part'],
  ['mid-\nto late', 'mid-\nto late'],
  ['so it was -\nor was it', 'so it was -\nor was it'],
  ['wait--\nand see', 'wait–and see'],
  ['room 5-\nb', 'room 5-b'],
  ['hard-  \nbreak', 'hard-<br>\nbreak'],
  ['*well-\nknown*', '<em>well-known</em>'],
  ['*well*-\n**known**', '<em>well</em>-<strong>known</strong>'],
  ['her *lan*-\n*tern*, a lantern', 'her <em>lan</em><em>tern</em>, a lantern'],
  ['lan- \ntern and lantern', 'lantern and lantern'],
  ['lan- tern and lantern', 'lantern and lantern'],
  ['lan‐\ntern and lantern', 'lantern and lantern'],
  ['moun\u00ad\ntain', 'mountain'],
  ['moun&shy; tain', 'mountain'],
  ['`lan-\ntern` of the lantern', '<code>lan- tern</code> of the lantern'],
  ['1914-\n1918 and 1939–\n1945', '1914-1918 and 1939–1945'],
  ['and/\nor 7/\n8', 'and/or 7/8'],
  ['soft\nbreak', 'soft\nbreak'],
  ['a lan-  \ntern and a lantern', 'a lan-<br>\ntern and a lantern'],
];

for (const [source, printed] of cases) {
  test(`sets ${JSON.stringify(source)}`, async () => {
    assert.equal(await html(source), `<p>${printed}</p>`);
  });
}

test('quotes, lists, notes and headings are set as paragraphs are; tables stay', async () => {
  const lantern = 'lan-\ntern';
  const source = [
    `> ${lantern.replace('\n', '\n> ')}`,
    `- ${lantern.replace('\n', '\n  ')}`,
    `Note[^1]`,
    `[^1]: ${lantern.replace('\n', '\n    ')}`,
    `${lantern}\n=======`,
    '| a lan- tern |\n| --- |',
    'The lantern.',
  ].join('\n\n');
  const printed = await html(source);
  assert.equal(printed.match(/\blantern\b/g)?.length, 6, printed);
  assert.match(printed, /<th>a lan- tern<\/th>/);
});

test('an address over two lines is one link, and what ends its sentence stays outside', async () => {
  assert.equal(
    await html('See https://example.org/yearly-\nreview/intro. For all.'),
    '<p>See <a href="https://example.org/yearly-review/intro">https://example.org/yearly-review/intro</a>. For all.</p>',
  );
  assert.match(
    await html('https://example.org/a?\nid=5/\nb_c) x'),
    /href="https:\/\/example.org\/a\?id=5\/b_c"/,
  );
  assert.match(await html('https://example.org/a/\nand/or not'), /\/a\/<\/a>\nand/);
});

test('a joined word counts once', async () => {
  assert.equal((await render('house-\nto-house')).words, 1);
});

test('the search finds both readings of a joint in doubt, and one of a sure joint', async () => {
  const wordsOf = async (source: string) => {
    const { terms } = await render(source);
    return (terms?.sections ?? []).flatMap((section) =>
      [...section.terms].map((at) => terms?.vocabulary[at]),
    );
  };
  const doubtful = await wordsOf('a glim-\nbox');
  assert.ok(doubtful.includes('glimbox') && doubtful.includes('glim'), doubtful.join(' '));
  assert.ok(!(await wordsOf('a glim-\nbox, the glimbox')).includes('glim'));
});
