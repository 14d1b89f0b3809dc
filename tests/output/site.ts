import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Outcome } from '../../src/model/diagnostic.js';
import type { PublishCounts } from '../../src/model/output.js';
import { openPublication, type PublicationOptions } from '../../src/output/open-publication.js';

/** A site, or a folder, as contents by path. */
export type Site = Readonly<Record<string, string>>;

const NOTHING: PublishCounts = { written: 0, unchanged: 0, removed: 0 };

/** An empty book in a folder of its own, which is removed after the test. */
export function makeBook(t: TestContext): string {
  const book = realpathSync(mkdtempSync(join(tmpdir(), 'octavo-output-')));
  t.after(() => rmSync(book, { recursive: true, force: true }));
  mkdirSync(join(book, 'content'));
  return book;
}

/** Publishes a site to the book's `public/`; the fingerprint of its inputs is the site itself. */
export function publish(
  book: string,
  site: Site,
  options: Partial<PublicationOptions> = {},
): Outcome<PublishCounts> {
  const opened = openPublication({ book, destination: join(book, 'public'), program: '1.0.0', ...options });
  if (opened.value === null) return { value: NOTHING, diagnostics: opened.diagnostics };
  for (const [path, content] of Object.entries(site)) opened.value.add({ path, content });
  return opened.value.commit(inputsOf(site), { pages: Object.keys(site).length });
}

/** What `publish` gives as the fingerprint of a site's inputs. */
export function inputsOf(site: Site): string {
  return JSON.stringify(Object.entries(site).sort());
}

/** Writes files as anybody could. */
export function writeTree(folder: string, files: Site): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/**
 * All files below a folder except the manifest, `path/` for each empty folder, `-> target` for each link;
 * nothing when it is absent.
 */
export function readTree(folder: string): Site {
  const entries = listTree(folder).filter(([path]) => path !== '.octavo/manifest.json');
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function listTree(folder: string, prefix = ''): [string, string][] {
  return readFolder(join(folder, prefix)).flatMap((entry): [string, string][] => {
    const path = prefix + entry.name;
    if (entry.isSymbolicLink()) return [[path, `-> ${readlinkSync(join(folder, path))}`]];
    if (!entry.isDirectory()) return [[path, readFileSync(join(folder, path), 'utf8')]];
    const below = listTree(folder, `${path}/`);
    return below.length > 0 ? below : [[`${path}/`, '']];
  });
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The codes of an outcome's diagnostics, in order. */
export function codesOf(outcome: Outcome<unknown>): readonly string[] {
  return outcome.diagnostics.map(({ code }) => code);
}

/** A site in the same order of paths as `readTree`. */
export function sorted(site: Site): Site {
  return Object.fromEntries(Object.entries(site).sort(([a], [b]) => (a < b ? -1 : 1)));
}
