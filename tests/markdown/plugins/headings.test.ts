import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings, html, render } from '../rendering.js';

/** Headings and their ids, as Hugo 0.169 makes them. */
const ids: readonly (readonly [string, readonly string[]])[] = [
  ['# Ünï `code` & more -- "x"', ['ünï-code--more--x']],
  ['##\n\n## 🙂\n\n## !', ['heading', 'heading-1', 'heading-2']],
  ['# x\n\n# x\n\n# x-1\n\n# x', ['x', 'x-1', 'x-1-1', 'x-2']],
  ['# x_y  z—w', ['x_y--zw']],
  ["# It's *here*", ['its-here']],
  ['# 第一章 Über', ['第一章-über']],
  ['# A {#Own}\n\n# Own', ['Own', 'own']],
  ['Setext {.red}\n===', ['setext']],
  ['> # In a quote\n\n- # In a list', ['in-a-quote', 'in-a-list']],
  ['# toString\n\n# constructor\n\n# \\_\\_proto\\_\\_', ['tostring', 'constructor', '__proto__']],
];

for (const [source, expected] of ids) {
  test(`ids of ${JSON.stringify(source)}`, async () => {
    const { headings, ids: all } = await render(source);
    assert.deepEqual(
      headings.map(({ id }) => id),
      // A heading without a word is in no outline.
      expected.filter((id) => id !== 'heading'),
    );
    assert.deepEqual(all, expected);
  });
}

test('attributes at the end of a heading go to the element', async () => {
  const cases: readonly (readonly [string, string])[] = [
    ['# A {#b}', '<h1 id="b">A</h1>'],
    ['## A {.b .c #d}', '<h2 id="d" class="b c">A</h2>'],
    ['# A {lang=fr title="x y"}', '<h1 lang="fr" title="x y" id="a">A</h1>'],
    ['# A {onclick="alert(1)" style=\'x\'}', '<h1 id="a">A</h1>'],
    ['# A {not attributes}', '<h1 id="a-not-attributes">A {not attributes}</h1>'],
    ['# {#only}', '<h1 id="only"></h1>'],
    ['# *A* {.b}', '<h1 class="b" id="a"><em>A</em></h1>'],
    ['# A {} b {.c', '<h1 id="a--b-c">A {} b {.c</h1>'],
  ];
  for (const [source, expected] of cases) assert.equal(await html(source), expected);
});

test('attributes belong to headings only', async () => {
  assert.equal(await html('text {.a}'), '<p>text {.a}</p>');
});

test('the outline has level, id and plain text in order', async () => {
  const { headings } = await render('# One *two*\n\n### `three` "four"\n');
  assert.deepEqual(headings, [
    { level: 1, id: 'one-two', text: 'One two' },
    { level: 3, id: 'three-four', text: 'three “four”' },
  ]);
});

test('an id that is given twice is reported at the second heading', async () => {
  assert.deepEqual(await findings('# A {#x}\n\n# B {#x}\n'), ['7:1 markdown/duplicate-id']);
});
