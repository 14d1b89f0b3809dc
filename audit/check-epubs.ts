import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { makeBooks } from '../src/make-books.js';
import { repository } from '../tests/house/source-files.js';
import type { AuditTools } from './tools.js';

/** Writes the EPUBs of the manual and of every small book that makes one without an error; returns their paths. */
export async function writeEpubs(folder: string): Promise<readonly string[]> {
  const books = join(repository, 'tests/books');
  const names = readdirSync(books).filter((name) => existsSync(join(books, name, 'expected/files.txt')));
  const roots = [repository, ...names.map((name) => join(books, name))];
  const order = { parts: [], languages: [], printer: null, progress: null };
  const written: string[] = [];
  mkdirSync(folder, { recursive: true });
  for (const root of roots) {
    const { files } = await makeBooks(root, { now: Date.UTC(2026, 5, 1) }, order);
    for (const { content, language } of files) {
      const path = join(folder, `${basename(root)}${language === '' ? '' : `.${language}`}.epub`);
      writeFileSync(path, content);
      written.push(path);
    }
  }
  return written;
}

const MEMORY = 256 * 1024 * 1024;

/** What EPUBCheck says of some EPUBs, a line for each error or warning. Throws when it cannot run. */
export function checkEpubs(checker: string, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    const run = spawnSync('java', ['-jar', checker, path], { encoding: 'utf8', maxBuffer: MEMORY });
    if (run.error !== undefined) throw run.error;
    const output = run.stdout + run.stderr;
    if (!/EPUBCheck completed/.test(output)) throw new Error(`EPUBCheck gave no answer: ${output}`);
    return output.split('\n').filter((line) => /^(?:FATAL|ERROR|WARNING)\b/.test(line));
  });
}

/** The report of Ace, as far as it is read here (daisy.github.io/ace). */
interface AceReport {
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string };
    readonly assertions: readonly {
      readonly 'earl:test': { readonly 'earl:impact': string; readonly 'dct:title': string };
      readonly 'earl:result': { readonly 'dct:description': string };
    }[];
  }[];
}

/** What Ace by DAISY says of the accessibility of an EPUB, a line for each finding. Throws when it cannot run. */
export function checkAccess(
  { ace }: AuditTools,
  path: string,
  { folder, chromium }: { readonly folder: string; readonly chromium: string },
): readonly string[] {
  const output = join(folder, `${basename(path)}-ace`);
  // Ace passes no flags on, and as root Chromium wants this one.
  const browser = join(folder, 'browser.sh');
  const flag = process.getuid?.() === 0 ? '--no-sandbox' : '';
  writeFileSync(browser, `#!/bin/sh\nexec ${chromium} ${flag} "$@"\n`, { mode: 0o755 });
  const run = spawnSync(process.execPath, [ace, '--outdir', output, '--force', '--silent', path], {
    env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: browser },
    encoding: 'utf8',
    maxBuffer: MEMORY,
  });
  if (run.error !== undefined) throw run.error;
  const report: AceReport = JSON.parse(readFileSync(join(output, 'report.json'), 'utf8'));
  return report.assertions.flatMap(({ assertions, ...file }) =>
    assertions.map((found) => {
      const { 'earl:impact': impact, 'dct:title': title } = found['earl:test'];
      return `${basename(path)} ${file['earl:testSubject'].url} ${impact} ${title}: ${found['earl:result']['dct:description']}`;
    }),
  );
}
