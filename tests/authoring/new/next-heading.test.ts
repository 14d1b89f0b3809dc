import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextHeading } from '../../../src/authoring/new/next-heading.js';

test('behind a chapter comes the next number, or a piece where it has some, in its letters', () => {
  const around = ['Chapter 1', 'Chapter 1b', 'Chapter 1c', 'Chapter 2'];
  assert.equal(nextHeading('Chapter 2', around, 'either'), 'Chapter 3');
  assert.equal(nextHeading('Chapter 1', around, 'either'), 'Chapter 1b');
  assert.equal(nextHeading('Chapter 1c', around, 'either'), 'Chapter 1d');
  assert.equal(nextHeading('Chapter 1c', around, 'chapter'), 'Chapter 2');
  assert.equal(nextHeading('Chapter 2', around, 'piece'), 'Chapter 2b');
  assert.equal(nextHeading('Sura 3', ['Sura 2', 'Sura 2 B', 'Sura 3'], 'piece'), 'Sura 3 B');
  assert.equal(nextHeading('Part IV', [], 'piece'), 'Part IVb');
  assert.equal(nextHeading('Chapter 09', [], 'either'), 'Chapter 10');
  assert.equal(nextHeading('Chapter 1z', [], 'either'), 'Chapter 1za');
  assert.equal(nextHeading('Chapter 1ZA', [], 'either'), 'Chapter 1ZB');
  assert.equal(nextHeading('Chapter 1zz', [], 'either'), 'Chapter 2');
  assert.equal(nextHeading('Chapter 1b2', [], 'either'), 'Chapter 1b3');
  assert.equal(nextHeading('Chapter 1jj', [], 'either'), 'Chapter 1k');
  assert.equal(nextHeading('Title 2 Chapter 5b', [], 'either'), 'Title 2 Chapter 5c');
  assert.equal(nextHeading('Articles 3-7', [], 'either'), null);
});
