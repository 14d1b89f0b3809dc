import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from '../../../src/model/book.js';
import type { PageView } from '../../../src/model/page-view.js';
import { createSite } from '../../../src/pages/create-site.js';
import { createLettered } from '../../../src/pages/views/lettered.js';
import { listPageEntries } from '../../../src/pages/views/list-page-entries.js';
import { type ChapterSketch, makeContext, makeTemplates } from '../make-site.js';

/** Chapters of one part from "heading|title" lines. */
function makePart(...lines: readonly string[]) {
  const sketches = lines.map((line, index): [string, ChapterSketch] => {
    const [heading = '', title = ''] = line.split('|');
    return [`/part/${String(index).padStart(3, '0')}`, { page: { heading, title } }];
  });
  return makeContext(Object.fromEntries(sketches));
}

/** `Chapter 1: a b` for each piece, `-` for a page that is none. */
function describe(...lines: readonly string[]): readonly string[] {
  const { book } = makePart(...lines);
  const find = createLettered(book);
  return Object.values(book.pages)
    .filter(({ kind }) => kind === 'page')
    .map((page) => {
      const found = find(page);
      return found === null ? '-' : `${found.heading}: ${found.pieces.map(({ letter }) => letter).join(' ')}`;
    });
}

test('neighbours of one title whose headings differ by a letter', () => {
  const found = describe('Chapter 1|X', 'Chapter 2a|Y', 'Chapter 2b|Y', 'Chapter 2c|Y', 'Chapter 3|Z');
  assert.deepEqual(found, ['-', 'Chapter 2: a b c', 'Chapter 2: a b c', 'Chapter 2: a b c', '-']);
  assert.deepEqual(describe('Part A|Y', 'Part B|Y'), ['Part: A B', 'Part: A B']);
});

test('another title, another number, a missing letter order or one piece alone are no group', () => {
  assert.deepEqual(describe('Chapter 2a|Y', 'Chapter 2b|Z'), ['-', '-']);
  assert.deepEqual(describe('Chapter 2a|Y', 'Chapter 3b|Y'), ['-', '-']);
  assert.deepEqual(describe('Chapter 2b|Y', 'Chapter 2a|Y'), ['-', '-']);
  assert.deepEqual(describe('Chapter 2a|Y', 'Chapter 2a|Y'), ['-', '-']);
  assert.deepEqual(describe('Chapter 2a|', 'Chapter 2b|'), ['-', '-']);
  assert.deepEqual(describe('Beta|Y', 'Betb|Y'), ['-', '-']);
});

test('a group ends where the next begins', () => {
  const found = describe('Chapter 1a|Y', 'Chapter 1b|Y', 'Chapter 2a|Y', 'Chapter 2b|Y');
  assert.deepEqual(found, ['Chapter 1: a b', 'Chapter 1: a b', 'Chapter 2: a b', 'Chapter 2: a b']);
});

async function render(template: string, lines: readonly string[], key: string): Promise<string> {
  const texts = { 'page.html': template, 'section.html': template, 'home.html': template };
  const partial = { 'partials/contents.html': '{{ include "./lines.html" }}', 'partials/lines.html': LINES };
  const context = { ...makePart(...lines), templates: makeTemplates({ ...texts, ...partial }) };
  const { value: site } = createSite(context);
  const page = context.book.pages[key];
  assert.ok(page);
  const { value, diagnostics } = await site.renderPage(page, '');
  assert.deepEqual(diagnostics, []);
  return String(value.content);
}

const LINES =
  '{{ for line of list.lines }}{{ line.heading }}:{{ for piece of line.pieces }} {{ piece.letter }}{{ /for }};{{ if line.list }}{{ include "./lines.html" { list: line.list } }}{{ /if }}{{ /for }}';

test('lists have one entry for all pieces, and every piece knows them', async () => {
  const lines = ['Chapter 1|X', 'Chapter 2a|Y', 'Chapter 2b|Y'];
  const entries =
    '{{ for entry of page.entries }}[{{ entry.heading }} {{ entry.title }} {{ entry.pieces.length }}]{{ /for }}';
  assert.equal(await render(entries, lines, '/part'), '[Chapter 1 X 0][Chapter 2 Y 2]');
  const pieces = '{{ for piece of page.pieces }}{{ piece.letter }} {{ piece.page.label }},{{ /for }}';
  assert.equal(await render(pieces, lines, '/part/002'), 'a Chapter 2a · Y,b Chapter 2b · Y,');
  assert.equal(await render(pieces, lines, '/part/000'), '');
});

test('a window of the contents cuts no lettered chapter', async () => {
  const lines = Array.from({ length: 100 }, (_, index) => `Chapter ${index + 1}|T${index}`);
  for (let letter = 0; letter < 8; letter++)
    lines[20 + letter] = `Chapter 21${String.fromCharCode(97 + letter)}|Y`;
  // The window around the 40th begins at the 25th, in the middle of the eight pieces.
  const text = await render('{{ navigation }}', lines, '/part/040');
  assert.match(text, /^:;Chapter 21: a b c d e f g h;Chapter 29:;/);
});

test('a list that has only some of the pieces has one line with these; one alone keeps its letter', () => {
  const { book } = makePart('Chapter 1a|X', 'Chapter 1b|X', 'Chapter 1c|X');
  const pages = Object.values(book.pages).filter(({ kind }) => kind === 'page');
  // Entries only pass views on.
  const maker = { findLettered: createLettered(book), viewOf: (page: Page) => page as unknown as PageView };
  const show = (listed: readonly Page[]) =>
    listPageEntries(listed, maker).map(({ heading, pieces }) => [
      heading,
      ...pieces.map(({ letter }) => letter),
    ]);
  assert.deepEqual(show(pages), [['Chapter 1', 'a', 'b', 'c']]);
  assert.deepEqual(show(pages.slice(1)), [['Chapter 1', 'b', 'c']]);
  assert.deepEqual(show(pages.slice(2)), [['Chapter 1c']]);
});
