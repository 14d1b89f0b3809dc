import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOf, htmlOf, renderShortcodes } from './render-shortcodes.js';

const own = {
  b: '<b>{{ shortcode.get(0) }}</b>',
  box: '<div class="box">{{ shortcode.content }}</div>',
  raw: '<i>{{ shortcode.inner }}</i>',
  md: '## {{ shortcode.get(0) ?? "Made" }}\n\n- one\n- two\n',
  wrap: '> {{ shortcode.content }}',
  who: '{{ shortcode.name }}{{ shortcode.ordinal }}{{ if shortcode.parent }} in {{ shortcode.parent.name }}{{ shortcode.parent.ordinal }}{{ /if }}',
  out: '{{ shortcode.content }}',
  'sub/dir': '<u>{{ page.title }}|{{ page.url }}|{{ site.title }}</u>',
};

test('a call in a line stands in its paragraph, one alone takes the place of the paragraph', async () => {
  assert.equal(await htmlOf('x {{< b 1 >}} y', { own }), '<p>x <b>1</b> y</p>');
  assert.equal(await htmlOf('{{< b 1 >}}', { own }), '<b>1</b>');
  assert.equal(await htmlOf('- {{< b 1 >}}', { own }), '<ul>\n<li>\n<b>1</b>\n</li>\n</ul>');
});

test('a block divides the paragraph that it stands in', async () => {
  assert.equal(
    await htmlOf('x {{< box >}}*y*{{< /box >}} z', { own }),
    '<p>x </p>\n<div class="box"><p><em>y</em></p>\n</div>\n<p> z</p>',
  );
});

test('what a percent call makes is Markdown of the chapter, in its list item too', async () => {
  const { html, headings, ids } = await renderShortcodes('{{% md %}}\n\n1. x\n   {{% md "Two" %}}', { own });
  assert.match(html, /<h2 id="made">Made<\/h2>\n<ul>/);
  assert.match(html, /<li>\n<p>x<\/p>\n<h2 id="two">Two<\/h2>\n<ul>\n<li>one<\/li>/);
  assert.deepEqual(
    headings.map(({ text }) => text),
    ['Made', 'Two'],
  );
  assert.deepEqual(ids, ['made', 'two']);
});

test('headings inside a call are not in the outline, but can be linked to', async () => {
  const { headings, ids } = await renderShortcodes('{{< box >}}\n## Inside\n{{< /box >}}', { own });
  assert.deepEqual([headings, ids], [[], ['inside']]);
});

test('calls stand in calls: their HTML in content, their text in inner', async () => {
  assert.equal(
    await htmlOf('{{< box >}}a {{< b "&" >}} c{{< /box >}}', { own }),
    '<div class="box"><p>a <b>&amp;</b> c</p>\n</div>',
  );
  assert.equal(
    await htmlOf('{{< raw >}}a *c* {{< b 1 >}}{{< /raw >}}', { own }),
    '<i>a *c* &lt;b&gt;1&lt;/b&gt;</i>',
  );
  assert.equal(
    await htmlOf('{{% wrap %}}a {{< b 1 >}}{{% /wrap %}}', { own }),
    '<blockquote>\n<p>a <b>1</b></p>\n</blockquote>',
  );
  assert.equal(
    await htmlOf('{{< box >}}{{% md "In" %}}{{< /box >}}', { own }),
    '<div class="box"><h2 id="in">In</h2>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n</div>',
  );
});

test('a call knows its number and the call around it', async () => {
  assert.equal(
    await htmlOf('{{< who >}} {{< who >}} {{< out >}}{{< who >}} {{< who >}}{{< /out >}}', { own }),
    '<p>who0 who1 </p>\n<p>who0 in out2 who1 in out2</p>',
  );
});

test('page and site are there; names may hold a slash', async () => {
  assert.equal(await htmlOf('{{< sub/dir >}}', { own }), '<u>One|/book/part-1/one/|Book</u>');
});

test('code, addresses, titles and alternative texts get the words of a call', async () => {
  assert.equal(await htmlOf('`a {{< b "x&y" >}}`', { own }), '<p><code>a x&#x26;y</code></p>');
  assert.match(await htmlOf('```\n{{< b 1 >}}\n```', { own }), /<code>1\n<\/code>/);
  assert.equal(
    await htmlOf('[x]({{< relref "two" >}} "{{< b 1 >}}") ![{{< b 2 >}}](/files/terms.pdf)', { own }),
    '<p><a href="/book/part-1/second/" title="1">x</a> <img src="/book/files/terms.pdf" alt="2"></p>',
  );
});

test('the comment form prints the call, in code too', async () => {
  assert.equal(await htmlOf('`{{</* b 1 */>}}`', { own }), '<p><code>{{&#x3C; b 1 >}}</code></p>');
  assert.equal(
    await htmlOf('{{%/* a %}}x{{% /a */%}} {{ a }} {% b %}'),
    '<p>{{% a %}}x{{% /a %}} {{ a }} {% b %}</p>',
  );
});

test('a figure has what it is given, and its caption for those who cannot see it', async () => {
  assert.equal(
    await htmlOf(
      '{{< figure src="../part-2/trip/map 1.png" caption="A *map*" title="T" link="two.md" width=30 >}}',
    ),
    '<figure>\n<a href="/book/part-1/second/"><img src="/book/part-2/trip/map%201.png" alt="A map" width="30"></a>' +
      '<figcaption>\n<p class="figure-title">T</p><p>A <em>map</em></p></figcaption>\n</figure>',
  );
});

test('param: the page before the site, whatever the case; groups by dots; nothing from prototypes', async () => {
  const params = { version: 2, deep: { key: 'v' } };
  assert.equal(
    await htmlOf('a {{< param VERSION >}} {{< param only >}} {{< param deep.Key >}}', { params }),
    '<p>a 2 3 v</p>',
  );
  assert.equal(await htmlOf('a {{< param title >}}'), '<p>a One</p>');
  assert.deepEqual(await faultsOf('{{< param constructor >}}'), ['5:1 shortcode/refused']);
});

test('links to other sites are links, and nothing is loaded', async () => {
  const html = await htmlOf(
    '{{< youtube id=w7Ft2ymGmfc start=30 autoplay=true >}}\n\n{{< vimeo 55073825 >}}\n\n{{< instagram CxOWiQNP2MO >}}\n\n{{< x user=a id="12" >}}',
  );
  assert.deepEqual(
    [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href),
    [
      'https://www.youtube.com/watch?v=w7Ft2ymGmfc&amp;t=30s',
      'https://vimeo.com/55073825',
      'https://www.instagram.com/p/CxOWiQNP2MO/',
      'https://x.com/a/status/12',
    ],
  );
  assert.doesNotMatch(html, /src=|<script|<iframe|<object|<embed/);
});

test('a service that is switched off leaves nothing behind', async () => {
  const text = 'a {{< youtube id=w7Ft2ymGmfc >}}{{< vimeo 1 >}} b';
  const { html, diagnostics } = await renderShortcodes(text, { disabledServices: ['youtube'] });
  assert.deepEqual([diagnostics, /youtube/.test(html), /vimeo/.test(html)], [[], false, true]);
});

test('for readers of Markdown a listing is fenced, and a drawing is its label', async () => {
  const text = [
    'a\n\n{{< highlight js "linenos=inline" >}}\nconst a = `<b>` + "```";\n{{< /highlight >}}',
    '{{< qr text="x" alt="The address" />}}',
    '{{< details summary="S" >}}Body.{{< /details >}}',
  ];
  const { expanded = '' } = await renderShortcodes(text.join('\n\n'));
  const [code, drawing] = ['````js\nconst a = `<b>` + "```";\n````', 'The address'];
  assert.ok(expanded.startsWith(`a\n\n${code}\n\n${drawing}\n\n<details`), expanded);
});

test('a chapter of nothing but shortcodes begins with their words', async () => {
  const { excerpt } = await renderShortcodes('{{< youtube id=a1 title="A press" >}}\n\n{{< vimeo 1 >}}');
  assert.equal(excerpt, 'A press Vimeo video');
  const mixed = await renderShortcodes('{{< details summary="S" >}}Body.{{< /details >}}\n\nText.');
  assert.equal(mixed.excerpt, 'Text.');
});

test('a QR code is a drawing of squares, larger for more text', async () => {
  const sizeOf = async (call: string) => Number(/viewBox="0 0 (\d+)/.exec(await htmlOf(call))?.[1]);
  assert.equal(await sizeOf('{{< qr text="https://example.org" />}}'), 33);
  assert.ok((await sizeOf(`{{< qr >}}${'x'.repeat(300)}{{< /qr >}}`)) > 60);
  assert.match(await htmlOf('{{< qr text="a" scale=1 alt="A & B" />}}'), /aria-label="A &amp; B" width="58"/);
});

test('highlight prints a listing with its options, or code in its line', async () => {
  const listing = await htmlOf('{{< highlight go "hl_lines=2,id=x" >}}\na := 1\n```b\n{{< /highlight >}}');
  assert.match(listing, /^<pre id="x"><code class="language-go">/);
  assert.match(listing, /<span class="line hl">/);
  assert.match(
    await htmlOf('x {{< highlight go "hl_inline=true" >}}a := 1{{< /highlight >}} y'),
    /^<p>x <code class="language-go">a := .*<\/code> y<\/p>$/,
  );
});

test('words of shortcodes count, and are in the excerpt', async () => {
  const { words, excerpt } = await renderShortcodes(
    'one {{< b two >}}\n\n{{< box >}}three four{{< /box >}}',
    { own },
  );
  assert.deepEqual([words, excerpt], [4, 'one two']);
});

test('the body for readers of Markdown has its shortcodes expanded', async () => {
  const { expanded } = await renderShortcodes('a {{< b 1 >}} {{% param only %}} {{</* c */>}}\n', { own });
  assert.equal(expanded, 'a <b>1</b> 3 {{< c >}}\n');
});

test('findings name the lines of the file, after and inside calls of many lines', async () => {
  const call = '{{% md\n"a"\n%}}';
  assert.deepEqual(await faultsOf(`${call}\n\nx [y](gone.md)\n`, { own }), ['9:3 link/not-found']);
  assert.deepEqual(
    await faultsOf(`${call}\n\n{{< box >}}\nz\n\n- [y](gone.md)\n{{< /box >}} [w](gone.md)`, { own }),
    ['12:3 link/not-found', '13:14 link/not-found'],
  );
  assert.deepEqual(await faultsOf('\n{{< figure\n src="gone.png" >}}'), ['6:1 link/not-found']);
});

test('a template at fault is named with the call', async () => {
  const { diagnostics } = await renderShortcodes('x\n\n{{< bad >}}', {
    own: { bad: 'a\n{{ shortcode.get(0).x }}' },
  });
  const [found] = diagnostics;
  assert.deepEqual(
    [found?.code, found?.file, found?.line, found?.related?.[0]?.file, found?.related?.[0]?.line],
    ['template/failed', 'templates/shortcodes/bad.html', 2, 'content/part-1/one.md', 7],
  );
});

test('templates of shortcodes may include each other, and may not wait', async () => {
  const parts = {
    whole: 'a{{ include "shortcodes/part.html" { x: 1 } }}',
    part: '{{ x }}{{ shortcode.get(0) }}',
  };
  assert.equal(await htmlOf('{{< whole z >}}', { own: parts }), 'a1z');
  assert.deepEqual(await faultsOf('{{< slow >}}', { own: { slow: '{{ await 1 }}' } }), [
    '1:1 template/syntax',
  ]);
});

test('what calls make together has an end: shortcode/too-much', async () => {
  const params = { long: 'x'.repeat(1_000_000) };
  const found = await faultsOf('{{< param long >}}\n'.repeat(20), { params });
  assert.deepEqual(found, ['21:1 shortcode/too-much']);
});

test('calls in calls have an end', async () => {
  const found = await faultsOf('{{< box >}}'.repeat(60) + '{{< /box >}}'.repeat(60), { own });
  assert.deepEqual(found, ['5:551 markdown/too-deep']);
});

test('the end of a call that is at fault is no second fault', async () => {
  const [mixed, crossed] = await Promise.all(
    [
      '{{< details summary="a "b" c" >}}Text.{{< /details >}}',
      '{{< details >}}{{< highlight go >}}x{{< /details >}}{{< /highlight >}}',
    ].map((text) => faultsOf(text)),
  );
  assert.deepEqual(mixed, ['5:25 shortcode/mixed-parameters']);
  assert.deepEqual(crossed, ['5:16 shortcode/unclosed']);
});

test('many faulty calls take no more than proportional time', async () => {
  for (const text of ['{{</* a ', '{{< a ', '{{< /a >}}', '{{< a `', '{{< a "', '{{< box >}}']) {
    const { diagnostics } = await renderShortcodes(`${text}\n`.repeat(5_000), { own });
    assert.ok(diagnostics.length > 0);
  }
});

test('a caption and its source stand apart', async () => {
  const html = await htmlOf(
    '{{< figure src="/files/terms.pdf" caption="By" attr="J. S." attrlink="/old/" >}}',
  );
  assert.match(html, /<p>By <a href="\/book\/old\/">J. S.<\/a><\/p>/);
});

test('a reference leads to the page in HTML, and to no other format', async () => {
  assert.equal(await htmlOf('{{< relref path="two" outputFormat="HTML" >}}'), '/book/part-1/second/');
  assert.deepEqual(await faultsOf('{{< ref path="two" outputFormat="rss" >}}'), ['5:1 shortcode/refused']);
});
