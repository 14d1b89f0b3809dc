import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from '../../../src/model/book.js';
import type { PageView } from '../../../src/model/page-view.js';
import { createSite } from '../../../src/pages/create-site.js';
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

test('a window of the contents cuts no chapter in pieces', async () => {
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
  const viewOf = (page: Page) => page as unknown as PageView;
  const show = (listed: readonly Page[]) =>
    listPageEntries(listed, viewOf).map(({ heading, pieces }) => [
      heading,
      ...pieces.map(({ letter }) => letter),
    ]);
  assert.deepEqual(show(pages), [['Chapter 1', 'a', 'b', 'c']]);
  assert.deepEqual(show(pages.slice(1)), [['Chapter 1', 'b', 'c']]);
  assert.deepEqual(show(pages.slice(2)), [['Chapter 1c']]);
});

test('a family has a line for each title, and neighbours of one title share theirs', () => {
  const { book } = makePart('Chapter 1|X', 'Chapter 1b|Y', 'Chapter 1c|Y', 'Chapter 1d|X', 'Chapter 2|X');
  const pages = Object.values(book.pages).filter(({ kind }) => kind === 'page');
  const [first, second] = listPageEntries(pages, (page) => page as unknown as PageView);
  assert.deepEqual([first?.heading, first?.title], ['Chapter 1', '']);
  const lines = first?.lines.map(({ title, pieces }) => [title, ...pieces.map(({ mark }) => mark)]);
  assert.deepEqual(lines, [
    ['X', '1'],
    ['Y', 'b', 'c'],
    ['X', 'd'],
  ]);
  assert.deepEqual([second?.heading, second?.lines.length], ['Chapter 2', 0]);
});

test('a window is not widened for a chapter of very many pieces', async () => {
  const lines = Array.from({ length: 200 }, (_, index) => `Chapter 1${index === 0 ? '' : 'b'}|T${index}`);
  const text = await render('{{ navigation }}', lines, '/part/100');
  assert.ok(text.split(' ').length < 60, 'only the window');
});
