import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RenderedChapter } from '../../../src/model/rendered.js';
import { defaultConfig } from '../../support/default-config.js';
import { renderShortcodes } from '../render-shortcodes.js';
import { render } from '../rendering.js';

/** The words of a chapter, section by section: the number of its heading, and its terms in order of appearance. */
function wordsOf({ terms }: RenderedChapter): readonly string[] {
  return (terms?.sections ?? []).map(({ heading, terms: numbers }) =>
    [heading, ...[...numbers].map((number) => terms?.vocabulary[number])].join(' '),
  );
}

const { constructs } = defaultConfig.markdown;
const withAttributes = { constructs: { ...constructs, blockAttributes: true } };

test('a section whose heading has the class is left out, with all below it', async () => {
  const text = 'one\n\n## two {.nosearch}\n\nthree\n\n### four\n\n## five\n\nsix';
  assert.deepEqual(wordsOf(await render(text)), ['-1 one', '2 five six']);
});

test('so is a block with the class or the attribute, whatever stands in it', async () => {
  const text = [
    'one\n{.nosearch}',
    'two',
    '> three\n>\n> ## four\n{.nosearch}',
    '- five\n- six\n{data-nosearch=true}',
    '| seven |\n| --- |\n| eight |\n{.nosearch}',
    '## nine',
    '```\nten\n```',
  ].join('\n\n');
  assert.deepEqual(wordsOf(await render(text, withAttributes)), ['-1 two', '1 nine ten']);
});

test('the mark stands in the page as well, where passages are taken from', async () => {
  const { html } = await render('one\n{data-nosearch=true}', withAttributes);
  assert.equal(html.trim(), '<p data-nosearch="true">one</p>');
});

/** HTML of a chapter, and the words that are found. */
const htmlCases: readonly (readonly [html: string, words: string])[] = [
  ['<div>one <b>t</b>wo</div>', '-1 one two'],
  ['<ul><li>one</li><li>two</li></ul>', '-1 one two'],
  ['<div data-nosearch>one</div>\n\ntwo', '-1 two'],
  ['<div class="a nosearch">\n\none\n\n<div>two</div>\n\n</div>\n\nthree', '-1 three'],
  ['one <span data-nosearch="">two</span> three', '-1 one three'],
  ['<script>one</script><style>two</style>\n\nthree &amp; f&#111;ur', '-1 three four'],
  ['<p title="data-nosearch > x">one</p><img alt="two">', '-1 one'],
  ['<!-- one <div data-nosearch> -->\n\ntwo', '-1 two'],
  ['<div data-nosearch>\n\n## one\n\n</div>\n\n## two', '-1|1 two'],
  ['<p data-nosearch>one\n\ntwo', '-1 two'],
  ['<p data-nosearch>one <b>two</b><p>three<p data-nosearch>four</p>five', '-1 three five'],
  ['<ul><li data-nosearch>one<ul><li>two<li>three</ul><li>four</ul>', '-1 four'],
  ['<ul><li data-nosearch>one</ul>\n\ntwo', '-1 two'],
  ['<table><tr><td data-nosearch>\n\none\n\n<td>two<tr data-nosearch><td>three</table>four', '-1 two four'],
  ['<dl><dt>one<dd class=nosearch>two<dt>three</dl>', '-1 one three'],
];

/** HTML without an end, the words that are found, and the element that is reported, with line and column. */
const unclosedCases: readonly (readonly [html: string, words: string, reports: string])[] = [
  ['one\n\n<div data-nosearch>two\n\nthree', '-1 one', '7:1 "<div data-nosearch>"'],
  ['one <span class="nosearch">two *three*\n\nfour', '-1 one four', '5:5 "<span class="nosearch">"'],
  ['<ul><li data-nosearch>one\n\ntwo', '-1', '5:1 "<li data-nosearch>"'],
  ['one\n\n<script>two', '-1 one', '7:1 "<script>"'],
  ['<div data-nosearch><div>one</div>\n\n## two', '-1', '5:1 "<div data-nosearch>"'],
];

test('an element without an end hides its line or the rest of the chapter, and is reported', async () => {
  for (const [text, words, report] of unclosedCases) {
    const chapter = await render(text, { unsafe: true });
    assert.equal(wordsOf(chapter).join('|').trim(), words, text);
    const found = chapter.diagnostics.map(({ code, line, column, message }) =>
      code === 'markdown/unclosed-html' ? `${line}:${column} ${message.split(' has no end')[0]}` : code,
    );
    assert.deepEqual(found, [report], text);
  }
  assert.deepEqual(
    (await render('one\n\n<div data-nosearch>two')).diagnostics.map(({ code }) => code),
    ['markdown/raw-html'],
  );
});

test('of HTML the text is found where it is shown, without elements that are kept out', async () => {
  for (const [html, words] of htmlCases) {
    assert.equal(wordsOf(await render(html, { unsafe: true })).join('|'), words, html);
  }
  assert.deepEqual(wordsOf(await render('<div>one</div>\n\ntwo')), ['-1 two']);
});

test('the text of shortcodes is found, in a paragraph and in place of one', async () => {
  const own = {
    card: '<section><h2>{{ shortcode.get(0) }}</h2><p>inside</p><p data-nosearch>secret</p></section>',
    word: '<b>{{ shortcode.get(0) }}</b>',
  };
  const text = 'one\n\n{{< card two >}}\n\nthree {{< word four >}}';
  assert.deepEqual(wordsOf(await renderShortcodes(text, { own })), ['-1 one two inside three four']);
});
