import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentFile, isMounted } from '../../src/content/content-file.js';

const mounts = [
  { folder: 'text/en', at: '' },
  { folder: 'notes', at: 'part/notes' },
];

test('a path belongs into the deepest folder that is mounted above it', () => {
  const placed = ['a.md', 'part/a.md', 'part/notes/a.md', 'part/notes.md'].map((path) =>
    contentFile(mounts, path),
  );
  assert.deepEqual(placed, ['text/en/a.md', 'text/en/part/a.md', 'notes/a.md', 'text/en/part/notes.md']);
});

test('a file is mounted if it lies below one of the folders', () => {
  const files = ['notes/a.md', 'notes.md', 'text/a.md', 'text/en/x/a.md'];
  assert.deepEqual(
    files.filter((file) => isMounted(mounts, file)),
    ['notes/a.md', 'text/en/x/a.md'],
  );
});
