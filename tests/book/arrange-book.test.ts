import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Book } from '../../src/model/book.js';
import { draws } from '../support/draws.js';
import { anyChapters, anyResources } from './any-chapters.js';
import { arrange, pagesOf } from './make-book.js';

/** Any book, and everything it would have written. */
const anyBook = fc
  .tuple(anyChapters, anyResources)
  .map(([chapters, resources]) => arrange(chapters, resources).value);

function outputPathsOf({ pages, redirects, resources }: Book): readonly string[] {
  return [...Object.values(pages), ...redirects, ...resources].map(({ outputPath }) => outputPath);
}

function urlsOf({ pages, resources }: Book): readonly string[] {
  return [
    ...Object.values(pages).flatMap(({ url, aliases }) => [url, ...aliases]),
    ...resources.map(({ url }) => url),
  ];
}

test('nothing is ever written outside the root, whatever chapters say', () => {
  fc.assert(
    fc.property(anyBook, (book) => {
      for (const path of outputPathsOf(book)) {
        const names = path.split('/');
        assert.ok(!names.some((name) => name === '' || name === '.' || name === '..'), path);
        assert.doesNotMatch(path, /[\p{Cc}\p{Cs}\\]/u);
      }
    }),
    { ...draws(60), examples: [[arrange([], ['./a.png']).value]] },
  );
});

test('every url is a path below the root that a browser takes as it stands', () => {
  fc.assert(
    fc.property(anyBook, (book) => {
      for (const url of urlsOf(book)) {
        assert.match(url, /^\/(?!\/)[\w.~+@%$&,:;=[\]/-]*$/);
        assert.equal(new URL(url, 'https://x.org').pathname, url);
      }
    }),
    draws(60),
  );
});

test('every url leads to the file that was written for it', () => {
  fc.assert(
    fc.property(anyBook, ({ pages, resources }) => {
      for (const { url, outputPath } of [...Object.values(pages), ...resources]) {
        const path = decodeURIComponent(url).slice(1);
        assert.ok([path, `${path}index.html`].includes(outputPath), `${url} ${outputPath}`);
      }
    }),
    draws(60),
  );
});

test('no two files are one on a disk that ignores case and Unicode form', () => {
  fc.assert(
    fc.property(anyBook, (book) => {
      const folded = outputPathsOf(book).map((path) => path.toLowerCase().normalize('NFC'));
      assert.equal(new Set(folded).size, folded.length);
    }),
    draws(60),
  );
});

test('previous and next make one chain through the reading order, and the tree agrees with it', () => {
  fc.assert(
    fc.property(anyBook, (book) => {
      const pages = pagesOf(book);
      assert.equal(pages.length, Object.keys(book.pages).length);
      pages.forEach((page, index) => {
        assert.equal(page.previous, book.order[index - 1] ?? null);
        assert.equal(page.next, book.order[index + 1] ?? null);
      });
      const walk = (key: string): readonly string[] => [
        key,
        ...(book.pages[key]?.children ?? []).flatMap(walk),
      ];
      assert.deepEqual(walk('/'), book.order);
      for (const { key, parent } of pages.slice(1))
        assert.ok(book.pages[parent ?? '']?.children.includes(key));
    }),
    draws(60),
  );
});

test('the order of the input does not matter', () => {
  const shuffled = anyChapters.chain((chapters) =>
    fc.tuple(
      fc.constant(chapters),
      fc.shuffledSubarray(chapters, { minLength: chapters.length }),
      anyResources,
    ),
  );
  fc.assert(
    fc.property(shuffled, ([chapters, others, resources]) => {
      assert.deepEqual(arrange(others, resources.toReversed()), arrange(chapters, resources));
    }),
    draws(60),
  );
});

test('every chapter is a page, or held back, or reported', () => {
  fc.assert(
    fc.property(anyChapters, (chapters) => {
      const { value, diagnostics } = arrange(chapters);
      const accounted = new Set([
        ...Object.values(value.pages).map(({ source }) => source),
        ...value.unpublished.map(({ source }) => source),
        ...diagnostics.map(({ file }) => file?.slice('content/'.length)),
      ]);
      for (const { path } of chapters) assert.ok(accounted.has(path), path);
    }),
    draws(60),
  );
});
