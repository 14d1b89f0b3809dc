import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTag } from '../../../src/markdown/shortcodes/read-tag.js';

/** The parameters of a call as plain values, or its fault. */
function read(text: string): unknown {
  const tag = readTag(text, 0);
  if (tag.kind === 'open') return Object.entries(tag.parameters.values);
  return tag.kind === 'fault' ? tag.fault.kind : tag.kind;
}

const cases: readonly (readonly [text: string, expected: string | object])[] = [
  ['{{< a >}}', {}],
  ['{{<a>}}', {}],
  ['{{% a b %}}', { 0: 'b' }],
  ['{{< a b 2 -3 1.5 true false "true" >}}', { 0: 'b', 1: 2, 2: -3, 3: 1.5, 4: true, 5: false, 6: 'true' }],
  ['{{< a x=1 y="2" z=true >}}', { x: 1, y: '2', z: true }],
  ['{{< a x=b/c.md >}}', { x: 'b/c.md' }],
  ['{{< a x=b>}}', { x: 'b' }],
  ['{{< a x = "b" >}}', { x: 'b' }],
  ['{{< a "say \\"yes\\"" >}}', { 0: 'say "yes"' }],
  ['{{< a \\"b c\\" >}}', { 0: 'b c' }],
  ['{{< a "b\\c" >}}', { 0: 'b\\c' }],
  ['{{< a `b "c"\nd\\` >}}', { 0: 'b "c"\nd\\' }],
  ['{{< a\n  x="1"\n  y="2"\n>}}', { x: '1', y: '2' }],
  ['{{< a "" >}}', { 0: '' }],
  ['{{< a "日本" >}}', { 0: '日本' }],
  ['{{< é_1-x/y z >}}', { 0: 'z' }],
  ['{{< a __proto__="b" >}}', Object.fromEntries([['__proto__', 'b']])],
  ['{{< a b />}}', { 0: 'b' }],
  ['{{< a.inline x=1 >}}', { x: 1 }],
  ['{{< /a >}}', 'close'],
  ['{{</ a >}}', 'close'],
  ['{{</* a */>}}', 'comment'],
  ['{{%/* a %}} b {{% /a */%}}', 'comment'],
  ['{{</* a >}}', 'unterminated'],
  ['{{< a "b >}}', 'unterminated'],
  ['{{< a "b\n" >}}', 'unterminated'],
  ['{{< a `b >}}', 'unterminated'],
  ['{{< a b', 'unterminated'],
  ['{{< a %}} {{< b >}}', 'syntax'],
  ['{{< a {{< b >}} >}}', 'unterminated'],
  ['{{< >}}', 'syntax'],
  ['{{< "a" >}}', 'syntax'],
  ['{{< a.b >}}', 'syntax'],
  ['{{< a.inlined >}}', 'syntax'],
  ['{{< a & >}}', 'syntax'],
  ['{{< /a b >}}', 'syntax'],
  ['{{< a b c="d" >}}', 'mixed'],
  ['{{< a c="d" "b" >}}', 'mixed'],
];

for (const [text, expected] of cases) {
  test(`reads ${JSON.stringify(text)}`, () => {
    assert.deepEqual(read(text), typeof expected === 'object' ? Object.entries(expected) : expected);
  });
}

test('a tag that closes itself says so, one with a slash in its name does not', () => {
  const [self, named] = [readTag('{{< a />}}', 0), readTag('{{< a/b >}}', 0)];
  assert.ok(self.kind === 'open' && self.isClosed && self.name === 'a');
  assert.ok(named.kind === 'open' && !named.isClosed && named.name === 'a/b');
});

test('a comment leaves the call that it protects', () => {
  const text = '{{</* a >}} b {{< /a */>}}';
  const tag = readTag(text, 0);
  assert.ok(tag.kind === 'comment');
  assert.equal(tag.pieces.map(([start, end]) => text.slice(start, end)).join(''), '{{< a >}} b {{< /a >}}');
});

test('whatever follows the braces is read to an end, and forwards', () => {
  const part = fc.constantFrom(
    'a',
    ' ',
    '"',
    '`',
    '\\',
    '/',
    '=',
    '\n',
    '>}}',
    '%}}',
    '{{<',
    '/*',
    '*/',
    '1',
    '.',
    'é',
  );
  fc.assert(
    fc.property(fc.constantFrom('{{<', '{{%'), fc.array(part, { maxLength: 12 }), (start, parts) => {
      const text = start + parts.join('');
      const tag = readTag(text, 0);
      assert.ok(tag.end > 0 && tag.end <= text.length);
    }),
  );
});
