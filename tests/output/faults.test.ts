import assert from 'node:assert/strict';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openPublication } from '../../src/output/open-publication.js';
import { type FailingDisk, type Failure, failAt, KILLED } from './failing-disk.js';
import { codesOf, inputsOf, makeBook, publish, readTree, type Site, sorted, writeTree } from './site.js';

const OLD: Site = {
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
const NEW: Site = {
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
const NEXT: Site = { 'index.html': 'next home', 'part-4/index.html': 'next part' };
const FOREIGN: Site = { '.gitkeep': '', 'part-2/mine.txt': 'not yours', 'robots.txt': 'not yours either' };

/** Runs a publication of NEW once for each call it makes to the disk, which fails at that call. */
function forEachFailure(
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
  for (const lock of ['.public.octavo/lock', 'public/.octavo/lock']) {
    if (existsSync(join(book, lock))) writeFileSync(join(book, lock), '999999999 1\n');
  }
}

function prepareUpdate(t: TestContext): () => string {
  const book = makeBook(t);
  return () => {
    rmSync(join(book, 'public'), { recursive: true, force: true });
    writeTree(join(book, 'public'), FOREIGN);
    assert.deepEqual(publish(book, OLD).diagnostics, []);
    return book;
  };
}

function prepareFirst(t: TestContext): () => string {
  const book = makeBook(t);
  return () => {
    rmSync(join(book, 'public'), { recursive: true, force: true });
    return book;
  };
}

/** Every file that is there is whole: its old version, its new version, or somebody else's. */
function assertWhole(book: string): void {
  for (const [path, content] of Object.entries(readTree(join(book, 'public')))) {
    if (path.startsWith('.octavo/') || path.endsWith('/')) continue;
    const versions = [OLD[path], NEW[path], FOREIGN[path]];
    assert.ok(versions.includes(content), `${path} holds "${content}"`);
  }
  for (const path of Object.keys(FOREIGN)) assert.ok(existsSync(join(book, 'public', path)), path);
}

function assertNoWorkLeft(book: string): void {
  assert.deepEqual(
    readdirSync(book)
      .sort()
      .filter((name) => name !== 'public'),
    ['content'],
  );
  const own = join(book, 'public', '.octavo');
  if (existsSync(own)) assert.deepEqual(readdirSync(own), ['manifest.json']);
}

/** The next build publishes exactly its own site, whatever the failed one left. */
function assertHeals(book: string, site: Site, foreign: Site): void {
  pretendOwnerDied(book);
  assert.deepEqual(publish(book, site).diagnostics, []);
  assert.deepEqual(readTree(join(book, 'public')), sorted({ ...site, ...foreign }));
  assertNoWorkLeft(book);
}

const CLEANING: readonly unknown[] = ['removeTree', 'removeFolder'];

for (const failure of ['once', 'full'] as const) {
  test(`an update whose disk fails (${failure}) at any call leaves whole files and no work`, (t) => {
    forEachFailure(failure, prepareUpdate(t), (book, disk, codes) => {
      assertWhole(book);
      if (!CLEANING.includes(disk.failed())) {
        assert.deepEqual(codes, ['output/cannot-write'], String(disk.failed()));
        assertNoWorkLeft(book);
      }
      assertHeals(book, NEXT, FOREIGN);
    });
  });

  test(`a first publication whose disk fails (${failure}) at any call leaves nothing`, (t) => {
    forEachFailure(failure, prepareFirst(t), (book, disk, codes) => {
      if (codes?.length === 0) assert.deepEqual(readTree(join(book, 'public')), sorted(NEW));
      else assert.equal(existsSync(join(book, 'public')), false);
      if (!CLEANING.includes(disk.failed())) assertNoWorkLeft(book);
      assertHeals(book, NEXT, {});
    });
  });
}

test('a full disk while the site is staged leaves the published one as it was', (t) => {
  const prepare = prepareUpdate(t);
  const book = prepare();
  const before = readTree(join(book, 'public'));
  const whole = failAt(Number.POSITIVE_INFINITY, 'full');
  const { value } = openPublication({
    book,
    destination: join(book, 'public'),
    program: '1.0.0',
    disk: whole,
  });
  assert.ok(value);
  for (const [path, content] of Object.entries(NEW)) value.add({ path, content });
  const staged = whole.calls();
  value.abandon();
  assert.ok(staged > 20);
  for (let n = 1; n <= staged; n += 1) {
    assert.deepEqual(codesOf(publish(book, NEW, { disk: failAt(n, 'full') })), ['output/cannot-write']);
    assert.deepEqual(readTree(join(book, 'public')), before);
  }
});

test('an update killed at any call leaves whole files, and the next build knows what is ours', (t) => {
  for (const next of [NEXT, NEW, OLD]) {
    forEachFailure('killed', prepareUpdate(t), (book) => {
      assertWhole(book);
      assertHeals(book, next, FOREIGN);
    });
  }
});

test('a first publication killed at any call shows the whole site or nothing', (t) => {
  forEachFailure('killed', prepareFirst(t), (book) => {
    if (existsSync(join(book, 'public'))) assert.deepEqual(readTree(join(book, 'public')), sorted(NEW));
    assertHeals(book, NEXT, {});
  });
});

test('after a killed build nothing counts as current while anything is unfinished', (t) => {
  let finished = 0;
  forEachFailure('killed', prepareUpdate(t), (book) => {
    const options = { book, destination: join(book, 'public'), program: '1.0.0' };
    if (openPublication(options).value?.findCurrent(inputsOf(NEW)) === null) return;
    finished += 1;
    assert.deepEqual(readTree(join(book, 'public')), sorted({ ...NEW, ...FOREIGN }));
    assertNoWorkLeft(book);
  });
  assert.ok(finished <= 1, `${finished} calls after the last that matters`);
});

test('a build killed while it only removes does not count as current, even once its lock is gone', (t) => {
  const book = makeBook(t);
  const destination = join(book, 'public');
  for (let n = 1, failed: unknown = ''; failed !== null; n += 1) {
    rmSync(destination, { recursive: true, force: true });
    publish(book, { 'a.html': 'a', 'b.html': 'b' });
    const disk = failAt(n, 'killed');
    try {
      publish(book, { 'a.html': 'a' }, { disk });
    } catch {}
    failed = disk.failed();
    for (const name of ['lock', 'work'])
      rmSync(join(destination, '.octavo', name), { recursive: true, force: true });
    const { value } = openPublication({ book, destination, program: '1.0.0' });
    const report = value?.findReport(inputsOf({ 'a.html': 'a' }));
    if (report !== null) assert.deepEqual(readTree(destination), { 'a.html': 'a' });
  }
});
