import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultConfig } from '../../support/default-config.js';
import { type Difference, findings, html, render } from '../rendering.js';

const { highlight } = defaultConfig.markdown;
const listing = (info: string, code = 'let a;\nlet b;', difference: Difference = {}) =>
  html(`\`\`\`${info}\n${code}\n\`\`\``, difference);
const line = (number: number, rest: string, more = '') =>
  `<span class="line${more}"><span class="ln" data-line="${number}"></span>${rest}\n</span>`;
const letA = '<span class="hljs-keyword">let</span> a;';
const letB = '<span class="hljs-keyword">let</span> b;';

test('a listing is coloured by its language, with both parsers', async () => {
  const expected = `<pre><code class="language-js">${letA}\n${letB}\n</code></pre>`;
  assert.equal(await listing('js'), expected);
  assert.equal(await listing('js', undefined, { parser: 'remark' }), expected);
  assert.equal(await listing('js', undefined, { unsafe: true }), expected);
  assert.equal(
    await html('- > ~~~~ js\n  > let a;'),
    `<ul>\n<li>\n<blockquote>\n<pre><code class="language-js">${letA}\n</code></pre>\n</blockquote>\n</li>\n</ul>`,
  );
});

test('a language is what stands before the first comma, if that is one', async () => {
  assert.match(await listing('js,ignore'), /^<pre><code class="language-js"><span/);
  assert.match(await listing('jss,ignore'), /^<pre><code>let/);
  assert.deepEqual(await findings('```js,ignore\n```\n\n```jss,ignore\n```'), [
    '8:1 markdown/unknown-language',
  ]);
});

test('without a language, or with one that is unknown, it stays plain', async () => {
  assert.equal(await listing(''), '<pre><code>let a;\nlet b;\n</code></pre>');
  assert.equal(await listing('text', '<b>'), '<pre><code class="language-text">&lt;b&gt;\n</code></pre>');
  assert.equal(await listing('jss'), '<pre><code class="language-jss">let a;\nlet b;\n</code></pre>');
  assert.deepEqual(await findings('a\n\n```jss\n```\n\n```text\n```'), ['7:1 markdown/unknown-language']);
  assert.equal((await findings('```jss\n```\n\n```jss\n```\n\n```qqq\n```')).length, 2, 'once for each');
  assert.equal(await html('```js\n```'), '<pre><code class="language-js"></code></pre>');
  assert.equal(
    await listing('js', undefined, { highlight: { ...highlight, colours: false } }),
    '<pre><code class="language-js">let a;\nlet b;\n</code></pre>',
  );
});

test('lines are numbered from where one wants, and set off by their place', async () => {
  assert.equal(
    await listing('js {linenos=table, linenostart=9, hl_lines=[2]}'),
    `<pre class="numbered numbered-table"><code class="language-js">${line(9, letA)}${line(10, letB, ' hl')}</code></pre>`,
  );
  assert.equal(
    await listing('js {hl_lines=["1-1"]}'),
    `<pre><code class="language-js"><span class="line hl">${letA}\n</span><span class="line">${letB}\n</span></code></pre>`,
  );
});

test('numbers can be links, whose ids fragments may name', async () => {
  const source = '```js {linenos=inline anchorlinenos=true}\na\nb\n```\n\n[a](#hl-0-2)';
  const { html: page, ids } = await render(source);
  assert.match(page, /<a class="ln" id="hl-0-2" href="#hl-0-2" data-line="2" aria-label="Line 2"><\/a>b/);
  assert.deepEqual(ids, ['hl-0-1', 'hl-0-2']);
});

test('a title makes a figure, which gets the id and the classes', async () => {
  assert.equal(
    await listing('js {title="a \'b\' <c>", #x .y}', 'let a;'),
    `<figure id="x" class="listing y"><figcaption>a &#39;b&#39; &lt;c&gt;</figcaption><pre><code class="language-js">${letA}\n</code></pre></figure>`,
  );
  assert.match(await listing('js {.y}'), /^<pre class="y"><code/);
});

test('what the book sets is for listings that can be coloured', async () => {
  const numbered = { highlight: { ...highlight, numbers: 'inline' as const } };
  assert.match(await listing('js', undefined, numbered), /numbered-inline/);
  assert.doesNotMatch(await listing('js {linenos=false}', undefined, numbered), /numbered/);
  assert.doesNotMatch(await listing('', undefined, numbered), /numbered/);
});

test('a text that looks like the place of a listing stays a text', async () => {
  const fake = '<octavo-insert n="0"></octavo-insert>';
  const source = `\`${fake}\` &lt;octavo-insert n="0">&lt;/octavo-insert> [a](/one '${fake}')\n\n\`\`\`\nsecret\n\`\`\``;
  assert.equal((await html(source)).match(/secret/g)?.length, 1);
});

test('a summary shows its listings too', async () => {
  const { summary } = await render('a\n\n```js\nlet a;\n```\n\n<!--more-->\n\nb');
  assert.match(summary, /hljs-keyword/);
});

test('listings beyond what a chapter may take stay plain', async () => {
  const long = (lines: number) => `\`\`\`js\n${'let a;\n'.repeat(lines)}\`\`\`\n`;
  const { html: page, diagnostics } = await render(`${long(2000)}\n${long(2000)}\n${long(10)}`);
  assert.equal(page.match(/hljs-keyword/g)?.length, 2010);
  assert.deepEqual(
    diagnostics.map(({ line, code }) => [line, code]),
    [[2008, 'markdown/long-listing']],
  );
});
