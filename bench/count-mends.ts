/**
 * Counts what `text.mend` sets right in a book: `node build/bench/count-mends.js FOLDER [--show KIND [NUMBER]]`.
 *
 * 1. The book is built twice into a scratch folder, without mends and with them.
 * 2. In the text of every page the marks of each kind of extracted text are counted, before and after.
 * 3. With `--show` places of a kind (`all` for each) are printed instead, evenly drawn, for somebody to read.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { repository } from './repository.js';

/** What betrays a kind in the HTML of a page that does not mend it, and in that of one that does. */
const kinds: Readonly<Record<string, { readonly left: RegExp; readonly mended: RegExp }>> = {
  lines: { left: /\p{L}[-\u00ad][ \n]+\p{L}/gu, mended: /(?!)/g },
  numbers: {
    left: /<ol start="\d+">\n<li>(?:(?!<li>|<\/ol>)[\s\S])*?<\/li>\n<\/ol>/g,
    mended: /<p class="numbered">/g,
  },
  letters: { left: /[^>]\n\([b-h]\) /g, mended: /<br>\n\([b-h]\) /g },
  bullets: { left: /(?:^|\n|>)[ \t]*[•◦▪‣●■] /g, mended: /(?!)/g },
  verse: { left: /(?!)/g, mended: /<br>\n[^<\n]{5,59}(?=<br>|<\/p>)/g },
  notes: {
    left: /\p{L}[.!?]["”]?\d{1,3}(?= ["“]?\p{Lu}|<\/p>)/gu,
    mended: /[.!?…,]["”]?<sup>\d{1,3}<\/sup>/g,
  },
  quotes: { left: /(?<=[ \n(:])’\p{L}/gu, mended: /(?<=[ \n(:])‘\p{L}/gu },
  pages: { left: /<p>[[({]?(?:p|pg|page)\.? ?\d+[\])}]?<\/p>/gi, mended: /<p class="page-mark">/g },
  equals: { left: /(?!)/g, mended: /\n=<\/p>/g },
};

interface Build {
  readonly folder: string;
  readonly pages: readonly string[];
}

function buildBook(book: string, scratch: string, mend: boolean): Build {
  const folder = join(scratch, mend ? 'with' : 'without');
  const env = { ...process.env, OCTAVO_TEXT_MEND: String(mend), OCTAVO_SEARCH: 'false' };
  const cli = join(repository, 'dist/cli.js');
  const run = spawnSync(process.execPath, [cli, 'build', '-s', book, '-d', folder, '--quiet'], {
    env,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`The book cannot be built:\n${run.stderr.slice(0, 2000)}`);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return { folder, pages: names.filter((name) => name.endsWith('index.html')).sort() };
}

/** The text of a chapter; empty for a page without. */
function readProse({ folder }: Build, page: string): string {
  return (
    /<div class="prose">([\s\S]*?)\n<\/div>\n<\/section>/.exec(
      readFileSync(join(folder, page), 'utf8'),
    )?.[1] ?? ''
  );
}

function countAll(build: Build): ReadonlyMap<string, readonly [left: number, mended: number]> {
  const counts = new Map<string, [number, number]>(Object.keys(kinds).map((kind) => [kind, [0, 0]]));
  for (const page of build.pages) {
    const prose = readProse(build, page);
    for (const [kind, { left, mended }] of Object.entries(kinds)) {
      const count = counts.get(kind);
      if (count === undefined) continue;
      count[0] += prose.match(left)?.length ?? 0;
      count[1] += prose.match(mended)?.length ?? 0;
    }
  }
  return counts;
}

/** Prints paragraphs that differ and hold a mark of the kind, as they were and as they are. */
function show(kind: string, wanted: number, before: Build, after: Build): void {
  const rule = kinds[kind];
  if (rule === undefined) throw new Error(`Kinds are ${Object.keys(kinds).join(', ')}.`);
  const places = after.pages.flatMap((page) => {
    const old = new Set(readProse(before, page).split('\n'));
    const lines = readProse(after, page).split('\n');
    return lines.flatMap((line, at) => {
      const around = `${lines[at - 1] ?? ''}\n${line}`;
      const isHit = around.search(rule.mended) >= 0 || kind === 'lines';
      return old.has(line) || !isHit ? [] : [`${page}: ${around.slice(-400)}`];
    });
  });
  const step = Math.max(1, Math.floor(places.length / wanted));
  const drawn = places.filter((_, index) => index % step === 0).slice(0, wanted);
  process.stdout.write(`${drawn.join('\n---\n')}\n${places.length} places\n`);
}

const [folder = '.', flag, kind = '', number = '30'] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'octavo-mends-'));
try {
  const [before, after] = [false, true].map((mend) => buildBook(resolve(folder), scratch, mend)) as [
    Build,
    Build,
  ];
  if (flag === '--show') {
    for (const one of kind === 'all' ? Object.keys(kinds) : [kind]) {
      process.stdout.write(`\n== ${one}\n`);
      show(one, Number(number), before, after);
    }
  } else {
    const [old, now] = [countAll(before), countAll(after)];
    for (const name of Object.keys(kinds)) {
      const [left, mended] = [old.get(name), now.get(name)];
      process.stdout.write(
        `${name.padEnd(8)} left ${left?.[0]} → ${mended?.[0]}, mended ${left?.[1]} → ${mended?.[1]}\n`,
      );
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
