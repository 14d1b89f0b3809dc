import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinkRewriter } from '../../src/pages/relative-links.js';
import { config } from './make-site.js';

const rewrite = createLinkRewriter({ ...config, relativeUrls: true });

test('addresses inside the site are relative to their page, and name files', () => {
  const at = (path: string, address: string) => rewrite(path, `<a href="${address}">x</a>`).slice(9, -7);
  assert.equal(at('part/1/index.html', '/book/part/2/'), '../../part/2/index.html');
  assert.equal(at('part/1/index.html', '/book/part/2/#ink'), '../../part/2/index.html#ink');
  assert.equal(at('part/1/index.html', '/book/'), '../../index.html');
  assert.equal(at('index.html', '/book/assets/a.css?x'), './assets/a.css?x');
});

test('everything else stays: other hosts, other paths, text that looks like a tag', () => {
  const html =
    '<a href="https://x.org/book/">a</a><a href="//x/">b</a><a href="/other/">c</a><a href="#d">d</a>' +
    '<p title="> href=">see href="/book/"</p><code>&lt;a href="/book/"></code>';
  assert.equal(rewrite('a/index.html', html), html);
});

test('without the setting pages stay as they are', () => {
  const html = '<a href="/book/">x</a>';
  assert.equal(createLinkRewriter(config)('a/index.html', html), html);
});
