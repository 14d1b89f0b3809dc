import process from 'node:process';
import { codesOf, publish, readTree, type Site } from './site.js';

/** What happened on a disk of 256 KB; see `full-disk.test.ts`. */
export interface Findings {
  readonly first: readonly string[];
  readonly tooLarge: readonly string[];
  readonly message: string;
  readonly after: Site;
  readonly next: readonly string[];
  readonly last: Site;
}

export const SMALL: Site = { 'index.html': 'home', 'a/index.html': 'a' };
export const NEXT: Site = { 'index.html': 'next' };
const LARGE: Site = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [`${index}/index.html`, 'x'.repeat(16_000)]),
);

const [mode, book = ''] = process.argv.slice(2);
if (mode === 'full') process.stdout.write(JSON.stringify(fillDisk(book)));
if (mode === 'read-only') process.stdout.write(JSON.stringify(publish(book, LARGE).diagnostics));

function fillDisk(folder: string): Findings {
  const first = codesOf(publish(folder, SMALL));
  const { diagnostics } = publish(folder, LARGE);
  const after = readTree(folder);
  const next = codesOf(publish(folder, NEXT));
  return {
    first,
    tooLarge: diagnostics.map(({ code }) => code),
    message: diagnostics[0]?.message ?? '',
    after,
    next,
    last: readTree(folder),
  };
}
