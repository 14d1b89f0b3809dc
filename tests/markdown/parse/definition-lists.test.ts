import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultConfig } from '../../support/default-config.js';
import { draws } from '../../support/draws.js';
import { findings, html, render } from '../rendering.js';

const { constructs } = defaultConfig.markdown;
const list = (...parts: readonly string[]) => `<dl>\n${parts.join('\n')}\n</dl>`;

test('lines are terms, and what begins with a colon is what they mean', async () => {
  const expected = list('<dt>One</dt>', '<dt>T<em>w</em>o</dt>', '<dd>a</dd>', '<dd>b</dd>');
  assert.equal(await html('One\nT*w*o\n: a\n:   b'), expected);
  assert.equal(await html('One\nT*w*o\n: a\n:   b', { parser: 'remark' }), expected);
});

test('a definition behind a blank line is a paragraph, and may hold any block', async () => {
  assert.equal(await html('T\n\n: a'), list('<dt>T</dt>', '<dd>\n<p>a</p>\n</dd>'));
  assert.equal(
    await html('T\n: a\n\n  - b\n\n  ~~~\n  c\n\n  d\n  ~~~\nU\n: e'),
    list(
      '<dt>T</dt>',
      '<dd>\n<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n<pre><code>c\n\nd\n</code></pre>\n</dd>',
      '<dt>U</dt>',
      '<dd>e</dd>',
    ),
  );
  assert.equal(
    await html('T\n:   a\n\n        code'),
    list('<dt>T</dt>', '<dd>\n<p>a</p>\n<pre><code>code\n</code></pre>\n</dd>'),
  );
});

test('lists follow each other as one, and end with a text of their own', async () => {
  const one = ['<dt>T</dt>', '<dd>a\nlazy</dd>'];
  assert.equal(
    await html('T\n: a\nlazy\n\nU\n: b\n\nend'),
    `${list(...one, '<dt>U</dt>', '<dd>b</dd>')}\n<p>end</p>`,
  );
});

test('they stand in quotes, in lists and in each other', async () => {
  const inner = list('<dt>T</dt>', '<dd>a</dd>');
  assert.equal(await html('> T\n> : a'), `<blockquote>\n${inner}\n</blockquote>`);
  assert.equal(await html('> T\n>: a'), `<blockquote>\n${inner}\n</blockquote>`);
  assert.equal(await html('- T\n  : a'), `<ul>\n<li>\n${inner}\n</li>\n</ul>`);
  assert.equal(await html('U\n: T\n  : a'), list('<dt>U</dt>', `<dd>\n${inner}\n</dd>`));
});

test('references and footnotes of the chapter reach into definitions', async () => {
  const source = 'T[^n]\n: see [it]\n\n[it]: two.md "t"\n[^n]: note';
  const page = await html(source);
  assert.match(page, /<dt>T<sup id="fnref:1">/);
  assert.match(page, /<dd>see <a href="\/book\/part-1\/second\/" title="t">it<\/a><\/dd>/);
  assert.deepEqual(await findings('T\n: see [it](none.md)\n'), ['6:7 link/not-found']);
});

test('words are counted, and ids found', async () => {
  const { words, ids, summary } = await render('one two\n: three\n\n  ## Four\n');
  assert.deepEqual([words, ids], [4, ['four']]);
  assert.match(summary, /<dt>one two<\/dt>/);
});

test('a colon elsewhere is a colon', async () => {
  for (const source of [': a', 'T\n:a', 'T\n : a', '# T\n: a', '```\nT\n: a\n```', 'T\n:\n']) {
    assert.doesNotMatch(await html(source), /<dl/, source);
  }
  const off = { constructs: { ...constructs, definitionLists: false } };
  assert.equal(await html('T\n: a', off), '<p>T\n: a</p>');
});

test('both parsers make the same of whatever begins with a colon', async () => {
  // No note is defined behind these: the parsers do not agree on where an open fence before one ends.
  const pieces = [': ', ':', '\n', '\n', '\n\n', 'a', '  ', '> ', '- ', '```', '[^1] ', '*', '    ', '# '];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), async (found) => {
      const source = `[^1]: a\n\nT\n: ${found.join('')}`;
      assert.deepEqual(await comparable(source, 'satteri'), await comparable(source, 'remark'));
    }),
    draws(40),
  );
});

/** What both parsers have to agree on: not on where an open fence ends, which gives a finding its length. */
async function comparable(source: string, parser: 'satteri' | 'remark') {
  // The terms refer to a table that each renderer keeps for itself.
  const { terms: _, diagnostics, ...facts } = await render(source, { parser });
  return { ...facts, diagnostics: diagnostics.map(({ length: _, ...finding }) => finding) };
}

test('texts made to be parsed again and again come to an end', async () => {
  await html('T\n: ```\n  x\n\n  ```\n'.repeat(600));
  await html(`T\n: ${'[a]'.repeat(500)}\n\n${'[a]: x\n'.repeat(500)}`);
  await html(Array.from({ length: 60 }, (_, at) => `${'  '.repeat(at)}T\n${'  '.repeat(at)}: b`).join('\n'));
});
