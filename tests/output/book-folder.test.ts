import assert from 'node:assert/strict';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Disk, realDisk } from '../../src/output/disk.js';
import { openPublication } from '../../src/output/open-publication.js';
import { HOME } from './failures.js';
import { codesOf, inputsOf, makeBook, publish, readTree, type Site, sorted, writeTree } from './site.js';

const SITE: Site = { 'index.html': 'home', 'a/index.html': 'a' };
const NEXT: Site = { 'index.html': 'next' };

function findReport(book: string, destination = join(book, 'public')): unknown {
  const { value } = openPublication({ book, destination, program: '1.0.0' });
  return value?.findCurrent(inputsOf(SITE))?.report ?? null;
}

test('the manifest of a site says nothing but its files', (t) => {
  const book = makeBook(t);
  publish(book, SITE);
  const manifest: unknown = JSON.parse(readFileSync(join(book, 'public/.octavo/manifest.json'), 'utf8'));
  assert.deepEqual(Object.keys(manifest ?? {}), ['version', 'files']);
  assert.deepEqual(readdirSync(join(book, 'public/.octavo')), ['manifest.json']);
});

test('a manifest that still has a report in it is taken over, and the report goes', (t) => {
  const book = makeBook(t);
  publish(book, SITE);
  rmSync(join(book, '.octavo'), { recursive: true });
  const path = join(book, 'public/.octavo/manifest.json');
  const { files } = JSON.parse(readFileSync(path, 'utf8'));
  const report = { unpublished: ['a secret'] };
  writeFileSync(
    path,
    JSON.stringify({ version: 1, program: '1.0.0', inputs: inputsOf(SITE), report, files }),
  );
  assert.equal(findReport(book), null);
  assert.deepEqual(publish(book, NEXT).value, { written: 1, unchanged: 0, removed: 1 });
  assert.deepEqual(readTree(join(book, 'public')), NEXT);
  assert.doesNotMatch(readFileSync(path, 'utf8'), /secret/);
});

test('a book that is moved with its site knows it still; another site in its place is not known', (t) => {
  const book = makeBook(t);
  publish(book, SITE);
  const moved = makeBook(t);
  rmSync(moved, { recursive: true });
  renameSync(book, moved);
  assert.deepEqual(findReport(moved), { pages: 2 });
  const other = makeBook(t);
  publish(other, NEXT);
  rmSync(join(moved, 'public'), { recursive: true });
  renameSync(join(other, 'public'), join(moved, 'public'));
  assert.equal(findReport(moved), null);
});

test('each destination has a report of its own, also one outside of the book', (t) => {
  const book = makeBook(t);
  const outside = makeBook(t);
  for (const destination of [
    join(book, 'out', 'site'),
    join(outside, 'x'.repeat(240)),
    join(book, 'public'),
  ]) {
    assert.deepEqual(publish(book, SITE, { destination }).diagnostics, []);
    assert.deepEqual(findReport(book, destination), { pages: 2 }, destination);
  }
  assert.deepEqual(readdirSync(outside).sort(), ['content', 'x'.repeat(240)]);
});

test('nothing is written, read or removed through a link in the place of the folder', (t) => {
  for (const place of ['.octavo', '.octavo/publications', HOME]) {
    const book = makeBook(t);
    const elsewhere = makeBook(t);
    writeTree(elsewhere, { 'work/precious.txt': 'mine', 'public/work/precious.txt': 'mine' });
    mkdirSync(join(book, place, '..'), { recursive: true });
    symlinkSync(elsewhere, join(book, place));
    const before = readTree(elsewhere);
    assert.deepEqual(publish(book, SITE).diagnostics, [], place);
    assert.deepEqual(readTree(join(book, 'public')), sorted(SITE));
    assert.deepEqual(readTree(elsewhere), before);
    assert.equal(findReport(book), null);
  }
});

/** A disk on which calls that concern a path fail. */
function refuse(names: readonly (keyof Disk)[], isRefused: (path: string) => boolean, code: string): Disk {
  const wrapped = names.map((name) => {
    const act = realDisk[name] as (...details: unknown[]) => unknown;
    const call = (...details: unknown[]) => {
      const path = details.map(String).find(isRefused);
      if (path === undefined) return act(...details);
      throw Object.assign(new Error(`${code}: refused, '${path}'`), { errno: -1, code, path });
    };
    return [name, call];
  });
  return { ...realDisk, ...Object.fromEntries(wrapped) };
}

test('where the book is not ours to write in, the work is done beside the destination and nothing is kept', (t) => {
  const book = makeBook(t);
  const disk = refuse(['makeFolder', 'create'], (path) => path.startsWith(join(book, '.octavo')), 'EACCES');
  for (const site of [SITE, NEXT]) {
    assert.deepEqual(publish(book, site, { disk }).diagnostics, []);
    assert.deepEqual(readTree(join(book, 'public')), sorted(site));
    assert.deepEqual(readdirSync(book).sort(), ['content', 'public']);
  }
});

for (const code of ['EXDEV', 'EBUSY']) {
  test(`a destination that is a mount (${code}) is filled and not replaced`, (t) => {
    const book = makeBook(t);
    const destination = join(book, 'public');
    mkdirSync(destination);
    const crosses = (path: string) =>
      path.startsWith(destination) && !path.startsWith(join(destination, '.octavo/'));
    const real = realDisk.rename;
    const disk: Disk = {
      ...realDisk,
      rename: (from, to) => {
        const isOverMount =
          code === 'EBUSY' ? to === destination : !from.startsWith(destination) && crosses(to);
        if (!isOverMount) return real(from, to);
        throw Object.assign(new Error(`${code}: no, '${from}'`), { errno: -1, code, path: from });
      },
    };
    for (const site of [SITE, NEXT]) {
      assert.deepEqual(publish(book, site, { disk }).diagnostics, []);
      assert.deepEqual(readTree(destination), sorted(site));
      assert.deepEqual(readdirSync(join(destination, '.octavo')), ['manifest.json']);
    }
  });
}

test('a link in the place of the work beside a destination is not followed', (t) => {
  const book = makeBook(t);
  const outside = makeBook(t);
  symlinkSync(book, join(outside, '.site.octavo'));
  assert.deepEqual(codesOf(publish(book, SITE, { destination: join(outside, 'site') })), [
    'output/link-inside',
  ]);
});
