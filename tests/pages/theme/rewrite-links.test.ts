import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinkRewriter } from '../../../src/pages/theme/rewrite-links.js';
import { config } from '../make-site.js';

const rewrite = createLinkRewriter({ ...config, relativeUrls: true });

test('addresses inside the site are relative to their page, and name files', () => {
  const at = (path: string, address: string) => rewrite(path, `<a href="${address}">x</a>`).slice(9, -7);
  assert.equal(at('part/1/index.html', '/book/part/2/'), '../../part/2/index.html');
  assert.equal(at('part/1/index.html', '/book/part/2/#ink'), '../../part/2/index.html#ink');
  assert.equal(at('part/1/index.html', '/book/'), '../../index.html');
  assert.equal(at('index.html', '/book/assets/a.css?x'), './assets/a.css?x');
});

test('each picture of a srcset counts', () => {
  assert.equal(
    rewrite('a/index.html', '<img srcset="/book/s.png 1x,/book/m.png 2x, /book/l.png 3x, /x/y.png 4x">'),
    '<img srcset="../s.png 1x,../m.png 2x, ../l.png 3x, /x/y.png 4x">',
  );
});

test('everything else stays: other hosts, other paths, text that looks like a tag', () => {
  const html =
    '<a href="https://x.org/book/">a</a><a href="//x/">b</a><a href="/other/">c</a><a href="#d">d</a>' +
    '<p title="> href=">see href="/book/"</p><code>&lt;a href="/book/"></code>';
  assert.equal(rewrite('a/index.html', html), html);
});

test('addresses inside the site are whole with canonifyURLs', () => {
  const whole = createLinkRewriter({ ...config, wholeUrls: true, baseUrl: 'https://x.org/book/' });
  assert.equal(
    whole('a/index.html', '<html data-home="/book/"><a href="/book/b/#c"><img src="/book/d.png"></a>'),
    '<html data-home="/book/"><a href="https://x.org/book/b/#c"><img src="https://x.org/book/d.png"></a>',
  );
  const foreign = '<a href="/other/">a</a><a href="../b/">b</a><a href="https://x.org/book/">c</a>';
  assert.equal(whole('a/index.html', foreign), foreign);
});

test('canonifyURLs gives way to relativeURLs, and does nothing where no host is known', () => {
  const html = '<a href="/book/b/">x</a>';
  const both = { ...config, wholeUrls: true, relativeUrls: true, baseUrl: 'https://x.org/book/' };
  assert.equal(createLinkRewriter(both)('a/index.html', html), '<a href="../b/index.html">x</a>');
  const homeless = { ...config, wholeUrls: true, baseUrl: '' };
  assert.equal(createLinkRewriter(homeless)('a/index.html', html), html);
});

test('without the setting pages stay as they are', () => {
  const html = '<a href="/book/">x</a>';
  assert.equal(createLinkRewriter(config)('a/index.html', html), html);
});
