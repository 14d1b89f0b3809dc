import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '../rendering.js';

const facts = async (body: string, summaryLength = 5, summary?: string) => {
  const {
    summary: text,
    truncated,
    excerpt,
  } = await render(body, {
    summaryLength,
    ...(summary === undefined ? {} : { summary }),
  });
  return { summary: text.trimEnd(), truncated, excerpt };
};

test('the automatic summary ends with the paragraph that reaches the length', async () => {
  assert.deepEqual(await facts('one two\n\nthree four five six\n\nseven'), {
    summary: '<p>one two</p>\n<p>three four five six</p>',
    truncated: true,
    excerpt: 'one two three four five six',
  });
  assert.equal((await facts('one two\n\nthree four five six')).truncated, false);
  assert.deepEqual(await facts(''), { summary: '', truncated: false, excerpt: '' });
});

test('a summary that ends inside a quote or a list is balanced', async () => {
  assert.deepEqual(await facts('> one two three four five\n>\n> six\n\nseven'), {
    summary: '<blockquote>\n<p>one two three four five</p>\n</blockquote>',
    truncated: true,
    excerpt: 'one two three four five',
  });
  const list = await facts('- one two three\n\n- four five six\n\n- seven');
  assert.equal(
    list.summary,
    '<ul>\n<li>\n<p>one two three</p>\n</li>\n<li>\n<p>four five six</p>\n</li>\n</ul>',
  );
  assert.equal(list.truncated, true);
});

test('a tight list has no paragraphs to end with, nor have short meanings', async () => {
  assert.match(
    (await facts('- one two three\n- four five six\n- seven\n\nafter\n\nnot')).summary,
    /after<\/p>$/,
  );
  assert.match((await facts('T\n: one two three four\n: five six\n\nafter\n\nnot')).summary, /after<\/p>$/);
});

test('the divider may end a paragraph', async () => {
  const { summary, truncated } = await facts('one *two* <!--more--> three\n\nfour');
  assert.deepEqual([summary, truncated], ['<p>one <em>two</em> </p>', true]);
});

test('the divider decides, and vanishes', async () => {
  const body = 'one\n\n<!--more-->\n\ntwo three four five six seven\n';
  assert.deepEqual(await facts(body), { summary: '<p>one</p>', truncated: true, excerpt: 'one' });
  assert.equal((await facts('one\n<!--more-->\ntwo')).summary, '<p>one</p>');
  assert.equal((await facts('one\n\n<!--more-->\n')).truncated, false);
  assert.equal((await facts('one\n\n<!-- more -->\n\ntwo\n')).summary, '<p>one</p>\n<p>two</p>');
  const { html } = await render(body, { unsafe: true });
  assert.doesNotMatch(html, /more/);
});

test('the summary of the front matter is Markdown; the divider beats it', async () => {
  assert.deepEqual(await facts('body', 5, 'a *b* "c"'), {
    summary: 'a <em>b</em> “c”',
    truncated: true,
    excerpt: 'a b “c”',
  });
  assert.equal((await facts('body', 5, 'a\n\nb')).summary, '<p>a</p>\n<p>b</p>');
  assert.equal((await facts('one\n\n<!--more-->\n\ntwo', 5, 'given')).summary, '<p>one</p>');
});

test('faults in the summary of the front matter name the file alone', async () => {
  const { diagnostics } = await render('body', { summary: '[a](x.md)' });
  assert.deepEqual(
    diagnostics.map(({ code, file, line }) => [code, file, line]),
    [['link/not-found', 'content/part-1/one.md', undefined]],
  );
});

test('a summary has no ids and no footnote calls, and its links work', async () => {
  const { summary } = await render('# A\n\nb[^1] [c][d]\n\n[d]: two.md\n\n[^1]: e\n');
  assert.equal(summary.trimEnd(), '<h1>A</h1>\n<p>b <a href="/book/part-1/second/">c</a></p>');
});

test('the excerpt is cut between words and takes 160 characters at most', async () => {
  const { excerpt } = await facts(`# Head\n\n${'wonder '.repeat(60)}`);
  assert.ok(excerpt.length <= 160 && excerpt.length > 140, excerpt);
  assert.match(excerpt, /^wonder [a-z ]+wonder…$/);
  const exact = 'x'.repeat(79);
  assert.equal((await facts(`${exact} ${exact}a`, 1)).excerpt, `${exact} ${exact}a`);
  assert.equal((await facts('漢'.repeat(300))).excerpt.length <= 160, true);
  assert.doesNotMatch((await facts('🙂'.repeat(200))).excerpt, /[\ud800-\udbff]…/);
});

test('notes are no part of the excerpt', async () => {
  assert.equal((await facts('one[^1] two.\n\n[^1]: note\n\n[^2]: unused')).excerpt, 'one two.');
});
