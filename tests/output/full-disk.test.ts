import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { HOME } from './failures.js';
import { type Findings, NEXT, SMALL } from './publish-to-disk.js';
import { makeBook, type Site } from './site.js';

const PUBLISH = fileURLToPath(new URL('publish-to-disk.js', import.meta.url));
const MOUNT = 'mount -t tmpfs -o size=256k none "$2" && mkdir "$2/content"';

/** Runs a shell script in a mount namespace of its own; null, and says so, where the system allows none. */
function runWithMount(t: TestContext, book: string, script: string): unknown {
  for (const flags of ['-rm', '-m']) {
    const tried = spawnSync('unshare', [flags, 'sh', '-c', MOUNT, 'sh', '', book]);
    if (tried.status !== 0) continue;
    const shell = `${MOUNT} && ${script}`;
    const { stdout, stderr } = spawnSync(
      'unshare',
      [flags, 'sh', '-c', shell, 'sh', PUBLISH, book, process.execPath],
      { encoding: 'utf8' },
    );
    assert.notEqual(stdout, '', stderr);
    return JSON.parse(stdout);
  }
  t.diagnostic(
    'No disk can be mounted here: the faults injected in faults.test.ts stand in for a real full disk.',
  );
  return null;
}

/** What lies in the book besides its own report. */
function withoutHome(files: Site): Site {
  const kept = ['.octavo/.gitignore', `${HOME}/report.json`];
  return Object.fromEntries(Object.entries(files).filter(([path]) => !kept.includes(path)));
}

test('a disk that is really full keeps the published site, and heals', (t) => {
  const book = makeBook(t);
  const found = runWithMount(t, book, '"$3" "$1" full "$2"') as Findings | null;
  if (found === null) return;
  assert.deepEqual(found.first, []);
  assert.deepEqual(found.tooLarge, ['output/cannot-write']);
  assert.match(found.message, /at "public\/\d+\/index.html": no space left on device \(ENOSPC\)\.$/);
  const publicOf = (site: object) =>
    Object.fromEntries(Object.entries(site).map(([path, content]) => [`public/${path}`, content]));
  const manifest = 'public/.octavo/manifest.json';
  const { [manifest]: before, ...after } = found.after;
  assert.ok(before?.includes('a/index.html'));
  assert.deepEqual(withoutHome(after), { 'content/': '', ...publicOf(SMALL) });
  const { [manifest]: now, ...last } = found.last;
  assert.ok(now && !now.includes('a/index.html'));
  assert.deepEqual(found.next, []);
  assert.deepEqual(withoutHome(last), { 'content/': '', ...publicOf(NEXT) });
});

test('a disk that is read-only is one error with the path and the reason', (t) => {
  const book = makeBook(t);
  const script = 'mount -o remount,ro "$2" && "$3" "$1" read-only "$2"';
  const found = runWithMount(t, book, script) as readonly Diagnostic[] | null;
  if (found === null) return;
  assert.deepEqual(
    found.map(({ code }) => code),
    ['output/cannot-write'],
  );
  assert.match(found[0]?.message ?? '', /read-only file system \(EROFS\)\.$/);
});
