import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings, html } from '../rendering.js';

const trip = { path: 'part-2/trip/index.md' };
const src = 'src="/book/part-2/trip/map%201.png"';
const size = 'width="400" height="300"';

test("the book's pictures carry their size, with both parsers", async () => {
  const expected = `<p><img ${src} alt="a" ${size}></p>`;
  assert.equal(await html('![a](<map 1.png>)', trip), expected);
  assert.equal(await html('![a](<map 1.png>)', { ...trip, parser: 'remark' }), expected);
  assert.equal(await html('![a]\n\n[A]: <map 1.png>\n[a]: other', trip), expected);
});

test('all but the first wait until the reader comes near', async () => {
  const source = '![](https://a.b/c.png) ![a](<map 1.png> "t")\n\n> ![a][m]\n\n[m]: <map 1.png>';
  const lazy = 'loading="lazy" decoding="async"';
  assert.equal(
    await html(source, trip),
    `<p><img src="https://a.b/c.png" alt=""> <img ${src} alt="a" title="t" ${size} ${lazy}></p>\n<blockquote>\n<p><img ${src} alt="a" ${size} ${lazy}></p>\n</blockquote>`,
  );
});

test('a file that is no picture is named', async () => {
  assert.deepEqual(await findings('![a](/files/broken.png)'), ['5:1 image/unreadable']);
  assert.equal(await html('![a](/files/broken.png)'), '<p><img src="/book/files/broken.png" alt="a"></p>');
});
