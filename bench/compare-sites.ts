import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import process from 'node:process';
import { type Measurement, measure } from './measure.js';
import { repository } from './repository.js';
import { buildHugo } from './sites/build-hugo.js';
import { compareWords } from './sites/compare-words.js';
import { prepareSite } from './sites/prepare-site.js';
import { readPages } from './sites/read-pages.js';

/**
 * Builds real Hugo sites with Hugo and with Octavo and compares what their readers get:
 *
 *     node build/bench/compare-sites.js WORK-FOLDER SITE…
 *
 * Each SITE is a folder with a Hugo site; it is copied. Hugo builds with the site's own shortcodes and render hooks and a
 * minimal layout. Prints a row of Markdown for each: pages, words, what is missing and added, order, errors, time, memory;
 * with `--worst` the pages that lack most. `HUGO` and `OCTAVO` name other programs than `hugo` and `dist/cli.js`.
 */
const hugo = process.env['HUGO'] ?? 'hugo';
const octavo = process.env['OCTAVO'] ?? join(repository, 'dist', 'cli.js');

async function compareSite(site: string, work: string, showWorst: boolean): Promise<void> {
  const folder = join(work, basename(resolve(site)));
  prepareSite(site, folder, octavo);
  const theirFolder = join(folder, 'public-hugo');
  const cache = join(work, '.hugo-cache');
  const flags = ['-s', folder, '-d', theirFolder, '--cacheDir', cache, '--logLevel', 'error', '--quiet'];
  const loud = flags.filter((flag) => flag !== '--quiet');
  const { failure, stubs } = buildHugo(hugo, loud, folder);
  const theirTime = failure ?? (await tryMeasure(hugo, flags)) ?? null;
  rmSync(join(folder, 'public'), { recursive: true, force: true });
  const built = spawnSync(process.execPath, [octavo, 'build', '-s', folder, '--json', '--take-over'], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const { published, diagnostics } = JSON.parse(built.stdout);
  const errors = diagnostics.filter(({ severity }: { severity: string }) => severity === 'error');
  rmSync(join(folder, 'public'), { recursive: true, force: true });
  rmSync(join(folder, '.octavo'), { recursive: true, force: true });
  const ourTime = await tryMeasure(process.execPath, [
    octavo,
    'build',
    '-s',
    folder,
    '--quiet',
    '--take-over',
  ]);
  const name = basename(site);
  if (typeof theirTime === 'string' || published === null) {
    const reason = typeof theirTime === 'string' ? `Hugo: ${theirTime}` : `Octavo: ${errors.length} errors`;
    process.stdout.write(`| ${name} | ${reason.replaceAll('\n', ' ').slice(0, 200)} |\n`);
    for (const { file, line, code, message } of errors.slice(0, 8))
      process.stdout.write(`    ${file}:${line} ${code} ${message}\n`);
    return;
  }
  const theirs = readPages(theirFolder, /<main data-url=[^>]*>/, /<\/main>/);
  const ours = readPages(
    join(folder, 'public'),
    /<div class="prose"[^>]*>/,
    /<footer class="page-foot"|<h2 class="list-title"|<section class="front-contents"|<p class="page-terms"|<\/main>/,
  );
  // A title that the text repeats stands above it once.
  const titles = readPages(join(folder, 'public'), /<h1 id="page:title">/, /<\/h1>/);
  const { worst, ...words } = compareWords(theirs, ours, titles);
  const lost = words.lostPages.filter(
    (address) => !existsSync(join(folder, 'public', address, 'index.html')),
  );
  const cells = [
    stubs.length === 0 ? name : `${name} (${stubs.length} stubs)`,
    theirs.size,
    lost.length,
    isSameOrder(folder, theirFolder) ? 'same' : 'differs',
    words.theirs,
    words.ours,
    words.missing,
    words.added,
    errors.length,
    ...[theirTime, ourTime].flatMap(describe),
  ];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
  if (showWorst) {
    for (const [address, count, some] of worst.slice(0, 12))
      process.stdout.write(`    ${count} ${address}: ${some}\n`);
    for (const address of lost.slice(0, 12)) process.stdout.write(`    no page: ${address}\n`);
  }
}

/** Null for a program that did its work and ended with an error, as Hugo does after one that it logs. */
async function tryMeasure(file: string, args: readonly string[]): Promise<Measurement | null> {
  try {
    return await measure({ file, args });
  } catch {
    return null;
  }
}

function describe(measured: Measurement | null): readonly string[] {
  if (measured === null) return ['–', '–'];
  const { cpuSeconds, peakBytes } = measured;
  return [(cpuSeconds ?? 0).toFixed(1), String(Math.round((peakBytes ?? 0) / 1e6))];
}

/** Whether the walk through Hugo's sections meets the pages as Octavo's list does. */
function isSameOrder(folder: string, theirFolder: string): boolean {
  const home = join(theirFolder, 'index.html');
  if (!existsSync(home)) return false;
  const html = readFileSync(home, 'utf8');
  const walk = [...html.slice(html.indexOf('data-order')).matchAll(/<li>(.*?)<\/li>/g)].map(
    ([, url = '']) => url,
  );
  const listed = spawnSync(process.execPath, [octavo, 'list', '-s', folder, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const base = /<main data-url="?([^">]*)/.exec(html)?.[1] ?? '/';
  const entries: { url: string; kind: string; lang?: string }[] = JSON.parse(listed.stdout);
  const main = entries[0]?.lang;
  const own = entries
    .filter(({ kind, lang }) => (kind === 'page' || kind === 'section') && lang === main)
    .map(({ url }) => base.replace(/\/$/, '') + url);
  return (
    walk.filter((url) => own.includes(url)).join('\n') === own.filter((url) => walk.includes(url)).join('\n')
  );
}

const [first = '', ...rest] = process.argv.slice(2).filter((word) => word !== '--worst');
if (rest.length === 0) process.stderr.write('usage: compare-sites.js WORK-FOLDER SITE… [--worst]\n');
else
  process.stdout.write(
    '| site | pages | lost | order | words, Hugo | words, Octavo | missing | added | errors | CPU s, Hugo | MB | CPU s, Octavo | MB |\n' +
      `|${' --- |'.repeat(13)}\n`,
  );
const work = resolve(first);
for (const site of rest) await compareSite(site, work, process.argv.includes('--worst'));
