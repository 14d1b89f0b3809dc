import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Chapter } from '../../src/model/chapter.js';
import { arrange, makeChapter, makeConfig } from './make-book.js';

const shelf = [
  'a/one/_index.md',
  'a/one/1.md',
  'a/one/2.md',
  'a/two/_index.md',
  'a/two/part/_index.md',
  'a/two/part/3.md',
  'a/essay.md',
  'z.md',
];

function arrangeShelf(patterns: readonly string[], chapters: readonly Chapter[]) {
  const place = { file: 'octavo.yaml', line: 2, column: 1 };
  return arrange(chapters, [], makeConfig({}, { volumes: { patterns, place } }));
}

/** Key → key of its volume, for the pages that have one. */
function volumesOf(
  patterns: readonly string[],
  chapters: readonly Chapter[] = shelf.map((path) => makeChapter(path)),
) {
  const { value } = arrangeShelf(patterns, chapters);
  return Object.fromEntries(
    value.order.flatMap((key) => {
      const volume = value.pages[key]?.volume ?? null;
      return volume === null ? [] : [[key, volume]];
    }),
  );
}

test('a pattern makes the sections that it matches volumes, with all that lies in them', () => {
  assert.deepEqual(volumesOf(['a/*']), {
    '/a/one': '/a/one',
    '/a/one/1': '/a/one',
    '/a/one/2': '/a/one',
    '/a/two': '/a/two',
    '/a/two/part': '/a/two',
    '/a/two/part/3': '/a/two',
  });
  assert.deepEqual(volumesOf(['/a/one/']), volumesOf(['A/One']));
  assert.deepEqual(volumesOf([]), {});
});

test('a head that says volume makes one too; one inside another is a part of it', () => {
  const chapters = shelf.map((path) => makeChapter(path, path === 'a/two/_index.md' ? { volume: true } : {}));
  assert.deepEqual(Object.keys(volumesOf([], chapters)), ['/a/two', '/a/two/part', '/a/two/part/3']);
  const nested = [makeChapter('a/_index.md', { volume: true }), ...chapters];
  assert.deepEqual(new Set(Object.values(volumesOf([], nested))), new Set(['/a']));
});

test('a chapter is no volume, whatever its head or its path say', () => {
  assert.deepEqual(
    volumesOf(['z', 'a/essay'], [makeChapter('z.md', { volume: true }), makeChapter('a/essay.md')]),
    {},
  );
});

test('previous and next stay in a volume, and outside of volumes', () => {
  const { value } = arrangeShelf(
    ['a/*'],
    shelf.map((path) => makeChapter(path)),
  );
  const chain = (from: string) => {
    const keys = [];
    for (let key: string | null = from; key !== null; key = value.pages[key]?.next ?? null) keys.push(key);
    return keys;
  };
  assert.deepEqual(chain('/a/one'), ['/a/one', '/a/one/1', '/a/one/2']);
  assert.deepEqual(chain('/'), ['/', '/z', '/a', '/a/essay']);
  for (const key of value.order) {
    const next = value.pages[key]?.next ?? null;
    if (next !== null) assert.equal(value.pages[next]?.previous, key);
  }
});

test('a pattern that names no section is told, and one that would nest a volume', () => {
  const told = arrangeShelf(
    ['a/*', 'a/*/*', 'none/*'],
    shelf.map((path) => makeChapter(path)),
  ).diagnostics;
  assert.deepEqual(
    told.map(({ code, file, line }) => [code, file, line]),
    [
      ['content/nested-volume', 'octavo.yaml', 2],
      ['content/no-volume', 'octavo.yaml', 2],
    ],
  );
});
