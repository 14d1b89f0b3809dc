import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { frontMatterKeys } from '../../src/chapters/front-matter-keys.js';
import { commands } from '../../src/commands/run-program.js';
import { configKeys } from '../../src/config/keys.js';
import { repository } from '../house/source-files.js';

const reference = join(repository, 'content/reference/configuration.md');
/** A row of the manual's tables that begins with the name of a key. */
const row = /^\| `([\w.]+)` \|.*\|$/gm;

/** Holds the rows of a chapter against those wanted, by the name of their key; with `UPDATE=1` writes them. */
function assertRows(file: string, rows: ReadonlyMap<string, string>): void {
  const text = readFileSync(file, 'utf8');
  const wanted = text.replace(row, (found, name: string) => rows.get(name) ?? found);
  if (process.env['UPDATE'] === '1') writeFileSync(file, wanted);
  else assert.equal(text, wanted);
  const written = new Set([...text.matchAll(row)].map(([, name]) => name));
  assert.deepEqual(
    [...rows.keys()].filter((name) => !written.has(name)),
    [],
  );
}

/** A key as the manual has it. */
function printRow({ name, usual, about }: (typeof configKeys)[number]): string {
  return `| \`${name}\` |${usual === '' ? '' : ` ${usual}`} | ${about} |`;
}

/** Keys with a row of their own: other names for a key are named in its row, and what stands below `params` is free. */
const shown = configKeys.filter(({ name, sameAs }) => sameAs === null && name !== 'params');

test('the tables of the reference say what the table of keys says; UPDATE=1 writes them', () => {
  assertRows(reference, new Map(shown.map((key) => [key.name, printRow(key)])));
});

test('so does the table of the front matter', () => {
  const shownKeys = frontMatterKeys.filter(({ about }) => !about.startsWith('says "draft"'));
  const rows = shownKeys.map(({ name, about }): [string, string] => [name, `| \`${name}\` | ${about} |`]);
  assertRows(join(repository, 'content/chapters/front-matter.md'), new Map(rows));
});

test('the page of all commands has them all, with what each does', () => {
  const file = join(repository, 'content/reference/commands.md');
  const text = readFileSync(file, 'utf8');
  const summaries = new Map(commands.map(({ name, summary }) => [name, summary]));
  const line = /^(\| \[`octavo (\w+)`\]\([^)]*\) \|).*\|$/gm;
  const wanted = text.replace(line, (_, start, name) => `${start} ${summaries.get(name) ?? ''} |`);
  if (process.env['UPDATE'] === '1') writeFileSync(file, wanted);
  else assert.equal(text, wanted);
  assert.deepEqual([...text.matchAll(line)].map(([, , name]) => name).sort(), [...summaries.keys()].sort());
});

test('every other name of a key is in the reference', () => {
  const text = readFileSync(reference, 'utf8');
  const others = configKeys.filter(({ sameAs }) => sameAs !== null && sameAs !== 'staticDir');
  assert.ok(others.length > 5);
  assert.deepEqual(
    others.filter(({ name }) => !text.includes(`\`${name}\``)).map(({ name }) => name),
    [],
  );
});
