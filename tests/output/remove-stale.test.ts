import assert from 'node:assert/strict';
import { linkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { realDisk } from '../../src/output/disk.js';
import { removeStale } from '../../src/output/remove-stale.js';
import { makeBook, readTree, writeTree } from './site.js';

test('where case is ignored, the old name of a kept file is left alone', (t) => {
  const folder = join(makeBook(t), 'public');
  writeTree(folder, { 'part/index.html': 'kept', 'OTHER.html': 'stale', 'other.html': 'kept' });
  // Two names of one file are what such a system shows.
  linkSync(join(folder, 'part/index.html'), join(folder, 'Part.html'));
  linkSync(join(folder, 'Part.html'), join(folder, 'part.html'));
  const removed = removeStale(realDisk, folder, ['OTHER.html', 'Part.html'], ['other.html', 'part.html']);
  assert.equal(removed, 1);
  assert.deepEqual(Object.keys(readTree(folder)), [
    'Part.html',
    'other.html',
    'part.html',
    'part/index.html',
  ]);
});

test('what became a folder or a link since is not what we wrote', (t) => {
  const folder = join(makeBook(t), 'public');
  writeTree(folder, { 'a.html/mine.txt': 'mine', 'b/b.html': 'ours' });
  assert.equal(removeStale(realDisk, folder, ['a.html', 'b/b.html', 'gone/c.html'], []), 1);
  assert.deepEqual(readTree(folder), { 'a.html/mine.txt': 'mine' });
});
