import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripTags } from '../../src/go-templates/functions/strip-tags.js';
import { takeTagsOff } from '../../src/go-templates/places/escape-text.js';
import { readPage } from '../../src/mend/read-page.js';
import { readCountedHeading } from '../../src/text/counted-heading.js';
import { runSource } from './run-source.js';

/** So long is a run: an expression that tries every way would take minutes for each. */
const length = 150_000;
const repeat = (piece: string) => piece.repeat(length / piece.length);

const pieces = [
  ...[
    '<a',
    '<a"',
    "<a'",
    '<a "b" ',
    '<!--',
    '<script ',
    '<script>',
    '</script ',
    '<a-',
    'a',
    'a ',
    ' ',
    '\n',
  ],
  ...['/', '.', '/a', '0', '&a', '&#', "'", '"', '<', '>', '\ue000'],
];

/** A long run, open at its end and closed there by what does not belong to it. */
const runs = pieces.flatMap((piece) => [repeat(piece), `<a${repeat(piece)}<x`]);

test('text of a page costs what it is long, whatever is in it', () => {
  for (const text of runs) {
    assert.equal(typeof stripTags(text), 'string');
    assert.equal(typeof takeTagsOff(text), 'string');
    assert.equal(typeof readPage(text).letters, 'string');
  }
});

test('so does a heading', () => {
  for (const text of ['1', '1.', '. ', ' 1 ', 'I', ' I', '-']) {
    for (const end of ['', 'x', 'a!']) readCountedHeading(`Chapter 1${repeat(text)}${end}`);
  }
});

for (const call of [
  'path.Base (.Get 0)',
  'path.Dir (.Get 0)',
  'path.Ext (.Get 0)',
  'chomp (.Get 0)',
  'truncate 1000000 (.Get 0 | safeHTML)',
  'plainify (.Get 0)',
]) {
  test(`so does {{ ${call} }}`, () => {
    for (const text of runs) assert.equal(runSource(`{{ len (${call}) }}`, [`${text}!`]).end, null);
  });
}

test('so does text where a template puts it', () => {
  for (const piece of ['a', ' ', '<a']) {
    const text = repeat(piece);
    for (const place of [
      `<script>var x = ${piece === 'a' ? text : 'y'} + {{ .Get 0 }}; y / 2</script>`,
      '<img srcset="{{ .Get 0 }}">',
      '<p title={{ .Get 0 | safeHTML }}>',
    ]) {
      assert.equal(runSource(place, [`a ${text}!`]).end, null);
    }
  }
});

test('results are those of before: tags, quotes in them, zeros, numbers', () => {
  assert.equal(stripTags('<a title="a > b">x</a> <script>no</script>y'), 'x y');
  assert.equal(takeTagsOff('a <b title="<">c</b>'), 'a c');
  assert.equal(
    runSource('{{ truncate 3 (.Get 0 | safeHTML) }}', ['<b title=">">one two</b>']).text,
    '<b title=">">one …</b>',
  );
  assert.equal(
    runSource('{{ printf "%g %g %g" 100.5 100.0 1.25e-7 }} {{ 1_0.5 }}').text,
    '100.5 100 1.25e-07 10.5',
  );
  assert.equal(runSource('{{ path.Base "/a/b//" }} {{ path.Dir "a/b" }} {{ path.Base "//" }}').text, 'b a /');
});
