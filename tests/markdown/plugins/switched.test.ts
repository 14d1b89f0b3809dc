import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MarkdownConfig, MarkdownConstructs } from '../../../src/model/markdown-config.js';
import { defaultConfig } from '../../support/default-config.js';
import { html, render } from '../rendering.js';

const { constructs } = defaultConfig.markdown;
/** The text as both parsers print it with these switches. */
async function switched(source: string, changes: Partial<MarkdownConstructs>): Promise<string> {
  const difference = { constructs: { ...constructs, ...changes } };
  const page = await html(source, difference);
  assert.equal(page, await html(source, { ...difference, parser: 'remark' }));
  return page;
}

test('names of emoji become the characters, code and unknown names stay', async () => {
  const emoji = { emoji: true };
  assert.equal(
    await switched('a :tada: *:+1:* :no-such: `:tada:`', emoji),
    '<p>a 🎉 <em>👍</em> :no-such: <code>:tada:</code></p>',
  );
  assert.equal(
    await switched(':constructor: :__proto__:', emoji),
    '<p>:constructor: :<strong>proto</strong>:</p>',
  );
  assert.equal(await html('a :tada:'), '<p>a :tada:</p>');
});

test('inserted and marked text may hold anything of a line', async () => {
  const both = { inserted: true, marked: true };
  assert.equal(
    await switched('a ++b *c* d++ ==e==', both),
    '<p>a <ins>b <em>c</em> d</ins> <mark>e</mark></p>',
  );
  assert.equal(
    await switched('*a ==b== c* C++ and == or ++', both),
    '<p><em>a <mark>b</mark> c</em> C++ and == or ++</p>',
  );
  assert.equal(await switched('a ++ b++ ==c', both), '<p>a ++ b++ ==c</p>');
  assert.equal(await html('==a== ++b++'), '<p>==a== ++b++</p>');
});

test('a mark behind a backslash, one of a longer run and one beside a blank mark nothing', async () => {
  // As Hugo 0.169 prints them.
  const all = { inserted: true, marked: true, superscript: true, emoji: true };
  assert.equal(await switched('\\++a++ \\==b== \\^c^ \\:tada:', all), '<p>++a++ ==b== ^c^ :tada:</p>');
  assert.equal(await switched('===a=== +++b+++ == c ==', all), '<p>===a=== +++b+++ == c ==</p>');
  assert.equal(
    await switched('==**a**== [==`b`==](https://c.d)', all),
    '<p><mark><strong>a</strong></mark> <a href="https://c.d"><mark><code>b</code></mark></a></p>',
  );
  assert.equal(
    await switched('## Ink :tada:\n\n## :tada: *of* :+1:', all),
    '<h2 id="ink-tada">Ink 🎉</h2>\n<h2 id="tada-of-1">🎉 <em>of</em> 👍</h2>',
  );
});

test('text is raised and lowered', async () => {
  const both = { subscript: true, superscript: true };
  assert.equal(
    await switched('H~2~O, 2^nd^, ~~no~~, a^b c^', both),
    '<p>H<sub>2</sub>O, 2<sup>nd</sup>, <del>no</del>, a^b c^</p>',
  );
  assert.equal(await html('H~2~O 2^nd^'), '<p>H<del>2</del>O 2^nd^</p>');
});

test('struck text and bare addresses can be switched off', async () => {
  assert.equal(await switched('~~a *b*~~', { strikethrough: false }), '<p>~~a <em>b</em>~~</p>');
  assert.equal(
    await switched('https://a.b <https://c.d> [e](https://f.g)', { autolinks: false }),
    '<p>https://a.b <a href="https://c.d">https://c.d</a> <a href="https://f.g">e</a></p>',
  );
});

test('line ends become nothing between wide characters', async () => {
  assert.equal(await switched('我们\n来了\nword\n我', { joinWide: true }), '<p>我们来了\nword\n我</p>');
});

test('headings get the kind of id that the book asks for', async () => {
  const source = '# A & B_c é\n\n# 章\n\n# X {#y}';
  const ids = async (headingIds: MarkdownConfig['headingIds']) => (await render(source, { headingIds })).ids;
  assert.deepEqual(await ids('github'), ['a--b_c-é', '章', 'y']);
  assert.deepEqual(await ids('github-ascii'), ['a--b_c-e', 'heading', 'y']);
  assert.deepEqual(await ids('blackfriday'), ['a-b-c-é', '章', 'y']);
  assert.deepEqual(await ids('none'), ['y']);
  const off = { headingAttributes: false };
  assert.equal(await switched('# X {#y}', off), '<h1 id="x-y">X {#y}</h1>');
});

test('terms get ids where they are asked for, numbered along with the headings', async () => {
  // As Hugo 0.169 gives them.
  const source = '## Term\n\nTerm\n: a\n\n*Em* `c` & d\n!!!\n: b\n\n## Term';
  const all = await render(source, { termIds: true });
  assert.deepEqual(all.ids, ['term', 'term-1', 'em-c--d', 'term-2', 'term-3']);
  assert.deepEqual(
    all.headings.map(({ id }) => id),
    ['term', 'term-3'],
  );
  assert.match(all.html, /<dt id="em-c--d"><em>Em<\/em>/);
  assert.deepEqual((await render(source, { termIds: true, headingIds: 'none' })).ids, [
    'term',
    'em-c--d',
    'term-1',
  ]);
  assert.deepEqual((await render(source)).ids, ['term', 'term-1']);
});

test('a line of attributes belongs to the block above it', async () => {
  const block = { blockAttributes: true };
  assert.equal(await switched('a\n{.b #c}', block), '<p id="c" class="b">a</p>');
  assert.equal(await switched('- a\n- b\n{.c}', block), '<ul class="c">\n<li>a</li>\n<li>b</li>\n</ul>');
  assert.equal(await switched('> a\n{.c}', block), '<blockquote class="c">\n<p>a</p>\n</blockquote>');
  assert.match(
    await switched('| a |\n| - |\n| b |\n{.c}', block),
    /^<table class="c">[\s\S]*<td>b<\/td>\n<\/tr>\n<\/tbody>\n<\/table>$/,
  );
  assert.equal(await switched('***\n{.c}', block), '<hr class="c">');
  assert.equal(await switched('a\n{.b onclick="x" style="y"}', block), '<p class="b">a</p>');
  assert.equal(await switched('a\n{b}', block), '<p>a\n{b}</p>');
  // As Hugo 0.169 prints them.
  assert.equal(await switched('a\n{.b}\n*c* "d"', block), '<p class="b">a</p>\n<p><em>c</em> “d”</p>');
  assert.equal(await switched('a *b*\n{}', block), '<p>a <em>b</em></p>');
  assert.equal(
    await switched('- a\n  - b\n  {.c}', block),
    '<ul>\n<li>a\n<ul class="c">\n<li>b</li>\n</ul>\n</li>\n</ul>',
  );
  assert.equal(
    await switched('Ink\n: black\n{.c}', block),
    '<dl class="c">\n<dt>Ink</dt>\n<dd>black</dd>\n</dl>',
  );
  assert.equal(await html('a\n{.b}'), '<p>a\n{.b}</p>');
});
