import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { generateBook } from '../../bench/generate-book.js';
import { findPublished } from '../../src/browser/search/load-files.js';
import { wholeBook } from '../../src/browser/search/open-index.js';
import { publish } from '../browser/open-book.js';
import { repository } from '../house/source-files.js';
import { openFiles } from './open-files.js';

const parent = mkdtempSync(join(tmpdir(), 'octavo-first-query-'));
after(() => rmSync(parent, { recursive: true, force: true }));
const folder = join(parent, 'public');
generateBook({ chapters: 300, folder: parent });
writeFileSync(join(parent, 'octavo.yaml'), 'title: A Large Book\n');
await publish(parent, folder, { now: Date.UTC(2026, 5, 1) });

/** What a reader may have to load for a first query on 300 chapters. */
const MOST_FILES = 6;
const MOST_BYTES = 100_000;

function compressed(file: string): number {
  return gzipSync(readFileSync(file)).length;
}

const script = compressed(join(repository, 'dist/browser/theme/assets/search.js'));

test('a first query, of whatever words, loads few files and few bytes', async () => {
  for (const query of [
    'the',
    'ferry',
    'catalogue promise',
    'ferry catalogue promise',
    'first sheet off the stone',
    '"first sheet off the stone"',
    'pri',
    'f',
    'catalgoue',
    'xatalogue',
    'people-to-people',
  ]) {
    const index = openFiles((path) => readFileSync(join(folder, path)));
    const { sections } = await index.search(query, wholeBook);
    await Promise.all(sections.slice(0, 10).map(index.names.find));
    // Hosts compress scripts, and send bytes as they are.
    const records = [...index.loaded].filter((name) => /^[rtp]/.test(name));
    const texts = [...index.loaded].filter((name) => /^[en]/.test(name));
    const sizes = [
      compressed(join(folder, 'search/index.js')),
      ...texts.map((name) => compressed(join(folder, `search/${findPublished(name, index.root.files)}.js`))),
      ...records.map(
        (name) => statSync(join(folder, `search/${findPublished(name, index.root.files)}.bin`)).size,
      ),
    ];
    const bytes = sizes.reduce((sum, size) => sum + size, script);
    assert.ok(1 + sizes.length <= MOST_FILES, `${query}: ${[...index.loaded]}`);
    assert.ok(bytes <= MOST_BYTES, `${query}: ${bytes} bytes`);
  }
});
