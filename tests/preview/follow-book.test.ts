import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { watchBuild } from '../../src/preview/watch-build.js';
import { makeBook } from '../program/run-octavo.js';
import { ask, openPreview, until } from './open-preview.js';

const june = (day: number) => Date.UTC(2026, 5, day);
const files = {
  'octavo.yaml': 'title: Book\n',
  'content/coming.md': '---\ntitle: Coming\npublishDate: 2026-06-03\n---\n',
  'content/going.md': '---\ntitle: Going\nexpiryDate: 2026-06-03\n---\n',
};

test('the preview shows a chapter when its time comes, and another no more', async (context) => {
  let now = june(2);
  const preview = await openPreview(context, files, { clock: () => now, isNowFixed: false });
  const status = async (path: string) => (await ask(preview, path)).status;
  assert.deepEqual([await status('/coming/'), await status('/going/')], [404, 200]);
  await until(() => preview.checked.length > 0, 'all is quiet');
  now = june(4);
  await until(async () => (await status('/coming/')) === 200, 'the chapter that came due');
  assert.equal(await status('/going/'), 404);
  assert.deepEqual(preview.rebuilt.at(-1), [], 'no file has changed');
});

test('build --watch publishes a chapter when its time comes, and takes another back', async (context) => {
  let now = june(2);
  const root = makeBook(context, files);
  const counts: number[] = [];
  const stop = await watchBuild({
    build: {
      ...{ root, destination: join(root, 'public'), config: { now }, takeOver: false, failOnWarnings: false },
      ...{ threads: 0, progress: null, onInterrupt: () => () => undefined, clock: Date.now, memory: false },
    },
    clock: () => now,
    isNowFixed: false,
    poll: null,
    onBuilt: ({ published }) => counts.push(published?.counts.written ?? -1),
    onPolling: () => undefined,
    onFailure: (error) => assert.fail(String(error)),
  });
  context.after(stop);
  const isThere = (name: string) => existsSync(join(root, 'public', name, 'index.html'));
  assert.deepEqual([isThere('coming'), isThere('going'), counts.length], [false, true, 1]);
  writeFileSync(join(root, 'content/other.md'), '---\ntitle: Other\n---\n');
  await until(() => isThere('other'), 'the watch');
  // All is quiet by then: what is published next follows from the time alone.
  await setTimeout(500);
  const before = counts.length;
  now = june(4);
  await until(() => isThere('coming') && !isThere('going'), 'the next publication');
  assert.ok((counts[before] ?? 0) > 0);
});
