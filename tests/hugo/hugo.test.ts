import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { readArchive, unpackArchive } from './archive.js';
import { books } from './books.js';
import { type Difference, findDifferences, type Observation } from './observation.js';
import { clock } from './observe-hugo.js';
import { observeOctavo } from './observe-octavo.js';

/**
 * Every folder under `books/` is a small book that shows one rule of Hugo:
 *
 *     book.txtar         its files, and above them the rule
 *     expected.json      what Hugo makes of it, written by `recompute.ts`, never by hand
 *     differences.json   where Octavo differs on purpose, and why (optional)
 *
 * What differs must be what `differences.json` says: a difference that has gone is a failure as well.
 * `UPDATE=1` writes that file anew, and leaves the reason to you.
 */
interface Excuse {
  readonly reason: string;
  readonly differences: readonly Difference[];
}

/** What may be a reason: a content rule that says so, or a decision of the manual. */
const isReason = /\b(?:content rule|decision) \d+\b/i;

const nothing: Excuse = { reason: '', differences: [] };

for (const name of readdirSync(books).sort()) {
  test(`hugo/${name}`, async (context) => {
    const read = (file: string) => readFileSync(join(books, name, file), 'utf8');
    const folder = mkdtempSync(join(tmpdir(), 'octavo-hugo-'));
    context.after(() => rmSync(folder, { recursive: true, force: true }));
    unpackArchive(readArchive(read('book.txtar')), folder);
    const expected: Observation = JSON.parse(read('expected.json'));
    const found = findDifferences(expected, await observeOctavo(folder, Date.parse(clock)));
    const file = join(books, name, 'differences.json');
    const { reason, differences }: Excuse = existsSync(file) ? JSON.parse(read('differences.json')) : nothing;
    if (process.env['UPDATE'] === '1') writeExcuse(file, { reason, differences: found });
    assert.deepEqual(found, differences);
    assert.equal(
      isReason.test(reason),
      found.length > 0,
      'a reason is given, and only where something differs',
    );
  });
}

/** Writes the differences found, under the reason that was there. */
function writeExcuse(file: string, excuse: Excuse): void {
  if (excuse.differences.length === 0) rmSync(file, { force: true });
  else writeFileSync(file, `${JSON.stringify(excuse, null, 2)}\n`);
}
