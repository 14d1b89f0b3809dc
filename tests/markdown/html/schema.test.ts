import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { draws } from '../../support/draws.js';
import { findings, html, render } from '../rendering.js';

/** Attempts to get a script, a handler or a script's address into the page, by where they are made. */
const vectors: readonly string[] = [
  '<script>alert(1)</script>',
  'a <img src=x onerror=alert(1)> b',
  '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<style>@import "x"</style><meta http-equiv=refresh content="0;url=javascript:1"><base href="//x">',
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt:alert(1))',
  '[a](java&#10;script:alert(1))',
  '[a](&#106;avascript:alert(1))',
  '[a](<\u0001javascript:alert(1)>)',
  '[a](data:text/html,<script>alert(1)</script>)',
  '[a](vbscript:x "onclick=alert(1)")',
  '[a](x: "\\" onclick=\\"alert(1)")',
  '[a](#b \'" onmouseover="alert(1)\')',
  '[a][b]\n\n[b]: javascript:alert(1) "x"',
  '<javascript:alert(1)>',
  '<https://a.b/"onclick="alert(1)>',
  'https://a.b/"onclick="alert(1)"',
  '![a](javascript:alert(1))',
  '![" onerror="alert(1)](https://a.b/c.png)',
  '![a](https://a.b/c.png "\\" onload=\\"alert(1)")',
  '![a](data:image/svg+xml,<svg/onload=alert(1)>)',
  'a[^"><script>]\n\n[^"><script>]: <script>alert(1)</script>',
  '# a {onclick="alert(1)" style="x:expression(1)" .a"onclick=1}',
  '# a {#"onclick=alert(1)}',
  '# <script>alert(1)</script> {#x"><script>}',
  '> [!NOTE] <img src=x onerror=alert(1)>\n> b',
  '> [!NOTE"onclick="alert(1)]\n> b',
  '```js"onclick="alert(1) <script>\nx\n```',
  '``` <script>alert(1)</script>\nx\n```',
  '```js {title="<script>alert(1)</script>" #"onclick=alert(1) .a"onclick=1 hl_lines=["1"><script>"]}\n<script>\n```',
  '```html {linenos=1"><script> anchorlinenos=true lineanchors="x\\" onclick=\\"alert(1)"}\n<script>alert(1)</script>\n```',
  '```js {linenos=table anchorlinenos=true lineanchors=javascript:x linenostart="><script>"}\n</code></pre><script>\n```',
  '| a <script> |\n| - |\n| [b](javascript:alert(1)) |',
  '- [x] <input onfocus=alert(1) autofocus>',
  '<!-- --!><script>alert(1)</script> -->',
  '<a href="https://a.b" style="position:fixed">x</a>',
];

/** Everything that may stand between `<` and `>` in a page of ours, and nothing else. */
const tag =
  /^<\/?(?:a|aside|blockquote|br|code|d[dlt]|del|details|em|fig(?:ure|caption)|h[1-6]|hr|img|in(?:put|s)|li|mark|ol|p|pre|section|span|strong|su(?:b|mmary|p)|t(?:able|body|d|h|head|r)|ul)((?: [a-z-]+(?:="[^"]*")?)*)>$/;
const names =
  /^(?:align|alt|aria-label|checked|class|data-line|decoding|dir|disabled|height|href|id|lang|loading|open|role|src|start|title|type|width)$/;
const address = /^(?:https?:|mailto:|tel:|[^:]*$|[^:]*[/?#])/i;

/** What is wrong with the tags of a page; nothing if every one of them is harmless. */
function faultsOf(page: string): readonly string[] {
  const faults: string[] = [];
  for (const [found] of page.matchAll(/<(?:"[^"]*"|[^">])*>?/g)) {
    const attributes = tag.exec(found)?.[1];
    if (attributes === undefined) faults.push(found);
    for (const [, name = '', value = ''] of (attributes ?? '').matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
      if (!names.test(name) || (/^(?:href|src)$/.test(name) && !address.test(value))) faults.push(found);
    }
  }
  return faults;
}

test('the check itself finds what is harmful', () => {
  const harmful = [
    '<script>',
    '<img src="x" onerror="y">',
    '<a href="javascript:x">',
    '<p style="x">',
    '<b',
    '<a href=x>',
  ];
  for (const page of harmful) assert.deepEqual(faultsOf(page), [page]);
  assert.deepEqual(faultsOf('<a href="/a:b" title="javascript:">x</a> &lt;script>'), []);
});

for (const vector of vectors) {
  test(`harmless: ${JSON.stringify(vector)}`, async () => {
    const { html: page, summary, excerpt } = await render(vector);
    assert.deepEqual(faultsOf(page), []);
    assert.deepEqual(faultsOf(summary), []);
    assert.equal(typeof excerpt, 'string');
    assert.deepEqual(faultsOf((await render('a', { summary: vector })).summary), []);
  });
}

test('nothing put together at random gets through, with either parser', async () => {
  const piece = fc.constantFrom(
    ...[
      '<',
      '>',
      '"',
      "'",
      '=',
      ' ',
      '\n',
      '/',
      '!',
      '--',
      '`',
      '[',
      ']',
      '(',
      ')',
      '{',
      '}',
      '#',
      '&#x3C;',
      '&quot;',
    ],
    ...[
      'script',
      'a',
      'img',
      'svg',
      'href',
      'src',
      'onclick',
      'style',
      'javascript:',
      'x:',
      'alert(1)',
      '[^1]',
      '](',
      '\\',
    ],
    ...[
      '# ',
      '> [!NOTE] ',
      '- [ ] ',
      '| ',
      '\n|-|\n',
      '[^1]: ',
      'https://',
      '<!--',
      ']]>',
      '\u0000',
      '\u2028',
    ],
  );
  const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom('satteri' as const, 'remark' as const), async (source, parser) => {
      const { html: page, summary } = await render(source, { parser });
      assert.deepEqual(faultsOf(page + summary), []);
    }),
    draws(80),
  );
});

test('what Markdown makes stays whole', async () => {
  assert.equal(await html('3. a\n4. b'), '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>');
  assert.match(await html('| a |\n| :-: |\n| b |'), /<td align="center">b/);
  assert.match(await html('- [x] a'), /<input type="checkbox" checked disabled>/);
  assert.match(await html('```js x\na\n```'), /<code class="language-js">/);
});

test('dropped HTML is reported once, with its number and first place; comments are not', async () => {
  const source = '<!-- a -->\n\nb <font>c</font>\n\n<div>\nd\n</div>\n';
  assert.equal(await html(source), '<p>b c</p>');
  assert.deepEqual(await findings(source), ['7:3 markdown/raw-html']);
  const { diagnostics } = await render(source);
  assert.equal(
    diagnostics[0]?.message,
    '3 pieces of HTML were left out, with a word in them; the first is "<font>".',
  );
  assert.deepEqual(await findings('<!-- a -->\n\nb <!-- c --> <!--more-->\n'), []);
});

test('an address whose scheme is not allowed is reported and left out', async () => {
  assert.equal(await html('[a](javascript:x)'), '<p><a>a</a></p>');
  assert.deepEqual(await findings('[a](javascript:x) ![b](data:image/png,x)'), [
    '5:1 link/unsafe-scheme',
    '5:19 link/unsafe-scheme',
  ]);
  assert.equal(await html('![b](data:image/png,x) ![c][d]\n\n[d]: blob:x'), '<p>b c</p>');
});

test('unsafe lets HTML through as it is, and knows its ids', async () => {
  const source = '<div id="x" onclick="y">\n\n# a\n\n</div>\n\n<a name=z>b</a>';
  const { html: page, ids, diagnostics } = await render(source, { unsafe: true });
  assert.equal(page.trim(), '<div id="x" onclick="y">\n<h1 id="a">a</h1>\n</div>\n<p><a name=z>b</a></p>');
  assert.deepEqual([...ids].sort(), ['a', 'x', 'z']);
  assert.deepEqual(diagnostics, []);
});
