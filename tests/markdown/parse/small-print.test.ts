import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadParser } from '../../../src/markdown/parse/load-parser.js';
import { html, render } from '../rendering.js';

/** A text, and what Hugo 0.169 makes of it. */
const same: readonly (readonly [source: string, printed: string])[] = [
  ["\\\"a\\\" \\'b\\' \\-- c \\... -\\- .\\.. don\\'t", "<p>\"a\" 'b' -- c ... -- ... don't</p>"],
  ['&quot;a&quot; &#34;b&#x22; "c"', '<p>"a" "b" “c”</p>'],
  ['&amp; \\& &mdash; \\"', '<p>&#x26; &#x26; — "</p>'],
  ['## A {#My_ID.2}', '<h2 id="My_ID.2">A</h2>'],
  ['## A {#a.b-c .d}', '<h2 id="a.b-c" class="d">A</h2>'],
  ['## A {}', '<h2 id="a">A</h2>'],
  ['## A {#x, .y}', '<h2 id="x" class="y">A</h2>'],
  ['## A {.b class="c d" .e.f}', '<h2 class="b c d e.f" id="a">A</h2>'],
  ['## A ## {#x}', '<h2 id="x">A</h2>'],
  ['## A# {#x}', '<h2 id="x">A#</h2>'],
  ['## A {onclick="x()"}', '<h2 id="a">A</h2>'],
  ['**"a"**b', '<p>**“a”**b</p>'],
  ['## A \\{#x}', '<h2 id="a-x">A {#x}</h2>'],
];

/** What we make of it on purpose, where Hugo 0.169 does otherwise: prints the braces, or an id and a class without letters. */
const different: readonly (readonly [source: string, printed: string])[] = [
  ['## A {#b:c/d}', '<h2 id="b:c/d">A</h2>'],
  ["## A {title='b'}", '<h2 title="b" id="a">A</h2>'],
  ['## A {#b} ##', '<h2 id="b">A</h2>'],
  ['## A { }', '<h2 id="a">A</h2>'],
  ['## A {#}', '<h2 id="a">A</h2>'],
  ['## A {.}', '<h2 id="a">A</h2>'],
  // These stay out, for a chapter may come from anybody.
  ['## A {style="color:red" data-b=1 key=val}', '<h2 id="a">A</h2>'],
];

for (const [source, printed] of [...same, ...different]) {
  test(`${source} is ${printed}`, async () => assert.equal(await html(source), printed));
}

test('a row of delimiters that is too long gives the head empty cells, and no place moves', async () => {
  const rows = async (source: string) =>
    (await html(source))
      .replace(/\s*<\/?(?:table|thead|tbody)>\s*|\n/g, '')
      .replaceAll('</tr><tr>', '</tr>\n<tr>');
  assert.equal(
    await rows('| A | B |\n| --- | --- | --- |\n| c | d |'),
    '<tr><th>A</th><th>B</th><th></th></tr>\n<tr><td>c</td><td>d</td><td></td></tr>',
  );
  assert.equal(await rows('> a | b\n> -|-|-\n> c | d | e').then((text) => text.includes('<td>e</td>')), true);
  assert.match(await html('```\n| a |\n|-|-|\n```'), /\| a \|/);
  assert.match(await html('| a | b | c |\n|---|---|\n| d | e | f |'), /^<p>/);
  const parse = await loadParser('satteri');
  const source = '| A |\n|-|-|\n| b | c |\n\n| D |\n|-|-|-|\n| e |\n\nlast\n';
  const last = parse(source).children.at(-1);
  assert.equal(source.slice(last?.position?.start.offset, last?.position?.end.offset), 'last');
});

test('what is escaped is in the words of the chapter as it is printed', async () => {
  const { terms, headings } = await render('## A \\"b\\" c\n\n\\"Ink\\"\n');
  assert.equal(headings[0]?.text, 'A "b" c');
  assert.ok(JSON.stringify(terms).includes('ink'));
});

test('the pieces of a text that holds such marks have their places', async () => {
  const parse = await loadParser('satteri');
  const source = '> a \\"b\n> c &quot;d\\. e';
  const [quote] = parse(source).children;
  const paragraph = quote?.type === 'blockquote' ? quote.children[0] : undefined;
  const pieces = paragraph?.type === 'paragraph' ? paragraph.children : [];
  assert.deepEqual(
    pieces.map(({ position }) => source.slice(position?.start.offset, position?.end.offset)),
    ['a ', '\\"', 'b\n> c ', '&quot;', 'd', '\\.', ' e'],
  );
});
