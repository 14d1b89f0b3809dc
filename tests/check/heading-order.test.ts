import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SourcedPage } from '../../src/check/checked-book.js';
import { checkHeadings, checkSectionHeadings } from '../../src/check/rules/heading-order.js';

/** As much of the pages as the rule sees, named by their place. */
const pages = (headings: readonly string[], folder = 'w') =>
  headings.map((heading, index) => {
    const chapter = { file: `content/${folder}/${index + 1}.md`, places: {} };
    return { page: { heading }, chapter } as unknown as SourcedPage;
  });

const check = (...headings: readonly string[]) =>
  checkHeadings(pages(headings)).map(({ code, file }) => `${file?.slice(10)} ${code}`);

test('pieces, ranges and parts in order are right', () => {
  assert.deepEqual(check('Chapter 1', 'Chapter 1b', 'Chapter 1c', 'Chapter 2'), []);
  assert.deepEqual(check('Articles 1-2', 'Articles 3-7', 'Article 8'), []);
  assert.deepEqual(check('Part 1j', 'Part 1jj', 'Part 1k', 'Part 1k2', 'Part 1z', 'Part 1za', 'Part 2'), []);
  assert.deepEqual(check('Part 2 Day 1', 'Part 2 Day 1b', 'Part 2 Day 2'), []);
  assert.deepEqual(check('Part 1', 'Chapter 1', 'Chapter 2', 'Part 2', 'Chapter 1', 'Chapter 2'), []);
  assert.deepEqual(check('Chapter 1', 'Introduction', 'Chapter 2'), []);
});

test('what comes twice is told once, naming both; what falls is told, and what comes behind it is not', () => {
  assert.deepEqual(check('Chapter 2e', 'Chapter 2e', 'Chapter 3'), ['2.md order/duplicate-heading']);
  assert.deepEqual(check('Chapter 3', 'Chapter 2b', 'Chapter 4'), ['2.md order/heading-number']);
  assert.deepEqual(check('Articles 3-7', 'Articles 1-2'), ['2.md order/heading-number']);
  assert.deepEqual(check('Part 1b2', 'Part 1b', 'Part 1za', 'Part 1c'), [
    '2.md order/heading-number',
    '4.md order/heading-number',
  ]);
  assert.deepEqual(check('Part 1jj', 'Part 1jj'), ['2.md order/duplicate-heading']);
  const [told] = checkHeadings(pages(['Chapter 2 E', 'chapter 2e.']));
  assert.match(told?.message ?? '', /content\/w\/1\.md/);
});

test('sections that go on counting do not begin with a heading of the one before', () => {
  const sections = (...all: readonly (readonly string[])[]) =>
    checkSectionHeadings(all.map((headings, index) => pages(headings, `p${index + 1}`))).map(
      ({ file }) => file,
    );
  assert.deepEqual(sections(['Chapter 7', 'Chapter 8'], ['Chapter 8', 'Chapter 9']), ['content/p2/1.md']);
  assert.deepEqual(sections(['Chapter 1', 'Chapter 2'], ['Chapter 1', 'Chapter 2']), []);
  assert.deepEqual(sections(['Chapter 7', 'Chapter 8'], ['Chapter 9']), []);
});
