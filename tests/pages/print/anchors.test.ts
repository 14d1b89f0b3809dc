import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorIds, createAnchorLinks } from '../../../src/pages/print/anchors.js';
import { config, makeContext } from '../make-site.js';

test('ids get their chapter before them, and so does what leads to them', () => {
  assert.equal(
    anchorIds('/part/14f', '<h2 id="ink">#ink</h2><a role="doc-noteref" href="#fn:1">1</a>'),
    '<h2 id="/part/14f//ink">#ink</h2><a role="doc-noteref" href="#/part/14f//fn:1">1</a>',
  );
  assert.equal(
    anchorIds('/a', '<p aria-labelledby="x y"></p><a href="#">top</a>'),
    '<p aria-labelledby="/a//x /a//y"></p><a href="#/a">top</a>',
  );
});

test('links elsewhere, text and code stay as they are', () => {
  const html = '<p title="id=a">id="b"</p><code>&lt;i id="c"&gt;</code><a href="https://x.org/#d">d</a>';
  assert.equal(anchorIds('/a', html), html);
});

test('a key of any letters is escaped where it stands', () => {
  assert.equal(
    anchorIds('/a&"b', '<h2 id="x"></h2><a href="#x">x</a>'),
    '<h2 id="/a&amp;&quot;b//x"></h2><a href="#/a%26%22b//x">x</a>',
  );
  assert.equal(anchorIds('/章', '<a href="#x">x</a>'), '<a href="#/%E7%AB%A0//x">x</a>');
});

test('links between chapters stay in the document, those to anything else do not', () => {
  const { pages } = makeContext({ '/part/1': {}, '/part/2': {} }).book;
  const linkUp = createAnchorLinks(Object.values(pages), config);
  const at = (address: string) => linkUp(`<a class="x" href="${address}">x</a>`).slice(19, -7);
  assert.equal(at('/book/part/2/'), '#/part/2');
  assert.equal(at('/book/part/2/#ink'), '#/part/2//ink');
  assert.equal(at('/book/'), '#/');
  for (const address of ['/book/tags/', '/book/part/9/', 'https://x.org/book/part/2/', '//book/part/2/']) {
    assert.equal(at(address), address);
  }
  assert.equal(linkUp('<link href="/book/part/2/">'), '<link href="/book/part/2/">');
});
