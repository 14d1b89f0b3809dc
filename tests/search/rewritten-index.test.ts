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
