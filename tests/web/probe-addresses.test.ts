import assert from 'node:assert/strict';
import { test } from 'node:test';
import { probeAddresses } from '../../src/web/probe-addresses.js';
import { serveAnswers } from './serve-answers.js';

const limits = { patience: 2000, hosts: 4 };

test('what the web says of an address', async (context) => {
  const { origin, requests } = await serveAnswers(context, {
    '/there': () => [200],
    '/get-only': ({ method }) => [method === 'HEAD' ? 405 : 200],
    '/gone': () => [410],
    '/nowhere': () => [404],
    '/locked': () => [403],
    '/broken': () => [500],
    '/old': () => [301, { location: '/older' }],
    '/older': () => [308, { location: '/there' }],
    '/today': () => [302, { location: '/there' }],
    '/lost': () => [301, { location: '/nowhere' }],
    '/circle': () => [302, { location: '/circle' }],
    '/inside': () => [302, { location: 'file:///etc/passwd' }],
  });
  const at = (path: string) => `${origin}${path}`;
  const paths = 'there#part there get-only gone nowhere locked broken old today lost circle inside'.split(
    ' ',
  );
  const answers = await probeAddresses([...paths.map((path) => at(`/${path}`)), 'http://['], limits);
  const said = Object.fromEntries(
    [...answers].map(([url, answer]) => [url.replace(`${origin}/`, ''), answer]),
  );
  assert.deepEqual(said, {
    'there#part': { kind: 'fine' },
    there: { kind: 'fine' },
    'get-only': { kind: 'fine' },
    gone: { kind: 'missing', reason: 'the server answers 410' },
    nowhere: { kind: 'missing', reason: 'the server answers 404' },
    locked: { kind: 'unclear', reason: 'the server answers 403' },
    broken: { kind: 'unclear', reason: 'the server answers 500' },
    old: { kind: 'moved', to: at('/there') },
    today: { kind: 'fine' },
    lost: { kind: 'missing', reason: 'the server answers 404' },
    circle: { kind: 'unclear', reason: 'it redirects more than 10 times' },
    inside: { kind: 'unclear', reason: 'it redirects to file:///etc/passwd' },
    'http://[': { kind: 'missing', reason: 'it is no valid address' },
  });
  const asked = requests.filter((line) => / \/(?:there|get-only)$/.test(line)).slice(0, 3);
  assert.deepEqual(
    asked,
    ['HEAD /there', 'HEAD /get-only', 'GET /get-only'],
    'HEAD first, and no address twice',
  );
});

test('a server that is busy is asked again after the time it names', async (context) => {
  let asked = 0;
  const { origin } = await serveAnswers(context, {
    '/busy': ({ method }) => {
      asked += method === 'GET' ? 1 : 0;
      return asked > 1 || (asked === 1 && method === 'HEAD') ? [200] : [429, { 'retry-after': '0' }];
    },
    '/always': () => [503, { 'retry-after': '3600' }],
  });
  const answers = await probeAddresses([`${origin}/busy`, `${origin}/always`], limits);
  assert.deepEqual(
    [...answers.values()],
    [{ kind: 'fine' }, { kind: 'unclear', reason: 'the server answers 503' }],
  );
});

test('one host gets one request at a time, several hosts are asked at once', async (context) => {
  const pages = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`/${index}`, (): readonly [number] => [200]]),
  );
  const { origin, requests, busiest } = await serveAnswers(context, pages);
  const port = new URL(origin).port;
  const one = Object.keys(pages).map((path) => `${origin}${path}`);
  const told: number[] = [];
  await probeAddresses(one, limits, (done, total) => told.push(done, total));
  assert.equal(busiest(), 1);
  assert.equal(requests.length, 12);
  assert.deepEqual(told.slice(-2), [12, 12]);
  const two = one.map((url) => url.replace('127.0.0.1', 'localhost').replace(/:\d+/, `:${port}`));
  await probeAddresses([...one, ...two], limits);
  assert.ok(busiest() <= 2, 'two names, two requests at most');
});

test('no answer, and a closed door, are unclear', async (context) => {
  const { origin } = await serveAnswers(context, {});
  const answers = await probeAddresses([`${origin}/silent`, 'http://127.0.0.1:9/'], {
    patience: 100,
    hosts: 2,
  });
  assert.deepEqual(
    [...answers.values()].map(({ kind }) => kind),
    ['unclear', 'unclear'],
  );
  assert.deepEqual(answers.get(`${origin}/silent`), { kind: 'unclear', reason: 'no answer within 0.1 s' });
});
