import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * Runs the tests that draw their cases at random, with new draws: `node build/tests/soak.js [FACTOR [SEED]]`, by default
 * twenty times as many as the suite has. 1 takes about as long as they take there. With a seed, eight hexadecimal digits such as
 * those of a commit, the draws are the same each time, so that a failure can be repeated.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const [, , factor = '20', seed = ''] = process.argv;
if (!(Number(factor) > 0) || !/^[0-9a-f]{0,8}$/.test(seed)) {
  process.stderr.write('usage: soak.js [FACTOR [SEED]], a number above 0 and hexadecimal digits\n');
  process.exit(2);
}
const drawing = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.test.js'))
  .filter((path) => readFileSync(join(here, path), 'utf8').includes('/support/draws.js'));
const { status } = spawnSync(process.execPath, [join(here, 'run.js'), ...drawing], {
  env: { ...process.env, SOAK: factor, SOAK_SEED: seed },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
