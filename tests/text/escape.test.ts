import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapeFor } from '../../src/text/escape.js';

test('text and attributes: no mark of markup is left', () => {
  assert.equal(
    escapeFor('text', `<a href="x">'&'</a>`),
    '&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;',
  );
  assert.equal(escapeFor('attribute', 'plain'), 'plain');
  fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(escapeFor('attribute', text))));
});

test('urls: schemes that are not allowed become #, however they are written', () => {
  const bad = [
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    ' java\nscript:x',
    '\u0001javascript:x',
    'data:text/html,x',
    'vbscript:x',
  ];
  for (const address of bad) assert.equal(escapeFor('url', address), '#', JSON.stringify(address));
});

test('urls: allowed schemes and relative addresses stay, quotes and blanks are encoded', () => {
  const good = [
    'https://x.org/a?b=1&c=2#d',
    'mailto:a@b.c',
    'tel:+49',
    '/a/b/',
    '../c',
    '#d',
    '?q=a:b',
    'a/b:c',
    '//x.org/',
  ];
  for (const address of good) assert.equal(escapeFor('url', address), address);
  assert.equal(escapeFor('url', `/a b"c'<d>`), '/a%20b%22c%27%3Cd%3E');
  assert.equal(escapeFor('url', '/a\nb'), '/a%0Ab');
});

test('json: the same value, and nothing that could end its script', () => {
  const value = { title: '</script><!-- & \u2028\u2029' };
  const json = escapeFor('json', JSON.stringify(value));
  assert.doesNotMatch(json, /[<>&\u2028\u2029]/);
  assert.deepEqual(JSON.parse(json), value);
});

test('css: nothing that could end a string or a declaration', () => {
  assert.equal(escapeFor('css', 'a"b;}</style>'), 'a\\22 b\\3b \\7d \\3c \\2f style\\3e ');
});

test('xml: characters that XML has no form for are dropped', () => {
  assert.equal(escapeFor('xml', 'a\u0000b\u001f\uD800c\uFFFE <d> 𝄞\n'), 'abc &lt;d&gt; 𝄞\n');
});
