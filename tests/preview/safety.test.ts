import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ask, openPreview, sendRaw } from './open-preview.js';

const files = {
  'octavo.yaml': 'title: Book\nsecret: in the configuration\n',
  'content/one.md': '---\ntitle: One\n---\n\nText.\n',
  'content/part/_index.md': '---\ntitle: Part\n---\n',
  'content/evil.com/_index.md': '---\ntitle: Evil\n---\n',
  'static/robots.txt': 'User-agent: *\n',
  'static/deep/data.json': '{}',
  '.env': 'SECRET=1\n',
};

const host = 'Host: 127.0.0.1';

test('no spelling of a path leaves the table of the site', async (context) => {
  const preview = await openPreview(context, files);
  const paths = [
    '/../octavo.yaml',
    '/%2e%2e/octavo.yaml',
    '/%2E%2E%2foctavo.yaml',
    '/..%5coctavo.yaml',
    '/..\\octavo.yaml',
    '/%252e%252e/octavo.yaml',
    '/static/robots.txt',
    '/deep/../../octavo.yaml',
    '/deep/%2e%2e/robots.txt',
    '/./robots.txt',
    '//robots.txt',
    '/robots.txt%00.html',
    '/robots.txt/',
    '/%c0%ae%c0%ae/octavo.yaml',
    '/.env',
    '/octavo.yaml',
    '/content/one.md',
    '/.octavo/../.env',
    '/.octavo/manifest.json',
    '/one/index.html/..',
    '/%',
    '/file:///etc/passwd',
  ];
  for (const path of paths) {
    const answer = await sendRaw(preview, `GET ${path} HTTP/1.1\n${host}\nConnection: close\n\n`);
    assert.match(answer, /^HTTP\/1\.1 40[04] /, path);
    assert.doesNotMatch(answer, /in the configuration|SECRET|User-agent|root:/, path);
  }
  const found = await sendRaw(preview, `GET /robots.txt HTTP/1.1\n${host}\nConnection: close\n\n`);
  assert.match(found, /^HTTP\/1\.1 200 [\s\S]*User-agent/);
});

test('a target that is no path is refused: another host, an asterisk, a fragment', async (context) => {
  const preview = await openPreview(context, files);
  for (const target of ['http://evil.com/one/', '*', '/one/#x', 'one/']) {
    const answer = await sendRaw(preview, `GET ${target} HTTP/1.1\n${host}\nConnection: close\n\n`);
    assert.match(answer, /^HTTP\/1\.1 400 /, target);
  }
});

test('a redirect leads to the site only, whatever the address looks like', async (context) => {
  const preview = await openPreview(context, files);
  assert.equal((await ask(preview, '/part')).headers.location, '/part/');
  for (const path of [
    '//evil.com',
    '//evil.com/',
    '/%2fevil.com',
    '/\\evil.com',
    '/%5cevil.com',
    '///evil.com',
  ]) {
    const answer = await sendRaw(preview, `GET ${path} HTTP/1.1\n${host}\nConnection: close\n\n`);
    assert.doesNotMatch(answer, /^location:/im, path);
  }
  assert.equal((await ask(preview, '/evil.com')).headers.location, '/evil.com/');
});

test('names that were made to lead here get nothing', async (context) => {
  const preview = await openPreview(context, files);
  for (const name of [
    'evil.com',
    'localhost.evil.com',
    '127.0.0.1.evil.com',
    '127.0.0.2',
    'a@localhost',
    '[::2]',
  ]) {
    const { status, body } = await ask(preview, '/one/', { Host: name });
    assert.equal(status, 421, name);
    assert.doesNotMatch(body, /Text\./, name);
  }
  for (const name of ['localhost', 'LOCALHOST:1313', 'book.localhost', '127.0.0.1:99', '[::1]:1313']) {
    assert.equal((await ask(preview, '/one/', { Host: name })).status, 200, name);
  }
});

test('other origins get nothing: no page, no event stream, no permission', async (context) => {
  const preview = await openPreview(context, files);
  const own = `127.0.0.1:${preview.port}`;
  for (const path of [
    '/one/',
    '/.octavo/events?page=/',
    '/.octavo/preview.js',
    '/.octavo/drafts?show=true',
  ]) {
    for (const origin of [
      'http://evil.com',
      'null',
      'http://127.0.0.1:1',
      'http://localhost',
      `https://${own}`,
    ]) {
      const { status, headers } = await ask(preview, path, { Host: own, Origin: origin });
      assert.equal(status, 403, `${path} from ${origin}`);
      assert.equal(headers['access-control-allow-origin'], undefined);
    }
    for (const site of ['cross-site', 'same-site']) {
      const embedded = {
        Host: own,
        'Sec-Fetch-Site': site,
        'Sec-Fetch-Mode': 'no-cors',
        'Sec-Fetch-Dest': 'script',
      };
      assert.equal((await ask(preview, path, embedded)).status, 403, `${path} in a page of ${site}`);
    }
  }
  const followed = {
    'Sec-Fetch-Site': 'cross-site',
    'Sec-Fetch-Mode': 'navigate',
    'Sec-Fetch-Dest': 'document',
  };
  assert.equal((await ask(preview, '/one/', { Host: own, ...followed })).status, 200, 'a link may lead here');
  const framed = { ...followed, 'Sec-Fetch-Dest': 'iframe' };
  assert.equal((await ask(preview, '/one/', { Host: own, ...framed })).status, 403, 'a frame may not');
});

test('GET and HEAD only; the draft switch wants its token', async (context) => {
  const preview = await openPreview(context, files);
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']) {
    const { status, headers } = await ask(preview, '/one/', {}, method);
    assert.deepEqual([status, headers.allow], [405, 'GET, HEAD'], method);
  }
  assert.equal((await ask(preview, '/.octavo/drafts?show=true')).status, 403);
  assert.equal(
    (await ask(preview, `/.octavo/drafts?show=true&token=${encodeURIComponent('é'.repeat(32))}`)).status,
    403,
  );
});

test('a file that becomes a link out of the book is not served any more', async (context) => {
  const preview = await openPreview(context, files);
  const outside = join(preview.book, '..', `${preview.port}-outside.txt`);
  writeFileSync(outside, 'outside');
  context.after(() => rmSync(outside));
  rmSync(join(preview.book, 'static/robots.txt'));
  symlinkSync(outside, join(preview.book, 'static/robots.txt'));
  assert.equal((await ask(preview, '/robots.txt')).status, 404);
  mkdirSync(join(preview.book, 'static/more'));
  symlinkSync('/etc', join(preview.book, 'static/more/etc'));
  await preview.close();
});

test('a request that is too long or never ends is given up', async (context) => {
  const preview = await openPreview(context, files);
  const long = await sendRaw(preview, `GET / HTTP/1.1\n${host}\nX: ${'x'.repeat(20_000)}\n\n`);
  assert.match(long, /^HTTP\/1\.1 431 /);
});
