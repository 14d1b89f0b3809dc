import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allMends, type MendKind } from '../../../src/model/mend.js';
import { html } from '../rendering.js';

/** Chapters with one kind of extracted text; what is printed, and what is printed where the kind is switched off. */
const cases: readonly {
  readonly kind: MendKind;
  readonly source: string;
  readonly has: readonly (string | RegExp)[];
  readonly without: readonly (string | RegExp)[];
}[] = [
  {
    kind: 'numbers',
    source:
      '7. The quay is old.\n\nIt was built of oak.\n\n8. The ferry is new.\n\nIt has a horn.\n\n9.\n\nA bell hangs there.',
    has: [
      '<p class="numbered"><b id="n7">7.</b> The quay is old.</p>',
      '<p class="numbered"><b id="n8">8.</b> The ferry',
      '<p class="numbered"><b id="n9">9.</b> A bell hangs there.</p>',
    ],
    without: ['<ol start="7">', '<ol start="8">'],
  },
  {
    kind: 'numbers',
    source: 'It was cold.\n\n1931. During that winter the harbour froze.',
    has: ['<p>1931. During that winter'],
    without: ['<ol start="1931">'],
  },
  {
    kind: 'bullets',
    source:
      'The reasons are:\n\n     • the wind;\n     • the tide,\n       which turns;\n          ◦ at noon;\n     • the cold.',
    has: [
      /<ul>\n<li>the wind;<\/li>\n<li>the tide,\nwhich turns;\n<ul>\n<li>at noon;<\/li>\n<\/ul>\n<\/li>\n<li>the cold.<\/li>\n<\/ul>/,
    ],
    without: ['<pre>'],
  },
  {
    kind: 'bullets',
    source: '> On board:\n> • a *horn*\n>\n> • a bell',
    has: [/<p>On board:<\/p>\n<ul>\n<li>a <em>horn<\/em><\/li>\n<li>a bell<\/li>\n<\/ul>/],
    without: ['• a <em>horn'],
  },
  {
    kind: 'letters',
    source:
      'They are\n(a) the master,\n(b) the pilot, who is a moun-\ntain guide, of the mountain,\n(c) the boy.',
    has: ['They are<br>\n(a) the master,<br>\n(b) the pilot, who is a mountain guide', '<br>\n(c) the boy.'],
    without: ['(a) the master,\n(b) the pilot'],
  },
  {
    kind: 'verse',
    source:
      'The pilot sang:\nOver the water, over the foam,\nOver the ferry that carries us home,\nNobody waits on the stone of the quay.',
    has: [/^<p>The pilot sang:<br>\nOver the water, over the foam,<br>\nOver the ferry.*<br>\nNobody/],
    without: ['foam,\nOver'],
  },
  {
    kind: 'verse',
    source:
      'Over the water, over the foam,\nOver the ferry that carries us home,\nNobody waits on the quay,\nNobody waits for me\n\nThe ink is black,\nThe sheet is white,\nThe night is long.',
    has: ['The ink is black,<br>\nThe sheet is white,<br>\nThe night'],
    without: ['black,\nThe'],
  },
  {
    kind: 'pages',
    source: 'It ended.\n\n[pg 045]\n\nIt began.\n\np. 46',
    has: ['<p class="page-mark"><small id="page-45">[pg 045]</small></p>', 'id="page-46"'],
    without: ['<p>[pg 045]</p>'],
  },
  {
    kind: 'equals',
    source: 'The sum\n=\nof both',
    has: ['<p>The sum\n='],
    without: ['<h1'],
  },
  {
    kind: 'notes',
    source: 'Man is “a complete person”1 That is so, as we are told. "1',
    has: ['person”<sup>1</sup> That', 'told.”<sup>1</sup></p>'],
    without: ['“1', '”1'],
  },
  {
    kind: 'notes',
    source:
      'He wrote: "The key is patience. "1 They left.” So it is in the harbour.2 Nobody came to the harbour.',
    has: ['patience.”<sup>1</sup> They', 'harbour.<sup>2</sup> Nobody'],
    without: ['patience. ”1', 'harbour.2'],
  },
  {
    kind: 'quotes',
    source: "The pilot said: 'It will be good\nand all went home. 'Tis late, get 'em.",
    has: ['said: ‘It will', '’Tis late, get ’em'],
    without: ['said: ’It will'],
  },
  {
    kind: 'lines',
    source: 'The lan-\ntern and a lantern.',
    has: ['The lantern and'],
    without: ['The lan-\ntern'],
  },
];

const holds = (printed: string, wanted: readonly (string | RegExp)[]) => {
  for (const one of wanted)
    assert.ok(typeof one === 'string' ? printed.includes(one) : one.test(printed), `${one}\n\n${printed}`);
};

for (const { kind, source, has, without } of cases) {
  test(`${kind}: ${JSON.stringify(source.slice(0, 40))} is mended, unless the switch is off`, async () => {
    holds(await html(source), has);
    holds(await html(source, { mend: { ...allMends, [kind]: false } }), without);
  });
}

test('a kind is mended in the chapters that patterns name', async () => {
  const source = 'The sum\n=\nof both';
  const mendIn = (...equals: readonly string[]) => html(source, { mend: { ...allMends, equals } });
  assert.match(await mendIn('part-1/**'), /^<p>/);
  assert.match(await mendIn('part-2/**'), /^<h1/);
  assert.match(await mendIn('!part-1/*'), /^<h1/);
  assert.match(await mendIn('**', '!part-1/o*'), /^<h1/);
});

const untouched: readonly string[] = [
  // Headings that are numbered, one list, a list that goes on behind a figure.
  '1. Ink and water\n\nText of it.\n\n2. Paper and size\n\nMore of it.',
  '3. one\n4. two\n5. three',
  // Letters that do not rise by one, or stand alone.
  'as in\n(a) the first case\nand in (c) the third',
  'see\n(b) of the rules and\n(b) of the others',
  // Prose of short lines; a narrow column.
  'The quay was dark and\nNobody came there, so\nthe boat left without\nAny of the crew.',
  // Code, and bullets in it.
  '```\n• one\n• two\n```',
  // No notes: decimals, citations, verses of the Bible, years.
  'It costs 3.50 here. See fig.3 The next. As in Matt.5 The hill. In "1984" and "2 men" sat.',
  'A heading\n==\nof two',
];

for (const source of untouched) {
  test(`nothing is mended in ${JSON.stringify(source.slice(0, 40))}`, async () => {
    const off = Object.fromEntries(Object.keys(allMends).map((kind) => [kind, false]));
    assert.equal(await html(source), await html(source, { mend: { ...allMends, ...off } }));
  });
}
