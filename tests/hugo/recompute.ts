import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { readArchive } from './archive.js';
import { books } from './books.js';
import { observeHugo } from './observe-hugo.js';

/**
 * Computes the expected values of the books anew, with a Hugo of your own (0.169 made those that are committed):
 *
 *     HUGO=/usr/bin/hugo node build/tests/hugo/recompute.js [part-of-a-name]
 *
 * Read the diff before you commit it: what changes is what Hugo changed.
 */
const hugo = process.env['HUGO'] ?? 'hugo';
const wanted = process.argv[2] ?? '';

for (const name of readdirSync(books).sort()) {
  const archive = join(books, name, 'book.txtar');
  if (!name.includes(wanted) || !existsSync(archive)) continue;
  const expected = observeHugo(hugo, readArchive(readFileSync(archive, 'utf8')));
  writeFileSync(join(books, name, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
}
