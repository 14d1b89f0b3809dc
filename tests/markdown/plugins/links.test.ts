import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings, html, render } from '../rendering.js';

/** What is written in part-1/one.md (or another chapter), and the address on the page. */
const resolved: readonly (readonly [string, string, string?])[] = [
  ['two.md', '/book/part-1/second/'],
  ['./two.md#x', '/book/part-1/second/#x'],
  ['two.md?print=1#x', '/book/part-1/second/?print=1#x'],
  ['two', '/book/part-1/second/'],
  ['two/', '/book/part-1/second/'],
  ['../part-1/two.md', '/book/part-1/second/'],
  ['.', '/book/part-1/'],
  ['_index.md', '/book/part-1/'],
  ['..', '/book/'],
  ['../second/', '/book/part-1/second/'],
  ['../../part-2/', '/book/part-2/'],
  ['../part-2/h%C3%B6he.md', '/book/part-2/h%C3%B6he/'],
  ['../part-2/höhe.md', '/book/part-2/h%C3%B6he/'],
  ['../part-2/trip', '/book/part-2/trip/'],
  ['../part-2/trip/map%201.png', '/book/part-2/trip/map%201.png'],
  ['map%201.png', '/book/part-2/trip/map%201.png', 'part-2/trip/index.md'],
  ['files/terms.pdf', '/book/files/terms.pdf', '_index.md'],
  ['/part-1/second/', '/book/part-1/second/'],
  ['/part-1/second', '/book/part-1/second/'],
  ['/part-1/second/index.html', '/book/part-1/second/'],
  ['/part-1/two.md', '/book/part-1/second/'],
  ['/book/part-1/second/#y', '/book/part-1/second/#y'],
  ['/', '/book/'],
  ['/files/terms.pdf', '/book/files/terms.pdf'],
  ['/old/', '/book/old/'],
  ['#here', '#here'],
  ['https://a.b/c.md', 'https://a.b/c.md'],
  ['HTTPS://A.b/C.md', 'https://A.b/C.md'],
  ['//a.b/c', '//a.b/c'],
  ['mailto:a@b.c', 'mailto:a@b.c'],
  ['tel:+1', 'tel:+1'],
];

for (const [written, address, path] of resolved) {
  test(`${written} leads to ${address}`, async () => {
    const difference = path === undefined ? {} : { path };
    assert.equal(await html(`[a](${written})`, difference), `<p><a href="${address}">a</a></p>`);
    assert.equal(await html(`[a][b]\n\n[b]: ${written}`, difference), `<p><a href="${address}">a</a></p>`);
    assert.deepEqual(await findings(`[a](${written})`, difference), []);
  });
}

/** What is written, the code, and the hint. */
const broken: readonly (readonly [string, string, RegExp])[] = [
  ['tow.md', 'link/not-found', /"two\.md"/],
  ['../elsewhere/two.md', 'link/not-found', /"two\.md"/],
  ['nowhere-near.md', 'link/not-found', /folder of the file/],
  ['../../../etc/passwd', 'link/not-found', /folder of the file/],
  ['__proto__', 'link/not-found', /folder/],
  ['/part-1/twoo.md', 'link/unknown-address', /"\/part-1\/two\.md"/],
  ['/constructor', 'link/unknown-address', /another program/],
  ['three.md', 'link/held-back', /Publish/],
  ['/part-1/three.md', 'link/held-back', /Publish/],
];

for (const [written, code, hint] of broken) {
  test(`${written} is ${code}`, async () => {
    const { diagnostics } = await render(`first\n\nthen [a](<${written}>)`);
    assert.deepEqual(
      diagnostics.map((found) => [found.code, found.file, found.line, found.column]),
      [[code, 'content/part-1/one.md', 7, 6]],
    );
    assert.ok(diagnostics[0]?.message.includes(`"${written}"`));
    assert.match(diagnostics[0]?.hint ?? '', hint);
  });
}

test('images are looked up as links are', async () => {
  assert.equal(
    await html('![a](map%201.png "b")', { path: 'part-2/trip/index.md' }),
    '<p><img src="/book/part-2/trip/map%201.png" alt="a" title="b" width="400" height="300"></p>',
  );
  assert.deepEqual(await findings('![a](map.png)'), ['5:1 link/not-found']);
});

test('www. becomes https, and what is written out stays', async () => {
  assert.equal(await html('www.a.org'), '<p><a href="https://www.a.org">www.a.org</a></p>');
  assert.equal(await html('http://www.a.org'), '<p><a href="http://www.a.org">http://www.a.org</a></p>');
});

test('columns count UTF-16 units, behind emoji and umlauts too', async () => {
  assert.deepEqual(await findings('ü🙂 [a](x.md)'), ['5:5 link/not-found']);
});

test('fragments are collected with their target, decoded', async () => {
  const { fragmentLinks } = await render(
    '[a](#top) [b](two.md#f%C3%BCr) [c](/part-2/#x) [d](https://a.b/#c)',
  );
  assert.deepEqual(fragmentLinks, [
    { target: 'part-1/one.md', fragment: 'top', written: '#top', line: 5, column: 1 },
    { target: 'part-1/two.md', fragment: 'für', written: 'two.md#f%C3%BCr', line: 5, column: 11 },
  ]);
});
