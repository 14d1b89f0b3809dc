import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Book } from '../../src/model/book.js';
import { listFound } from '../../src/search/list-found.js';
import type { SearchText } from '../../src/search/list-pages.js';
import { createIndexWriter, type SearchContext } from '../../src/search/write-index.js';
import { createWordGathering } from '../../src/words/gather-words.js';
import { makeContext } from '../pages/make-site.js';
import { draws } from '../support/draws.js';

const keys = ['/a', '/b', '/c', '/d'];

/** A book whose chapters have these titles. */
function makeBook(titles: readonly string[]): Book {
  const sketches = keys.map((key, index) => [key, { page: { title: titles[index] ?? 'Untitled' } }]);
  return makeContext(Object.fromEntries(sketches)).book;
}

const noHeadings: SearchText['headings'] = [];

/** Texts that share a vocabulary, as the chapters of a book do. */
function createTexts() {
  const { vocabulary, add, endSection } = createWordGathering();
  return (text: string): SearchText => {
    add(text, false);
    return { headings: noHeadings, excerpt: '', terms: { vocabulary, sections: [endSection(-1)] } };
  };
}

const contextOf = (book: Book, texts: SearchContext['texts']): SearchContext => ({
  found: listFound(book),
  setting: { relativeUrls: false, folder: '', stemmer: '' },
  texts,
});

const word = fc.constantFrom('river', 'stone', 'ferry', 'ledger', 'rivers', 'bank', '北岸', 'the');
const line = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const edit = fc.record({ chapter: fc.nat({ max: 3 }), text: line, title: fc.option(line) });

test('after any edits the index is what it would be if it were made for the first time', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
      const [write, read] = [createIndexWriter(), createTexts()];
      const texts = new Map<string, SearchText>();
      const titles = [...keys];
      let book = makeBook(titles);
      for (const { chapter, text, title } of edits) {
        texts.set(`${keys[chapter]?.slice(1)}.md`, read(text));
        if (title !== null) {
          titles[chapter] = title;
          book = makeBook(titles);
        }
        const context = contextOf(book, texts);
        assert.deepEqual(write(context), createIndexWriter()(context));
      }
    }),
    draws(15),
  );
});

test('while no text has changed, nothing is made', () => {
  const [write, read, book] = [createIndexWriter(), createTexts(), makeBook(keys)];
  const texts = new Map([['a.md', read('one river')]]);
  const files = write(contextOf(book, texts));
  assert.equal(write(contextOf(book, new Map(texts))), files);
  assert.equal(write(contextOf(makeBook(keys), texts)), files);
  assert.notEqual(write(contextOf(makeBook(['Another title']), texts)), files);
  texts.set('a.md', read('one river'));
  assert.notEqual(write(contextOf(book, texts)), files);
  assert.deepEqual(write(contextOf(book, texts)), files);
});

/** A thousand words, the first of them the commonest. */
const vocabulary = Array.from({ length: 1000 }, (_, at) => `w${(at * 7919).toString(36)}`);

/** A text of its own for each number, always the same. */
function tellText(chapter: number): string {
  const words = Array.from({ length: 1000 + (chapter % 50) * 11 }, (_, at) => {
    const share = (Math.imul(chapter * 1601 + at, 0x9e3779b1) >>> 8) / 2 ** 24;
    return vocabulary[Math.floor(share ** 3 * vocabulary.length)];
  });
  // Of the words that only it has there are many, so that the rare ones fill several files.
  return [...words, ...Array.from({ length: 400 }, (_, at) => `x${(chapter * 400 + at).toString(36)}`)].join(
    ' ',
  );
}

test('one more line changes the files of its words: all others keep their names', () => {
  const read = createTexts();
  const chapters = Array.from({ length: 200 }, (_, at) => [`c${at}`, tellText(at)] as const);
  const book = makeContext(Object.fromEntries(chapters.map(([name]) => [`/${name}`, { page: {} }]))).book;
  const before = new Map(chapters.map(([name, text]) => [`${name}.md`, read(text)]));
  const after = new Map(before).set('c90.md', read(`${tellText(90)} w0 w63v xylophone`));
  const [old, now] = [before, after].map((texts) => createIndexWriter()(contextOf(book, texts)));
  const names = new Set(old?.map(({ path }) => path));
  const fresh = now?.filter(({ path }) => !names.has(path)) ?? [];
  assert.ok(names.size > 60, `${names.size} files`);
  assert.ok(fresh.length > 0 && fresh.length <= 6, `${fresh.length} files are new`);
});
