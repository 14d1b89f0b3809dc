import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findings, html, render } from '../rendering.js';

const call = (number: number, again = '') =>
  `<sup id="fnref${again}:${number}"><a href="#fn:${number}" class="footnote-ref" role="doc-noteref">${number}</a></sup>`;
const back = (number: number, again = '') =>
  `\u00a0<a href="#fnref${again}:${number}" class="footnote-backref" role="doc-backlink" aria-label="Back to reference ${number}${again === '' ? '' : `-${Number(again) + 1}`}">↩︎</a>`;
const section = (...items: readonly string[]) =>
  `<section class="footnotes" role="doc-endnotes" aria-label="Footnotes"><ol>\n${items.join('\n')}\n</ol></section>`;
const note = (number: number, body: string) => `<li id="fn:${number}">\n${body}\n</li>`;

test('notes are numbered by first call and lead back to every call', async () => {
  assert.equal(
    await html('a[^z] b[^y] c[^z]\n\n[^y]: why\n[^z]: zed\n'),
    [
      `<p>a${call(1)} b${call(2)} c${call(1, '1')}</p>`,
      section(note(1, `<p>zed${back(1)}${back(1, '1')}</p>`), note(2, `<p>why${back(2)}</p>`)),
    ].join('\n'),
  );
});

test('a note may hold blocks; the way back stands after the last', async () => {
  const body = await html('a[^1]\n\n[^1]: one\n\n    - two\n');
  assert.ok(body.includes(note(1, `<p>one</p>\n<ul>\n<li>two</li>\n</ul>\n<p>${back(1)}</p>`)), body);
});

test('a note called only from a note comes after those of the text', async () => {
  const { html: body, ids } = await render('a[^1] b[^3]\n\n[^1]: one[^2]\n[^2]: two\n[^3]: three\n');
  assert.match(body, /three[\s\S]*two/);
  assert.deepEqual(ids, ['fnref:1', 'fn:1', 'fnref:2', 'fn:2', 'fnref:3', 'fn:3']);
});

test('notes that call each other end', async () => {
  assert.equal((await render('a[^1]\n\n[^1]: b[^2]\n[^2]: c[^1]\n')).ids.length, 5);
});

test('notes in quotes move to the end too', async () => {
  assert.equal(
    await html('> a[^1]\n>\n> [^1]: b\n'),
    [`<blockquote>\n<p>a${call(1)}</p>\n</blockquote>`, section(note(1, `<p>b${back(1)}</p>`))].join('\n'),
  );
});

test('a note that nothing calls is reported where it stands, and so is a second one of a name', async () => {
  assert.deepEqual(await findings('a\n\n[^1]: lost\n'), ['7:1 markdown/unused-footnote']);
  assert.deepEqual(await findings('a[^1]\n\n[^1]: b\n[^1]: c\n'), ['8:1 markdown/duplicate-footnote']);
});

test('labels make no ids: nothing of theirs reaches an attribute', async () => {
  assert.doesNotMatch(await html('a[^"onclick=x]\n\n[^"onclick=x]: b\n'), /onclick/);
});

test('a link keeps its address around the call of a note, which follows it', async () => {
  const kept = async (source: string) => (await html(`${source}\n\n[^n]: N\n`)).split('\n', 1)[0];
  assert.equal(
    await kept('See [the part[^n]](two.md) of it.'),
    `<p>See <a href="/book/part-1/second/">the part</a>${call(1)} of it.</p>`,
  );
  assert.equal(
    await kept('[a[^n] b](https://e.org/x "T")!'),
    `<p><a href="https://e.org/x" title="T">a b</a>${call(1)}!</p>`,
  );
  assert.equal(await kept('\\[a[^n]](two.md)'), `<p>[a${call(1)}](two.md)</p>`);
  assert.equal(await kept('[a] b[^n] (c)'), `<p>[a] b${call(1)} (c)</p>`);
});

test('the ways back from one note have names of their own', async () => {
  const names = [...(await html('a[^1] b[^1]\n\n[^1]: c\n')).matchAll(/aria-label="(Back[^"]*)"/g)].map(
    ([, name]) => name,
  );
  assert.deepEqual(names, ['Back to reference 1', 'Back to reference 1-2']);
});
