import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { after, test } from 'node:test';
import { findHugo, findOctavo } from '../../bench/tools.js';

const root = mkdtempSync(join(tmpdir(), 'octavo-bench-tools-'));
after(() => rmSync(root, { recursive: true }));

/** A program that prints its version and ends with the exit code. */
function writeCli(name: string, exitCode: number): string {
  const file = join(root, name);
  writeFileSync(file, `console.log('octavo 9.8.7'); process.exitCode = ${exitCode};`);
  return file;
}

test('Octavo is the program that tells its version, and builds the folder quietly', () => {
  const cli = writeCli('good.cjs', 0);
  const octavo = findOctavo(cli);
  assert.equal(octavo?.version, '9.8.7');
  assert.deepEqual(octavo?.build('/book'), {
    file: process.execPath,
    args: [cli, 'build', '-s', '/book', '--quiet'],
  });
});

test('what is not there, does not run or names no version is not measured', () => {
  assert.equal(findOctavo(join(root, 'missing.cjs')), null);
  assert.equal(findOctavo(writeCli('broken.cjs', 1)), null);
  assert.equal(findHugo(join(root, 'missing')), null);
});
