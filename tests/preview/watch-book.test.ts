import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import type { FSWatcher } from 'chokidar';
import { type WatchOptions, watchBook } from '../../src/preview/watch-book.js';

/** A watcher that does nothing until it is told to fail. */
function fakeWatcher(): {
  readonly watcher: FSWatcher;
  readonly fail: (code: string) => void;
  closed: boolean;
} {
  const emitter = new EventEmitter();
  const close = async () => {
    fake.closed = true;
  };
  const fake = {
    // All that a watch on a book uses of it: events, and its end.
    watcher: Object.assign(emitter, { close }) as unknown as FSWatcher,
    fail: (code: string) => void emitter.emit('error', Object.assign(new Error(code), { code })),
    closed: false,
  };
  return fake;
}

/** A watch of this watcher, on a disk that tells of changes. */
function watchWith({ watcher }: { readonly watcher: FSWatcher }): WatchOptions {
  return { poll: null, open: () => watcher, findSilent: () => null };
}

for (const code of ['ENOSPC', 'EMFILE']) {
  test(`without watches to be had (${code}) all is looked at every second, which is said once`, async (context) => {
    context.mock.timers.enable({ apis: ['setInterval'] });
    const fake = fakeWatcher();
    const reasons: string[] = [];
    const words: (string | null)[] = [];
    const events = {
      onWord: (path: string | null) => words.push(path),
      onReady: () => undefined,
      onPolling: (reason: string) => reasons.push(reason),
    };
    const watch = watchBook('/book', events, watchWith(fake));
    fake.fail(code);
    fake.fail(code);
    assert.deepEqual([reasons, fake.closed], [[code], true]);
    context.mock.timers.tick(3000);
    assert.deepEqual(words, [null, null, null]);
    await watch.close();
    context.mock.timers.tick(3000);
    assert.equal(words.length, 3, 'and not after the end');
  });
}

test('any other fault of the watch is a reason to look again', async () => {
  const fake = fakeWatcher();
  const words: (string | null)[] = [];
  const events = {
    onWord: (path: string | null) => words.push(path),
    onReady: () => undefined,
    onPolling: () => assert.fail('there is no need to poll'),
  };
  const watch = watchBook('/book', events, watchWith(fake));
  fake.fail('EACCES');
  assert.deepEqual(words, [null]);
  await watch.close();
});

test('only what a build reads counts, wherever the system says it happened', async () => {
  const fake = fakeWatcher();
  const words: (string | null)[] = [];
  const watch = watchBook(
    '/book',
    { onWord: (path) => words.push(path), onReady: () => undefined, onPolling: () => undefined },
    watchWith(fake),
  );
  const raw = (folder: string, name: string | null) =>
    fake.watcher.emit('raw', 'change', name as string, { watchedPath: folder });
  raw('/book', 'notes.txt');
  raw('/book', 'public');
  raw('/book', 'octavo.yaml');
  raw('/book/content/part', 'one.md');
  raw('/book/content', null);
  assert.deepEqual(words, ['/book/octavo.yaml', '/book/content/part/one.md', null]);
  await watch.close();
});

test('where no event tells of changes all is looked at, on demand or because of the mount, which is said', async (context) => {
  context.mock.timers.enable({ apis: ['setInterval'] });
  for (const [poll, kind, said, looks] of [
    [200, null, [], 10],
    [null, 'NFS', ['NFS'], 2],
    [200, 'NFS', [], 10],
  ] as const) {
    const fake = fakeWatcher();
    const reasons: string[] = [];
    const words: (string | null)[] = [];
    const events = {
      onWord: (path: string | null) => words.push(path),
      onReady: () => undefined,
      onPolling: (reason: string) => reasons.push(reason),
    };
    const watch = watchBook('/book', events, { poll, open: () => fake.watcher, findSilent: () => kind });
    watch.follow(['content']);
    watch.follow(['content']);
    context.mock.timers.tick(2000);
    assert.deepEqual([reasons, words.length], [said, looks]);
    await watch.close();
  }
});
