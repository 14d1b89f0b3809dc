import assert from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { createGuard } from '../../src/preview/guard-request.js';
import { listHosts } from '../../src/preview/local-hosts.js';
import { makeBook } from '../program/run-octavo.js';
import { ask, openPreview, readAll, sendRaw, until } from './open-preview.js';

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
    '/%25252e%25252e/octavo.yaml',
    '/.%2e/octavo.yaml',
    '/%2e./octavo.yaml',
    '/..;/octavo.yaml',
    '/..%00/octavo.yaml',
    '/..%0d%0aSet-Cookie:x/octavo.yaml',
    '/..%255coctavo.yaml',
    '/%e0%80%ae%e0%80%ae/octavo.yaml',
    '/%f0%80%80%ae%f0%80%80%ae/octavo.yaml',
    '/%uff0e%uff0e/octavo.yaml',
    '/%ef%bc%8e%ef%bc%8e/octavo.yaml',
    '/deep%2f..%2f..%2foctavo.yaml',
    '/deep/..%c0%af..%c0%afoctavo.yaml',
    '/C:/octavo.yaml',
    '/robots.txt%2e',
    '/robots.txt%20',
    '/robots.txt::$DATA',
    '/ROBOTS.TXT',
    '/.octavo%2f..%2f.env',
    '/.octavo/preview.js/../../.env',
  ];
  for (const path of paths) {
    const answer = await sendRaw(preview, `GET ${path} HTTP/1.1\n${host}\nConnection: close\n\n`);
    assert.match(answer, /^HTTP\/1\.1 40[04] /, path);
    assert.doesNotMatch(answer, /in the configuration|SECRET|User-agent|root:x:/, path);
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
  assert.equal((await ask(preview, '/part?x=1&y=/../z?')).headers.location, '/part/?x=1&y=/../z?');
  for (const path of [
    '//evil.com',
    '//evil.com/',
    '/%2fevil.com',
    '/\\evil.com',
    '/%5cevil.com',
    '///evil.com',
    '////evil.com/',
    '/%2f%2fevil.com',
    '/%09/evil.com',
    '/.//evil.com',
    '//part',
    '//evil.com/%2e%2e',
    '/part//evil.com',
    '/@evil.com',
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

test('a link out of the book is not followed, whether it was there before or came later', async (context) => {
  const outside = makeBook(context, { 'secret.txt': 'outside', 'chapter.md': '---\ntitle: Outside\n---\n' });
  const book = makeBook(context, files);
  symlinkSync('/etc', join(book, 'static/etc'));
  symlinkSync('/etc/passwd', join(book, 'static/passwd.txt'));
  symlinkSync(outside, join(book, 'content/out'));
  symlinkSync(join(outside, 'secret.txt'), join(book, 'content/part/secret.txt'));
  const preview = await openPreview(context, {}, { root: book });
  await until(() => preview.checked.length > 0, 'the check');
  const found = preview.checked[0]?.filter(({ code }) => code.startsWith('source/')) ?? [];
  assert.deepEqual(
    found.map(({ code, file }) => `${code} ${file}`).sort(),
    ['content/out', 'content/part/secret.txt', 'static/etc', 'static/passwd.txt'].map(
      (file) => `source/symlink-outside ${file}`,
    ),
  );
  const forbidden = ['/etc/passwd', '/passwd.txt', '/out/chapter/', '/out/secret.txt', '/part/secret.txt'];
  for (const path of forbidden) {
    const { status, body } = await ask(preview, path);
    assert.equal(status, 404, path);
    assert.doesNotMatch(body, /root:x:|outside/i, path);
  }
  assert.equal((await ask(preview, '/robots.txt')).status, 200);
  rmSync(join(book, 'static/robots.txt'));
  symlinkSync(join(outside, 'secret.txt'), join(book, 'static/robots.txt'));
  assert.equal((await ask(preview, '/robots.txt')).status, 404, 'before the watch tells of it');
});

test('a header that is too long is refused, and so are too many bytes of them', async (context) => {
  const preview = await openPreview(context, files);
  const many = Array.from({ length: 300 }, (_, at) => `X-${at}: ${'x'.repeat(80)}\n`).join('');
  for (const headers of [`X: ${'x'.repeat(20_000)}\n`, many]) {
    const answer = await sendRaw(preview, `GET / HTTP/1.1\n${host}\n${headers}\n`);
    assert.match(answer, /^HTTP\/1\.1 431 /);
  }
  const target = await sendRaw(preview, `GET /${'x'.repeat(20_000)} HTTP/1.1\n${host}\n\n`);
  assert.match(target, /^HTTP\/1\.1 431 /);
  assert.equal((await ask(preview, '/one/')).status, 200, 'others are answered');
});

test('headers that never end are given up after a while, one byte after the other or none', async (context) => {
  const limits = {
    headersTimeout: 150,
    requestTimeout: 300,
    connectionsCheckingInterval: 50,
    maxHeaderSize: 16_384,
  };
  const preview = await openPreview(context, files, { limits });
  for (const [begin, more] of [
    [`GET /one/ HTTP/1.1\n${host}\n`, 'X'],
    [`GET /one/ HTTP/1.1\n${host}\n`, ''],
    ['GET /', 'x'],
    ['', ''],
  ] as const) {
    const socket = connect(preview.port, '127.0.0.1').on('error', () => undefined);
    socket.write(begin.replaceAll('\n', '\r\n'));
    const drip = setInterval(() => socket.write(more), 20);
    const text = await readAll(socket);
    clearInterval(drip);
    assert.match(text, /^HTTP\/1\.1 408 /, begin);
  }
  assert.equal((await ask(preview, '/one/')).status, 200);
});

test('requests that are none, or hide another one, are refused', async (context) => {
  const preview = await openPreview(context, files);
  for (const text of [
    'nonsense\n\n',
    'GET /one/ HTTP/9.9\nHost: localhost\n\n',
    'GET /one/ HTTP/1.1\n\n',
    `GET /one/ HTTP/1.1\n${host}\n${host}\nTransfer-Encoding: chunked\nContent-Length: 3\n\n`,
    `GET /one/ HTTP/1.1\n${host}\nX: a\u0000b\n\n`,
  ]) {
    assert.match(await sendRaw(preview, text), /^HTTP\/1\.1 400 /, JSON.stringify(text));
  }
});

test('with --host the given name leads here, and still no other', async (context) => {
  for (const [asked, known, foreign] of [
    ['0.0.0.0', ['localhost', '127.0.0.1:1'], ['evil.com', '0.0.0.0.evil.com', 'book.test']],
    ['localhost', ['localhost', 'LOCALHOST:9'], ['localhost.evil.com', 'evil.com', '198.51.100.7']],
  ] as const) {
    const preview = await openPreview(context, files, { host: asked });
    for (const name of known)
      assert.equal((await ask(preview, '/one/', { Host: name })).status, 200, `${asked}: ${name}`);
    for (const name of foreign) {
      const { status, body } = await ask(preview, '/one/', { Host: name });
      assert.equal(status, 421, `${asked}: ${name}`);
      assert.doesNotMatch(body, /Text\./);
    }
  }
  assert.deepEqual(listHosts('Book.Test'), ['Book.Test']);
  const guard = createGuard(listHosts('Book.Test'));
  const isAnswered = (name: string) => guard({ method: 'GET', headers: { host: name } }) === null;
  assert.deepEqual(['book.test', 'BOOK.TEST:1313', 'a.book.test', 'book.test.evil.com'].map(isAnswered), [
    ...[true, true],
    ...[false, false],
  ]);
});

test('a request is answered while two thousand pages listen', async (context) => {
  const preview = await openPreview(context, files);
  const streams: Socket[] = [];
  context.after(() => streams.forEach((socket) => void socket.destroy()));
  let [listening, ended] = [0, 0];
  const listen = () => {
    const socket = connect(preview.port, '127.0.0.1').on('error', () => undefined);
    socket.write(`GET /.octavo/events?page=/one/ HTTP/1.1\r\n${host}\r\n\r\n`);
    socket.once('data', () => {
      listening += 1;
    });
    socket.once('close', () => {
      ended += 1;
    });
    streams.push(socket);
  };
  // The system keeps some hundreds waiting for their connection, and lets the others try again after seconds.
  while (streams.length < 2000) {
    for (let count = 0; count < 100; count += 1) listen();
    await until(() => listening === streams.length, 'all listen');
  }
  assert.equal((await ask(preview, '/one/')).status, 200);
  assert.equal(ended, 0, 'and all still do');
});
