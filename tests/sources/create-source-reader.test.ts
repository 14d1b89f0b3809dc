import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { SourceFile, Sources } from '../../src/model/source.js';
import { createSourceReader } from '../../src/sources/create-source-reader.js';
import { readSources } from '../../src/sources/read-sources.js';
import { makeBook } from '../program/run-octavo.js';
import { defaultConfig } from '../support/default-config.js';

/** Long after every file was written, so that equal times prove equal bytes. */
const later = Date.now() + 1e9;

function open(context: TestContext) {
  const home = makeBook(context, {
    'book/content/a.md': 'A',
    'book/content/part/b.md': 'B',
    'book/content/part/map.svg': '<svg/>',
    'book/static/robots.txt': 'all',
    'theme/page.html': 'page',
  });
  const roots = { book: join(home, 'book'), theme: join(home, 'theme'), folders: defaultConfig.folders };
  const source = createSourceReader();
  const reader = {
    read: (changed: ReadonlySet<string> | null, now: number) => source.read(roots, changed, now),
  };
  return { ...roots, roots, at: (path: string) => join(roots.book, path), reader };
}

/** As data: without the way to let go of bytes. */
/** Without what only a build from a memory asks for. */
function plain({ known: _, ...sources }: Sources): object {
  const bare = ({ hash: _, ...file }: SourceFile & { readonly release?: unknown }) => {
    const { release: __, ...rest } = file;
    return rest;
  };
  return {
    ...sources,
    chapters: sources.chapters.map(bare),
    resources: sources.resources.map(bare),
    staticFiles: sources.staticFiles.map(bare),
    assets: sources.assets.map(bare),
  };
}

test('a second reading is equal to a fresh one, fingerprint included, whatever changed', (context) => {
  const { reader, roots, at } = open(context);
  const assertFresh = (changed: readonly string[] | null) => {
    const read = reader.read(changed === null ? null : new Set(changed.map(at)), later);
    const fresh = readSources(roots);
    assert.deepEqual(plain(read.value), plain(fresh.value));
    assert.deepEqual(read.diagnostics, fresh.diagnostics);
  };
  assertFresh(null);
  writeFileSync(at('content/a.md'), 'A changed');
  assertFresh(['content/a.md']);
  writeFileSync(at('static/robots.txt'), 'none');
  assertFresh(['static/robots.txt']);
  writeFileSync(at('content/c.md'), 'C');
  assertFresh(['content/c.md']);
  renameSync(at('content/part'), at('content/section'));
  assertFresh(['content/part']);
  rmSync(at('content/a.md'));
  assertFresh(['content/a.md']);
  mkdirSync(at('templates'));
  writeFileSync(at('templates/page.html'), 'own');
  assertFresh(null);
  rmSync(at('content'), { recursive: true });
  assertFresh(null);
});

test('what has not changed stays the same object', (context) => {
  const { reader, at } = open(context);
  const [a, b] = reader.read(null, later).value.chapters;
  writeFileSync(at('content/a.md'), 'A changed');
  const [changed, same] = reader.read(new Set([at('content/a.md')]), later).value.chapters;
  assert.notEqual(changed, a);
  assert.equal(same, b);
  const again = reader.read(null, later).value.chapters;
  assert.equal(again[0], changed);
});

test('a file that was just written is read again, even if nothing shows that it changed', (context) => {
  const { reader, at } = open(context);
  const path = at('content/a.md');
  const first = reader.read(null, Date.now()).value.chapters[0];
  const { atime, mtime } = statSync(path);
  writeFileSync(path, 'Z');
  utimesSync(path, atime, mtime);
  const second = reader.read(null, Date.now()).value.chapters[0];
  assert.equal(String(second?.bytes), 'Z');
  assert.notEqual(second, first);
  assert.equal(reader.read(null, Date.now()).value.chapters[0], second, 'equal bytes are the same object');
});

test('a look at what is named leaves all else unseen, files that came and went included', (context) => {
  const { reader, at } = open(context);
  reader.read(null, later);
  writeFileSync(at('content/part/b.md'), 'B changed');
  const named = reader.read(new Set([at('content/a.md'), at('content/gone.tmp')]), later);
  assert.equal(String(named.value.chapters[1]?.bytes), 'B');
  assert.equal(String(reader.read(null, later).value.chapters[1]?.bytes), 'B changed');
});
