import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { program } from '../program/run-octavo.js';
import { type Archive, unpackArchive } from './archive.js';
import { faultyBook } from './faulty-book.js';

/**
 * Builds random books as they are and with faults in a third of their chapters, and compares the processor time: the shorter of two
 * builds each, from the start of the program to its end.
 *
 *     node build/tests/hugo/time-faults.js [COUNT] [SEED]
 *
 * The exit code is 1 where a book with faults takes more than twice as long.
 */
const [count = '150', seed = '1'] = process.argv.slice(2);
const LIMIT = 2;
const ROUNDS = 2;

/** Writes the processor time of a run, in microseconds, as the last line of its log. */
const tell =
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('\\n' + (user + system)); });";

const ratios = fc
  .sample(faultyBook, { numRuns: Number(count), seed: Number(seed) })
  .map(({ sound, faulty }) => {
    return measure(faulty) / measure(sound);
  });
const sorted = [...ratios].sort((a, b) => a - b);
const late = ratios.flatMap((ratio, at) => (ratio > LIMIT ? [`book ${at}: ${ratio.toFixed(2)}`] : []));
process.stdout.write(
  `${late.join('\n')}\nfaulty : sound, ${count} books of seed ${seed}: median ${at(0.5)}, nine of ten ${at(0.9)}, worst ${at(1)}\n`,
);
process.exitCode = late.length === 0 ? 0 : 1;

function at(share: number): string {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(2) ?? '';
}

/** Microseconds of processor time, the start of the program included. */
function measure(book: Archive): number {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-faults-'));
  try {
    unpackArchive(book, folder);
    const argv = [
      '--import',
      `data:text/javascript,${encodeURIComponent(tell)}`,
      program,
      'build',
      '--no-memory',
    ];
    const times = Array.from({ length: ROUNDS }, () => {
      rmSync(join(folder, 'public'), { recursive: true, force: true });
      const { status, stderr } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' });
      if (status !== 0 && status !== 1) throw new Error(stderr);
      return Number(stderr.split('\n').at(-1));
    });
    return Math.min(...times);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
