import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { after, test } from 'node:test';
import { createPrinter } from '../../src/browser-press/create-printer.js';
import type { PaperBook } from '../../src/model/paper.js';

const folder = mkdtempSync(join(tmpdir(), 'octavo-press-test-'));
after(() => rmSync(folder, { recursive: true, force: true }));
// Other tests print at the same time.
process.env['TMPDIR'] = join(folder, 'profiles');
mkdirSync(join(folder, 'profiles'));

const paper: PaperBook = {
  write: () => new TextEncoder().encode('<p>A page.</p>'),
  starts: [],
  startsOn: 'any',
  outline: [],
  facts: { title: 'A', authors: [], subject: '', language: 'en', direction: 'ltr', modified: 0, creator: '' },
  readFile: () => null,
  characters: new Map(),
  chapters: 1,
};

/** A program in the browser's place; `answer` makes the result of a command, by its method and the program's arguments. */
function standIn(name: string, answer: string): string {
  const path = join(folder, name);
  const script = `#!${process.execPath}
const { createReadStream, createWriteStream } = require('node:fs');
const to = createWriteStream(null, { fd: 4 });
const answer = ${answer};
let rest = '';
createReadStream(null, { fd: 3 }).on('data', (chunk) => {
  const parts = (rest + chunk).split('\\0');
  rest = parts.pop();
  for (const { id, method } of parts.map(JSON.parse)) {
    if (method === 'Browser.close') process.exit(0);
    const result = answer(method, process.argv);
    if (result) to.write(JSON.stringify({ id, result }) + '\\0');
  }
});
`;
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  return path;
}

async function print(browser: string) {
  const search = { variables: { OCTAVO_BROWSER: browser }, platform: 'linux', home: folder };
  const printer = createPrinter({ search, progress: null, onInterrupt: () => () => undefined });
  const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('octavo-press-')).length;
  const before = profiles();
  const { value, diagnostics } = await printer.print(paper);
  await printer.close();
  assert.equal(profiles(), before, 'no profile is left');
  assert.equal(value, null);
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

test('a browser without numbers in margins is refused with its version: pdf/old-browser', async () => {
  const browser = standIn('old', `() => ({ product: 'HeadlessChrome/130.0.1' })`);
  assert.deepEqual(await print(browser), [
    `pdf/old-browser: The browser at ${browser} has version 130, and numbers on pages need 131 or newer.`,
  ]);
});

test('a browser that ends has its last words told: pdf/browser-failed', async () => {
  const dies = `(method) => {
    if (method !== 'Page.printToPDF' && method !== 'Target.createTarget') return { product: 'Chrome/140.0' };
    process.stderr.write('out of paper\\n', () => process.exit(7));
  }`;
  assert.deepEqual(await print(standIn('dies', dies)), [
    'pdf/browser-failed: The browser failed while it printed: it ended (7): out of paper.',
  ]);
});

test('a file that is no browser at all fails as well', async () => {
  const path = join(folder, 'text');
  writeFileSync(path, '#!/bin/sh\necho "no such option" >&2\nexit 1\n', { mode: 0o755 });
  assert.deepEqual(await print(path), [
    'pdf/browser-failed: The browser failed while it printed: it ended (1): no such option.',
  ]);
});

test('where its sandbox cannot start it goes on without, and that is said: pdf/no-sandbox', async () => {
  const bare = `(method, argv) => {
    if (!argv.includes('--no-sandbox')) process.stderr.write('No usable sandbox!\\n', () => process.exit(1));
    else if (method === 'Target.createTarget') process.exit(3);
    else return { product: 'Chrome/140.0' };
  }`;
  const [first = '', second = ''] = await print(standIn('bare', bare));
  assert.match(first, /^pdf\/no-sandbox: /);
  assert.match(second, /^pdf\/browser-failed: /);
});
