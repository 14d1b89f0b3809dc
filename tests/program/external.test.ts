import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { serveAnswers } from '../web/serve-answers.js';
import { makeBook, program } from './run-octavo.js';

const run = promisify(execFile);

test('check --external names links to the web that are dead, moved or doubtful; check alone asks nobody', async (context) => {
  const { origin, requests } = await serveAnswers(context, {
    '/there': () => [200],
    '/nowhere': () => [404],
    '/old': () => [301, { location: '/there' }],
    '/p.png': () => [500],
  });
  const text = `See [one](${origin}/there), [two](${origin}/nowhere) and [three][t].\n\n![A tree](${origin}/p.png)\n\n[t]: ${origin}/old\n`;
  const book = makeBook(context, { 'content/a.md': `---\ntitle: A\n---\n\n${text}` });
  const check = async (...flags: readonly string[]) =>
    (await run(process.execPath, [program, 'check', ...flags], { cwd: book })).stdout;
  assert.equal(await check(), 'nothing found\n');
  assert.deepEqual(requests, []);
  const found: { readonly diagnostics: readonly Record<'code' | 'line' | 'message', unknown>[] } = JSON.parse(
    await check('--external', '--json'),
  );
  assert.deepEqual(
    found.diagnostics.map(({ code, line }) => `${line} ${code}`),
    ['5 link/web-not-found', '7 link/web-unclear', '9 link/web-moved'],
  );
  assert.equal(found.diagnostics[2]?.message, `${origin}/old has moved for good to ${origin}/there.`);
});
