import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countHeadings } from '../../../src/authoring/weights/count-headings.js';
import { readCountedHeading } from '../../../src/text/counted-heading.js';

/** Headings as they come to be, `|` between sections. */
function count(written: string): string {
  let section = 0;
  const list = written.split(',').flatMap((part) => {
    const heading = part.replace('|', '').trim();
    if (part.includes('|')) section += 1;
    const counted = readCountedHeading(heading);
    return counted === null ? [] : [{ section: String(section), counted, isParted: part.includes('^') }];
  });
  return countHeadings(list).join(', ');
}

test('pieces keep the way they are lettered: from b behind one without a letter, or from a', () => {
  for (const right of [
    'Chapter 1, Chapter 1b, Chapter 1c, Chapter 2',
    'Chapter 1a, Chapter 1b, Chapter 2a, Chapter 2b',
    'Sura 2, Sura 2 B, Sura 2 C, Sura 3',
    'Chapter 01, Chapter 01b, Chapter 02',
    'Part I, Part Ib, Part II',
    '3.1, 3.1b, 3.2',
    'Chapter 1, Chapter 1a, Chapter 1b',
    'Chapter 1, Chapter 1b, Chapter 1b2, Chapter 1bb, Chapter 1c',
    'Title 2 Chapter 1, Title 2 Chapter 1b, Title 2 Chapter 2',
    'Chapter 1 Simplified, Chapter 1b of Book 4, Chapter 2',
  ])
    assert.equal(count(right), right);
});

test('numbers and letters are set right in order, gaps and repetitions too', () => {
  assert.equal(
    count('Chapter 1, Chapter 1b, Chapter 1b, Chapter 1e, Chapter 3, Chapter 3b'),
    'Chapter 1, Chapter 1b, Chapter 1c, Chapter 1d, Chapter 2, Chapter 2b',
  );
  assert.equal(
    count('Chapter 14a, Chapter 14b, Chapter 14b, Chapter 16'),
    'Chapter 14a, Chapter 14b, Chapter 14c, Chapter 15',
  );
  assert.equal(
    count('Chapter 2, Chapter 2b, Chapter 3b'),
    'Chapter 2, Chapter 2b, Chapter 3',
    'as the others begin',
  );
  assert.equal(count('Chapter 4, Chapter 4'), 'Chapter 4, Chapter 5');
});

test('sections that count for themselves keep their first numbers, others go on', () => {
  assert.equal(
    count('Chapter 1, Chapter 2, |Chapter 1, Chapter 3, |Chapter 1, |Chapter 7, Chapter 9'),
    'Chapter 1, Chapter 2, Chapter 1, Chapter 2, Chapter 1, Chapter 7, Chapter 8',
  );
  assert.equal(
    count('Chapter 1, Chapter 2, |Chapter 2, Chapter 3'),
    'Chapter 1, Chapter 2, Chapter 3, Chapter 4',
  );
  assert.equal(
    count('Chapter 1, Chapter 2b, |Chapter 2c, |Chapter 2a'),
    'Chapter 1, Chapter 2a, Chapter 2b, Chapter 3a',
  );
  assert.equal(
    count('Chapter 1, Chapter 2, Chapter 1, Chapter 3'),
    'Chapter 1, Chapter 2, Chapter 3, Chapter 4',
  );
});

test('ranges and words are no numbers to count', () => {
  for (const heading of [
    'Articles 3-7',
    'Articles 3 – 7',
    'Chapter 2b-d',
    'Chapter 3-',
    'Introduction',
    'dark',
  ])
    assert.equal(readCountedHeading(heading), null, heading);
});
