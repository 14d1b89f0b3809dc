import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { walkFolder } from '../../src/sources/walk.js';

/** A folder `home/root` with links in it; targets are relative to `home`. */
function makeFolder(
  t: TestContext,
  files: readonly string[],
  links: Readonly<Record<string, string>>,
): string {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'octavo-walk-')));
  t.after(() => rmSync(home, { recursive: true, force: true }));
  for (const path of files) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), path);
  }
  for (const [path, target] of Object.entries(links)) symlinkSync(join(home, target), join(home, path));
  return join(home, 'root');
}

function walk(folder: string): { paths: readonly string[]; found: readonly string[] } {
  const { value, diagnostics } = walkFolder({ folder, label: 'content', isIgnored: () => false, ignore: [] });
  return {
    paths: value.map(({ path }) => path),
    found: diagnostics.map(({ code, file, message }) => `${file} ${code} ${message}`),
  };
}

const OUTSIDE = 'source/symlink-outside This link leads out of "content/" and is not followed.';

test('links to files and folders inside are followed', (t) => {
  const folder = makeFolder(t, ['root/a.md', 'root/part/b.md'], {
    'root/copy.md': 'root/a.md',
    'root/again': 'root/part',
  });
  assert.deepEqual(walk(folder), { paths: ['a.md', 'again/b.md', 'copy.md', 'part/b.md'], found: [] });
});

test('links that leave the folder are named and not followed, however they do it', (t) => {
  const folder = makeFolder(t, ['root/a.md', 'root-2/b.md', 'other/c.md'], {
    'root/1.md': 'other/c.md',
    'root/2': 'other',
    'root/3': 'root-2',
    'root/4': '.',
    'other/back': 'root',
    'root/5.md': 'root/4/other/c.md',
    'root/6.md': 'other/back/a.md',
  });
  assert.deepEqual(walk(folder), {
    paths: ['6.md', 'a.md'],
    found: ['1.md', '2', '3', '4', '5.md'].map((name) => `content/${name} ${OUTSIDE}`),
  });
});

test('links that go round in a circle come to an end', (t) => {
  const folder = makeFolder(t, ['root/a/x.md', 'root/b/y.md'], {
    'root/self': 'root',
    'root/a/up': 'root/a',
    'root/a/b': 'root/b',
    'root/b/a': 'root/a',
  });
  assert.deepEqual(walk(folder), { paths: ['a/b/y.md', 'a/x.md', 'b/a/x.md', 'b/y.md'], found: [] });
});

test('a link to nowhere and one to itself are named', (t) => {
  const folder = makeFolder(t, ['root/a.md'], { 'root/gone.md': 'gone.md', 'root/me': 'root/me' });
  assert.deepEqual(walk(folder), {
    paths: ['a.md'],
    found: [
      'content/gone.md source/unreadable This cannot be read: no such file or directory (ENOENT).',
      'content/me source/unreadable This cannot be read: too many symbolic links encountered (ELOOP).',
    ],
  });
});

test('the folder itself may be a link', (t) => {
  const folder = makeFolder(t, ['root/a.md'], { link: 'root' });
  assert.deepEqual(walk(join(folder, '../link')), { paths: ['a.md'], found: [] });
});

test('pipes are no files', (t) => {
  const folder = makeFolder(t, ['root/a.md'], {});
  execFileSync('mkfifo', [join(folder, 'pipe.md')]);
  assert.deepEqual(walk(folder), { paths: ['a.md'], found: [] });
});

test('a file where a folder should be is named', (t) => {
  const folder = makeFolder(t, ['root/a.md'], {});
  assert.deepEqual(walk(join(folder, 'a.md')).found, [
    'content source/unreadable This cannot be read: not a directory (ENOTDIR).',
  ]);
});
