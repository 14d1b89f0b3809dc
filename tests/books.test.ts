import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { test } from 'node:test';
import { build } from '../src/build.js';
import { formatDiagnostic } from '../src/diagnostics/format.js';
import { readBookText } from '../src/sources/read-book-text.js';
import { repository } from './house/source-files.js';

/**
 * Every folder under `tests/books/` is a small whole book, named for the behaviour that it shows:
 *
 *     octavo.yaml, content/, …   the book
 *     flags.json                 what `build` is asked (optional): {"drafts": true}
 *     expected/findings.txt      every diagnostic as the terminal prints it; absent = there must be none
 *     expected/files.txt         every published path, without assets, search index and manifest; absent = nothing is published
 *     expected/site/…            pages whose `<main>` must be equal
 *
 * `UPDATE=1` writes the expected files anew (a page is compared once its file exists, even empty).
 * "Now" is 2026-06-01 in all of them.
 */
const books = join(repository, 'tests/books');
const update = process.env['UPDATE'] === '1';
const now = Date.UTC(2026, 5, 1);
const same = (text: string) => text;
const palette = { error: same, warning: same, strong: same, dim: same };

for (const name of readdirSync(books).sort()) {
  test(`books/${name}`, async (context) => {
    const root = join(books, name);
    const parent = mkdtempSync(join(tmpdir(), 'octavo-book-'));
    context.after(() => rmSync(parent, { recursive: true, force: true }));
    const destination = join(parent, 'public');
    const result = await build({
      root,
      destination,
      config: { now, ...readFlags(root) },
      takeOver: false,
      failOnWarnings: false,
      threads: 0,
      progress: null,
      onInterrupt: () => () => undefined,
      clock: Date.now,
      memory: false,
    });
    const linesOf = (file: string) => readBookText(root, file)?.split('\n') ?? null;
    const findings = result.diagnostics.map(
      (finding) => `${formatDiagnostic(finding, { palette, linesOf })}\n`,
    );
    compare(join(root, 'expected/findings.txt'), findings.join('\n'));
    compare(join(root, 'expected/files.txt'), listFiles(destination));
    for (const page of listPages(join(root, 'expected/site'))) {
      const html = readFileSync(join(destination, page), 'utf8');
      compare(join(root, 'expected/site', page), mainOf(html), true);
    }
  });
}

/** Equality with an expected file; an absent file expects nothing at all. */
function compare(file: string, actual: string, keep = false): void {
  if (update) {
    if (actual === '' && !keep) rmSync(file, { force: true });
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, actual);
    }
  }
  assert.equal(actual, existsSync(file) ? readFileSync(file, 'utf8') : '', file);
}

function readFlags(root: string): Record<string, unknown> {
  const file = join(root, 'flags.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function listPages(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries.filter((path) => path.endsWith('.html')).sort();
}

function listFiles(folder: string): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !/^(?:assets|search|\.octavo)\//.test(path))
    .sort()
    .map((path) => `${path}\n`)
    .join('');
}

function mainOf(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html);
  assert.ok(main, 'the page has a <main>');
  return `${main[0]}\n`;
}
