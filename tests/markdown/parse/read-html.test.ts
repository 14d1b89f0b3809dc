import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { htmlNames } from '../../../src/markdown/parse/html-names.js';
import { findings, html, render } from '../rendering.js';

test('elements of text within a line are let through, with what cannot do harm', async () => {
  const source =
    'In<sup class="v" onclick="x">2</sup> H<sub>2</sub>O, <CITE lang="la">Acta</CITE>, <abbr title="a &quot;b">c</abbr>';
  assert.equal(
    await html(source),
    '<p>In<sup>2</sup> H<sub>2</sub>O, <cite lang="la">Acta</cite>, <abbr title="a &#x22;b">c</abbr></p>',
  );
  assert.equal(
    await html('<ruby>漢<rp>(</rp><rt>kan</rt></ruby>'),
    '<p><ruby>漢<rp>(</rp><rt>kan</rt></ruby></p>',
  );
  assert.equal(
    await html('<kbd>Ctrl</kbd> <code>x</code> a<wbr>b <strike>c</strike>'),
    '<p><kbd>Ctrl</kbd> <code>x</code> a<wbr>b <s>c</s></p>',
  );
  assert.equal(
    await html('| a<br>b |\n|-|\n'),
    '<table>\n<thead>\n<tr>\n<th>a<br>\nb</th>\n</tr>\n</thead>\n</table>',
  );
  assert.deepEqual(await findings(source), []);
});

test('no attribute that a page could be harmed with comes through', async () => {
  for (const name of ['b', 'sup', 'span', 'abbr', 'code', 'ruby']) {
    const printed = await html(
      `a <${name} style="x" href="javascript:x" onmouseover="y" class="z" lang=en>b</${name}>`,
    );
    assert.doesNotMatch(printed, /style|javascript|onmouseover|class/);
  }
});

test('a break keeps the words around it apart', async () => {
  assert.match(
    await html('one<br>two<br/>three<BR clear="all">four'),
    /^<p>one<br>\ntwo<br>\nthree<br>\nfour<\/p>$/,
  );
});

test('a tag that does not pair is text, unless its end stands elsewhere in the chapter', async () => {
  assert.equal(await html('the letters <b> and <s>'), '<p>the letters &#x3C;b> and &#x3C;s></p>');
  assert.equal(await html('<i>one\n\ntwo</i>'), '<p>one</p>\n<p>two</p>');
  assert.equal(await html('<s>a <u>b</s> c</u>'), '<p><s>a b</s> c</p>');
});

test('what is no HTML is the text that was typed, in a line and as a block', async () => {
  assert.equal(
    await html('To <someone> in May, <see below>.'),
    '<p>To &#x3C;someone> in May, &#x3C;see below>.</p>',
  );
  assert.equal(await html('<Ibid>\nand *more*'), '<p>&#x3C;Ibid>\nand <em>more</em></p>');
  assert.equal(
    await html('> <Ibid>\n> x\n\n- <item>'),
    '<blockquote>\n<p>&#x3C;Ibid>\nx</p>\n</blockquote>\n<ul>\n<li>&#x3C;item></li>\n</ul>',
  );
  assert.equal(await html('He said <<bonjour>> and <<em>>.'), '<p>He said «bonjour» and «em».</p>');
  assert.equal(await html('<i think so>'), '<p>&#x3C;i think so></p>');
});

test('where raw HTML is let through, only what no page can mean is text', async () => {
  const unsafe = { unsafe: true };
  assert.equal(
    await html('a <word> <b class="x">c</b> <my-x> <y z="1"> <q1>d</q1>', unsafe),
    '<p>a &#x3C;word> <b class="x">c</b> <my-x> <y z="1"> <q1>d</q1></p>',
  );
});

test('ids of such elements are there for links to find', async () => {
  const { ids, html: printed } = await render('A <span id="here">b</span> [c](#here)');
  assert.deepEqual(ids, ['here']);
  assert.match(printed, /<span id="here">b<\/span>/);
});

test('every word in angle brackets is on the page', async () => {
  const word = fc.stringMatching(/^[a-z]{1,9}$/).filter((name) => !htmlNames.has(name));
  await fc.assert(
    fc.asyncProperty(word, fc.stringMatching(/^(?: [a-z]{1,5}){0,2}$/), async (name, rest) => {
      for (const source of [`x <${name}${rest}> y`, `<${name}${rest}>`, `<${name}${rest}>\nx y`]) {
        assert.ok((await html(source)).includes(`&#x3C;${name}${rest}>`), source);
      }
    }),
    { numRuns: 60 },
  );
});

test('a heading that is a picture has a name in the outline', async () => {
  const { headings } = await render('## ![A lamp](x.svg)\n\n##\n\n## ![](y.svg)\n', { unsafe: true });
  assert.deepEqual(
    headings.map(({ text }) => text),
    ['A lamp'],
  );
});

test('many tags in a row take no more than proportional time', async () => {
  const many = 100_000;
  await html(`${'<b>'.repeat(400)}${'</i>'.repeat(many)}`);
  await html(`${'<b></b>'.repeat(many / 10)}`);
});
