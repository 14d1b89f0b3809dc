import assert from 'node:assert/strict';
import type { statfsSync } from 'node:fs';
import { test } from 'node:test';
import { findSilentMount } from '../../src/preview/watch-book.js';

/** Says of each folder which file system it lies on. */
function lookIn(kinds: Readonly<Record<string, number>>): typeof statfsSync {
  const look = (folder: string) => {
    const type = kinds[folder];
    if (type === undefined)
      throw Object.assign(new Error('gone'), { code: 'ENOENT', errno: -2, syscall: 'statfs' });
    return { type };
  };
  return look as unknown as typeof statfsSync;
}

test('a mount where others write is known by its kind', { skip: process.platform !== 'linux' }, () => {
  const look = lookIn({ '/book': 0xef53, '/book/content': 0x6969, '/book/static': -11317950 });
  assert.equal(findSilentMount(['/book'], look), null);
  assert.equal(findSilentMount(['/book', '/book/content'], look), 'NFS');
  assert.equal(findSilentMount(['/book/gone', '/book/static'], look), 'CIFS', 'a number with a sign');
  assert.equal(findSilentMount(['/book/gone'], look), null);
});
