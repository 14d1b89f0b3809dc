import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toXhtml } from '../../../src/pages/epub/to-xhtml.js';
import { draws } from '../../support/draws.js';

const asItIs = (html: string) => toXhtml(html, (tag) => tag);

const pairs: readonly (readonly [html: string, xhtml: string])[] = [
  ['<p>a<br>b</p>', '<p>a<br/>b</p>'],
  ['<input type=checkbox checked>', '<input type="checkbox" checked="checked"/>'],
  ['<p>a & b &amp; c &nbsp;d</p>', '<p>a &amp; b &amp; c \u00a0d</p>'],
  ['<p>a < b</p>', '<p>a &lt; b</p>'],
  ['<em>a<b>b</em>c</b>', '<em>a<b>b</b></em>c'],
  ['<p>open', '<p>open</p>'],
  ['closed</p>', 'closed'],
  ['a<!-- b -->c', 'ac'],
  ['<script>if (a < b) alert("x")</script>after', 'after'],
  ['<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'],
  ['<a title="a &quot;b&quot;">x</a>', '<a title="a &quot;b&quot;">x</a>'],
  ['a\u0000b', 'ab'],
];

for (const [html, xhtml] of pairs) {
  test(`${JSON.stringify(html)} is ${JSON.stringify(xhtml)}`, () => assert.equal(asItIs(html), xhtml));
}

test('an element is unwrapped, dropped, or stands as a text', () => {
  const made = toXhtml('<i>a</i><b>c<u>d</u></b><img src="e">', ({ name }) =>
    name === 'i' ? 'unwrap' : name === 'b' ? 'drop' : { name: 'span', attributes: new Map(), text: 'f & g' },
  );
  assert.equal(made, 'a<span>f &amp; g</span>');
});

test('whatever comes in, tags stand in pairs and nothing else looks like one', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<em class="a">',
    '</em>',
    '<br>',
    '<',
    '>',
    '&',
    '"',
    'a b',
    '<!--',
    '-->',
    '</',
    '<svg>',
    '<x y=z',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
      const open: string[] = [];
      const left = asItIs(parts.join('')).replace(
        /<(\/?)([a-z]+)(?: [\w.-]+="[^"<]*")*(\/?)>/g,
        (_, end, name, single) => {
          if (end === '/') assert.equal(open.pop(), name);
          else if (single === '') open.push(name);
          return '';
        },
      );
      assert.deepEqual(open, []);
      assert.doesNotMatch(left, /[<]|&(?!amp;|lt;|gt;|quot;|#39;)/);
    }),
    draws(200),
  );
});
