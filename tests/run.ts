import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

/**
 * Runs every compiled `*.test.js` below this folder, or those whose path holds one of the arguments:
 * `node build/tests/run.js book/order`. (Node 20 and 22 disagree on what a folder given to `node --test` means.)
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.js'))
  .filter((path) => wanted.length === 0 || wanted.some((part) => path.includes(part)))
  .sort()
  .map((path) => join(here, path));

if (files.length === 0) {
  process.stderr.write('No test file matches.\n');
  process.exit(1);
}

// One more than there are processors, since many wait for a browser or a disk. (`true` would be one less.)
run({ files, concurrency: availableParallelism() + 1 })
  .on('test:fail', () => {
    process.exitCode = 1;
  })
  .compose(new spec())
  .pipe(process.stdout);
