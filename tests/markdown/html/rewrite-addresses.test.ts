import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rewriteAddresses } from '../../../src/markdown/html/rewrite-addresses.js';
import { findings, html } from '../rendering.js';

const upper = (text: string) => rewriteAddresses(text, ({ written }) => written.toUpperCase());

test('addresses of links, pictures, sounds and films change, and nothing else', () => {
  assert.equal(upper('<a class="b" href="c">d</a>'), '<a class="b" href="C">d</a>');
  assert.equal(upper('<img src=\'a\' alt="b>c"><IMG SRC=d>'), '<img src=\'A\' alt="b>c"><IMG SRC="D">');
  assert.equal(upper('<source srcset="a 1x, b,c 2x">'), '<source srcset="A 1x, B,C 2x">');
  assert.equal(
    upper('<video poster="a"><track src="b"></video>'),
    '<video poster="A"><track src="B"></video>',
  );
});

test('what is no address, or no tag, stays as it is', () => {
  const kept = [
    '<!-- <a href="b"> -->',
    '<script>"<a href=b>"</script>',
    '<link href="a">',
    '<q cite="b">',
    '<a href="b',
  ];
  for (const text of kept) assert.equal(upper(text), text);
});

test('an ampersand is written as it must be, and a place is that of the address', () => {
  const seen: unknown[] = [];
  const printed = rewriteAddresses('x <a href=" b?c=1&amp;d=2 ">', (address) => {
    seen.push([address.written, address.offset, address.length]);
    return '/b?c=1&d=2';
  });
  assert.deepEqual([printed, seen], ['x <a href="/b?c=1&amp;d=2">', [['b?c=1&d=2', 12, 13]]]);
});

test('links and pictures in raw HTML lead where those of Markdown do, and are checked', async () => {
  const unsafe = { unsafe: true };
  assert.equal(
    await html('<a href="two.md#x">b</a> <img src="../part-2/trip/map 1.png">', unsafe),
    '<p><a href="/book/part-1/second/#x">b</a> <img src="/book/part-2/trip/map%201.png"></p>',
  );
  assert.deepEqual(
    await findings('a <a href="no.md">b</a>\n\n<div>\n  <img src="no.png">\n</div>\n', unsafe),
    ['5:12 link/not-found', '8:13 link/not-found'],
  );
});
