import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type FailingDisk, type Failure, failAt, KILLED } from './failing-disk.js';
import { codesOf, makeBook, publish, readTree, type Site, sorted, writeTree } from './site.js';

export const OLD: Site = {
  'index.html': 'old home',
  'sitemap.xml': 'old map',
  'part-1/index.html': 'old part',
  'part-1/one/index.html': 'one',
  'part-1/two/index.html': 'old two',
  'part-2/index.html': 'gone, its folder stays',
  'part-5/deep/er/index.html': 'gone with its folders',
  'assets/style.1.css': 'old style',
  note: 'a file that becomes a folder',
  'shelf/book.txt': 'a folder that becomes a file',
};
export const NEW: Site = {
  'index.html': 'new home',
  'sitemap.xml': 'new map',
  'part-1/index.html': 'new part',
  'part-1/one/index.html': 'one',
  'part-1/two/index.html': 'new two, longer',
  'part-3/index.html': 'a new folder',
  'part-3/deep/er/index.html': 'new and deep',
  'assets/style.2.css': 'new style',
  'note/index.html': 'now in a folder',
  shelf: 'now a file',
};
export const NEXT: Site = { 'index.html': 'next home', 'part-4/index.html': 'next part' };
/** Where the book keeps what it knows of its `public/`. */
export const HOME = '.octavo/publications/public';
export const FOREIGN: Site = {
  '.gitkeep': '',
  'part-2/mine.txt': 'not yours',
  'robots.txt': 'not yours either',
};

/** Runs a publication of NEW once for each call it makes to the disk, which fails at that call. */
export function forEachFailure(
  failure: Failure,
  prepare: () => string,
  check: (book: string, disk: FailingDisk, codes: readonly string[] | null) => void,
): void {
  for (let n = 1; ; n += 1) {
    const book = prepare();
    const disk = failAt(n, failure);
    const codes = tryToPublish(book, disk);
    if (disk.failed() === null) {
      assert.ok(n > 20, 'the site was published in suspiciously few calls');
      return;
    }
    check(book, disk, codes);
  }
}

/** The codes of what was reported, null when the process was killed. */
function tryToPublish(book: string, disk: FailingDisk): readonly string[] | null {
  try {
    return codesOf(publish(book, NEW, { disk }));
  } catch (error) {
    assert.equal(error, KILLED);
    return null;
  }
}

/** The lock of the killed publication names this process, which lives on. */
function pretendOwnerDied(book: string): void {
  for (const lock of [`${HOME}/lock`, '.public.octavo/lock', 'public/.octavo/lock']) {
    if (existsSync(join(book, lock))) writeFileSync(join(book, lock), '999999999 1\n');
  }
}

export function prepareUpdate(t: TestContext): () => string {
  const book = makeBook(t);
  return () => {
    for (const name of ['public', '.octavo']) rmSync(join(book, name), { recursive: true, force: true });
    writeTree(join(book, 'public'), FOREIGN);
    assert.deepEqual(publish(book, OLD).diagnostics, []);
    return book;
  };
}

/** Before a first publication a destination is absent, or empty. */
export function prepareFirst(t: TestContext, state: 'absent' | 'empty'): () => string {
  const book = makeBook(t);
  return () => {
    for (const name of ['public', '.octavo']) rmSync(join(book, name), { recursive: true, force: true });
    if (state === 'empty') mkdirSync(join(book, 'public'));
    return book;
  };
}

/** Every file that is there is whole: its old version, its new version, or somebody else's. */
export function assertWhole(book: string): void {
  for (const [path, content] of Object.entries(readTree(join(book, 'public')))) {
    if (path.startsWith('.octavo/') || path.endsWith('/')) continue;
    const versions = [OLD[path], NEW[path], FOREIGN[path]];
    assert.ok(versions.includes(content), `${path} holds "${content}"`);
  }
  for (const path of Object.keys(FOREIGN)) assert.ok(existsSync(join(book, 'public', path)), path);
}

export function assertNoWorkLeft(book: string): void {
  assert.deepEqual(
    readdirSync(book)
      .sort()
      .filter((name) => name !== 'public' && name !== '.octavo'),
    ['content'],
  );
  const kept = ['.gitignore', 'publications/public/report.json', 'publications/public/report.json.new'];
  for (const path of Object.keys(readTree(join(book, '.octavo')))) assert.ok(kept.includes(path), path);
  const own = join(book, 'public', '.octavo');
  if (existsSync(own)) assert.deepEqual(readdirSync(own), ['manifest.json']);
}

/** The next build publishes exactly its own site, whatever the failed one left. */
export function assertHeals(book: string, site: Site, foreign: Site): void {
  pretendOwnerDied(book);
  assert.deepEqual(publish(book, site).diagnostics, []);
  assert.deepEqual(readTree(join(book, 'public')), sorted({ ...site, ...foreign }));
  assertNoWorkLeft(book);
}
