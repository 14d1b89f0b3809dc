import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = mkdtempSync(join(tmpdir(), 'octavo-bench-run-'));
after(() => rmSync(root, { recursive: true }));

/** Runs the benchmark with programs that stand in for the tools: each publishes one page, or does what `code` says. */
function bench(args: readonly string[], code: string) {
  const standIn = join(root, 'stand-in.cjs');
  const version = `if (process.argv[2] === '--version') { console.log('octavo 9.8.7'); process.exit(0); }`;
  writeFileSync(
    standIn,
    `${version}\nconst fs = require('node:fs');\nconst folder = process.argv[4];\n${code}`,
  );
  const run = fileURLToPath(new URL('../../bench/run.js', import.meta.url));
  const env = { ...process.env, OCTAVO: standIn, HUGO: join(root, 'no-hugo') };
  return spawnSync(process.execPath, [run, ...args], { env, encoding: 'utf8' });
}

test('without Hugo, Octavo is measured alone, on a book that is there, and cold builds find nothing', () => {
  const { status, stdout } = bench(
    ['--quick', '--only', 'cold', '--rounds', '2'],
    `if (!fs.existsSync(folder + '/content/part-020/chapter-01000.md')) throw new Error('no book');
     fs.mkdirSync(folder + '/public');
     fs.writeFileSync(folder + '/public/index.html', 'a page');`,
  );
  assert.match(stdout, /^No hugo .* Octavo is measured alone\.$/m);
  assert.match(stdout, /^octavo 9\.8\.7, node /m);
  assert.match(stdout, /^1,000 chapters, 8\.\d MB → octavo 1 pages, 0\.0 kB$/m);
  assert.match(stdout, /^ {2}cold build, wall +[\d.]+ m?s/m);
  assert.equal(status, 0);
});

test('a build that fails ends the benchmark with its words', () => {
  const { status, stdout } = bench(['--quick'], `console.error('out of ink'); process.exitCode = 1;`);
  assert.match(stdout, /ended with 1:\nout of ink$/m);
  assert.equal(status, 1);
});

test('wrong arguments end with the usage', () => {
  const { status, stdout } = bench(['--slow'], '');
  assert.match(stdout, /^usage: npm run bench/);
  assert.equal(status, 2);
});
