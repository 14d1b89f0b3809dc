import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Runs every compiled `*.test.js` below this folder, or those whose path holds one of the arguments:
 * `node build/tests/run.js book/order`. (Node 20 and 22 disagree on what a folder given to `node --test` means.)
 *
 * The files of a room run one after the other in one process, which loads the program, publishes the gallery and starts
 * Chromium once for all of them. A file that counts on a process of its own is named in `alone`.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const alone: readonly string[] = ['markdown/parse/parsers.test.js'];
/** The rooms that take longest, so that none of them is left over for the end. */
const first: readonly string[] = ['browser', 'program', 'preview', 'books.test.js'];

const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.test.js'))
  .filter((path) => wanted.length === 0 || wanted.some((part) => path.includes(part)))
  .sort();

if (files.length === 0) {
  process.stderr.write('No test file matches.\n');
  process.exit(1);
}

process.env['TMPDIR'] ??= findMemoryDisk();

const groups = join(here, 'groups');
rmSync(groups, { recursive: true, force: true });
mkdirSync(groups);

// One more than there are processors, since many wait for a browser or a disk. (`true` would be one less.)
run({ files: writeGroups(files), concurrency: availableParallelism() + 1 })
  .on('test:fail', () => {
    process.exitCode = 1;
  })
  .compose(new spec())
  .pipe(process.stdout);

/** Where the tests put their books: the tests write and remove thousands, so in memory where there is room, on Linux. */
function findMemoryDisk(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (bavail * bsize > 2 ** 30) return '/dev/shm';
  } catch {
    // No such folder.
  }
  return tmpdir();
}

/** Writes a module for each room that loads its test files in order; returns their paths, the longest rooms first. */
function writeGroups(paths: readonly string[]): string[] {
  const rooms = new Map<string, string[]>();
  for (const path of paths) {
    const room = alone.includes(path) ? path : (path.split('/', 1)[0] ?? path);
    rooms.set(room, [...(rooms.get(room) ?? []), path]);
  }
  const rank = (room: string) => (first.includes(room) ? first.indexOf(room) : first.length);
  const sorted = [...rooms].sort(([one], [other]) => rank(one) - rank(other));
  return sorted.map(([room, members]) => {
    const group = join(groups, `${room.replaceAll('/', '-').replace(/\.test\.js$/, '')}.js`);
    writeFileSync(group, members.map(importLine).join(''));
    return group;
  });
}

/** A file that cannot be loaded is a failed test, and those after it run all the same. */
function importLine(path: string): string {
  const url = JSON.stringify(pathToFileURL(join(here, path)).href);
  const fail = `(await import('node:test')).test(${JSON.stringify(path)}, () => { throw error; })`;
  return `await import(${url}).catch(async (error) => ${fail});\n`;
}
