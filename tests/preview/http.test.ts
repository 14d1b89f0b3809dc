import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ask, openPreview, withoutClient } from './open-preview.js';
import { pressAfresh } from './press-afresh.js';

const files = {
  'octavo.yaml': 'title: Book\nbaseURL: https://example.org/book/\n',
  'content/one.md': '---\ntitle: One\naliases: [/old/]\n---\n\nText.\n',
  'static/film.webm': '0123456789',
  'static/empty.txt': '',
};

test('pages are those of a build, with the client at their end', async (context) => {
  const preview = await openPreview(context, files);
  const origin = `http://127.0.0.1:${preview.port}`;
  assert.equal(preview.url, `${origin}/book/`);
  const cold = await pressAfresh(preview.book, { now: Date.UTC(2026, 5, 1), baseUrl: `${origin}/book/` });
  for (const path of ['', 'one/', 'old/']) {
    const { status, headers, body } = await ask(preview, `/book/${path}`);
    assert.deepEqual([status, headers['content-type']], [200, 'text/html; charset=utf-8']);
    assert.match(
      body,
      /<script src="\/\.octavo\/preview\.js" data-revision="\w+\.\w+" data-copies="[\d-]+" defer><\/script><\/body>/,
    );
    assert.equal(withoutClient(body), cold.files.get(`${path}index.html`));
  }
  assert.doesNotMatch(cold.files.get('index.html') ?? '', /\.octavo/, 'a published page has no client');
});

test('the base path is part of every address; what is above it leads there', async (context) => {
  const preview = await openPreview(context, files);
  assert.equal((await ask(preview, '/')).headers.location, '/book/');
  assert.equal((await ask(preview, '/book')).headers.location, '/book/');
  assert.equal((await ask(preview, '/one/')).status, 404);
  const missing = await ask(preview, '/book/nowhere/');
  assert.equal(missing.status, 404);
  assert.match(missing.body, /This page is not in the book[\s\S]*preview\.js/);
});

test('a page that is not there is missed in the language of its address', async (context) => {
  const preview = await openPreview(context, { ...files, 'octavo.yaml': 'languages: {en: {}, fr: {}}\n' });
  const missed = async (path: string) => /<html lang="(\w+)"/.exec((await ask(preview, path)).body)?.[1];
  assert.deepEqual(await Promise.all(['/x/', '/fr/x/', '/fr/x', '/fr/x/y.html', '/frx'].map(missed)), [
    ...['en', 'fr', 'fr', 'fr', 'en'],
  ]);
});

test('what the browser has is not sent again; HEAD sends no body', async (context) => {
  const preview = await openPreview(context, files);
  for (const path of ['/book/one/', '/book/film.webm', '/.octavo/preview.js']) {
    const { headers, body } = await ask(preview, path);
    const tag = headers.etag ?? '';
    const again = await ask(preview, path, { 'If-None-Match': `"x", W/${tag}` });
    assert.deepEqual([again.status, again.body], [304, ''], path);
    const head = await ask(preview, path, {}, 'HEAD');
    assert.deepEqual([head.status, head.body], [200, ''], path);
    assert.equal(Number(head.headers['content-length']), Buffer.byteLength(body), path);
  }
});

test('a part of a file is sent when it is asked for', async (context) => {
  const preview = await openPreview(context, files);
  const part = async (range: string, headers: Record<string, string> = {}) => {
    const answer = await ask(preview, '/book/film.webm', { Range: range, ...headers });
    return [answer.status, answer.body, answer.headers['content-range']];
  };
  assert.deepEqual(await part('bytes=2-4'), [206, '234', 'bytes 2-4/10']);
  assert.deepEqual(await part('bytes=7-'), [206, '789', 'bytes 7-9/10']);
  assert.deepEqual(await part('bytes=-3'), [206, '789', 'bytes 7-9/10']);
  assert.deepEqual(await part('bytes=8-99'), [206, '89', 'bytes 8-9/10']);
  assert.deepEqual(await part('bytes=10-'), [416, '', 'bytes */10']);
  assert.deepEqual(await part('bytes=-0'), [416, '', 'bytes */10']);
  for (const range of ['bytes=4-2', 'bytes=a-b', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=-']) {
    assert.deepEqual(await part(range), [200, '0123456789', undefined], range);
  }
  assert.equal((await part('bytes=2-4', { 'If-Range': '"another"' }))[0], 200);
  const tag = (await ask(preview, '/book/film.webm')).headers.etag ?? '';
  assert.equal((await part('bytes=2-4', { 'If-Range': tag }))[0], 206);
  assert.equal((await ask(preview, '/book/empty.txt')).body, '');
});

test('conditions: any version, several, an old one; parts of the same version only, and of GET only', async (context) => {
  const preview = await openPreview(context, files);
  const path = '/book/film.webm';
  const tag = (await ask(preview, path)).headers.etag ?? '';
  const statusFor = async (headers: Record<string, string>, method = 'GET') =>
    (await ask(preview, path, headers, method)).status;
  for (const known of ['*', tag, `W/${tag}`, ` "a" ,${tag}, "b"`])
    assert.equal(await statusFor({ 'If-None-Match': known }), 304, known);
  for (const other of ['"x"', tag.slice(1, -1), `${tag}x`, ''])
    assert.equal(await statusFor({ 'If-None-Match': other }), 200, other);
  const range = { Range: 'bytes=2-4' };
  assert.equal(await statusFor({ ...range, 'If-None-Match': tag }), 304, 'what is known needs no part');
  assert.equal(await statusFor({ ...range, 'If-Range': `W/${tag}` }), 200, 'weak tags say nothing of bytes');
  assert.equal(await statusFor({ ...range, 'If-Range': new Date().toUTCString() }), 200, 'nor do dates');
  assert.equal(await statusFor({ Range: 'Bytes=2-4' }), 206, 'the case of a unit does not matter');
  assert.equal(await statusFor(range, 'HEAD'), 200);
  assert.equal(await statusFor({ Range: 'bytes=99999999999999999999-' }), 416);
  assert.equal(await statusFor({ 'If-None-Match': tag }, 'HEAD'), 304);
  writeFileSync(join(preview.book, 'static/film.webm'), 'other bytes');
  assert.equal(
    await statusFor({ ...range, 'If-Range': tag }),
    200,
    'a part of what was replaced is of no use',
  );
  assert.equal(await statusFor({ 'If-None-Match': tag }), 200);
  assert.equal((await ask(preview, '/book/nowhere/', { 'If-None-Match': '*' })).status, 404);
});

test('the base is completed, and keeps the query', async (context) => {
  const preview = await openPreview(context, files);
  for (const path of ['/', '/book']) {
    const { status, headers } = await ask(preview, `${path}?q=a%20b`);
    assert.deepEqual([status, headers.location], [302, '/book/?q=a%20b'], path);
  }
});

test('types: by the extension, and bytes where that says nothing', async (context) => {
  const preview = await openPreview(context, {
    ...files,
    'static/a.SVG': '<svg/>',
    'static/LICENSE': 'free',
  });
  const typeOf = async (path: string) => (await ask(preview, path)).headers['content-type'];
  assert.equal(await typeOf('/book/a.SVG'), 'image/svg+xml');
  assert.equal(await typeOf('/book/LICENSE'), 'application/octet-stream');
  assert.equal(await typeOf('/book/film.webm'), 'video/webm');
  assert.equal((await ask(preview, '/book/LICENSE')).headers['x-content-type-options'], 'nosniff');
});
