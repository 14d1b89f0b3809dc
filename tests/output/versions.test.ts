import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { draws } from '../support/draws.js';
import { makeBook, publish, readTree, type Site, sorted, writeTree } from './site.js';

const FOREIGN: Site = { '.gitkeep': '', 'a/mine.txt': 'mine', 'c/d/mine.txt': 'mine' };

/** Paths over few names, so that files and folders of different versions get into each other's way. */
const path = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 3 })
  .chain((parts) =>
    fc.constantFrom(`${parts.join('/')}/index.html`, `${parts.join('/')}/x.css`, parts.join('/')),
  )
  .filter((made) => !Object.keys(FOREIGN).some((file) => `${file}/`.startsWith(`${made}/`)));

const site: fc.Arbitrary<Site> = fc
  .dictionary(path, fc.constantFrom('one', 'two', 'three'), { maxKeys: 12 })
  .map((files) => withoutClashes(files));

/** Leaves out files whose name is a folder of another file. */
function withoutClashes(files: Site): Site {
  const paths = Object.keys(files);
  const isFolder = (name: string) => paths.some((other) => other.startsWith(`${name}/`));
  return Object.fromEntries(Object.entries(files).filter(([name]) => !isFolder(name)));
}

for (const foreign of [{}, FOREIGN]) {
  const count = Object.keys(foreign).length;
  test(`versions published one after the other leave exactly the last one and ${count} foreign files`, (t) => {
    const book = makeBook(t);
    const destination = join(book, 'public');
    const publishAll = (versions: readonly Site[]) => {
      rmSync(destination, { recursive: true, force: true });
      writeTree(destination, foreign);
      for (const version of versions) {
        const { value, diagnostics } = publish(book, version);
        assert.deepEqual(diagnostics, []);
        assert.equal(value.written + value.unchanged, Object.keys(version).length);
        assert.deepEqual(readTree(destination), sorted({ ...version, ...foreign }));
      }
    };
    fc.assert(fc.property(fc.array(site, { minLength: 1, maxLength: 4 }), publishAll), draws(6));
  });
}
