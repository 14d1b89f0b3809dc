import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHeadingPiece } from '../../src/text/heading-piece.js';

/** Heading → base, letter, mark; null for a heading that numbers nothing. */
const shapes: readonly (readonly [heading: string, piece: string | null])[] = [
  ['Chapter 14', 'Chapter 14||14'],
  ['Chapter 14f', 'Chapter 14|f|f'],
  ['Chapter 14F', 'Chapter 14|F|F'],
  ['Chapter 14 f', 'Chapter 14|f|f'],
  ['Chapter 14f.', 'Chapter 14|f|f'],
  ['  Chapter  14f ', 'Chapter 14|f|f'],
  ['Sura 2', 'Sura 2||2'],
  ['3.2', '3.2||3.2'],
  ['3.2b', '3.2|b|b'],
  ['12', '12||12'],
  ['12b', '12|b|b'],
  ['Chapter 1a Simplified', 'Chapter 1|a|a'],
  ['Chapter 1 Simplified', 'Chapter 1||1'],
  ['Chapter 1 a new era', 'Chapter 1||1'],
  ['Chapter 2b of Book 4', 'Chapter 2|b|b'],
  ['The 1st Meeting', 'The 1||1'],
  ['Articles 3-7', 'Articles 3-7||Articles 3-7'],
  ['Articles 3–7', 'Articles 3–7||Articles 3–7'],
  ['Articles 3-', 'Articles 3||Articles 3'],
  ['Chapters 2b-2d', 'Chapters 2b-2d||Chapters 2b-2d'],
  ['Chapter 2b-d', 'Chapter 2b-d||Chapter 2b-d'],
  ['Chapter 1 - Simplified', 'Chapter 1||1'],
  ['Articles 3-7b', 'Articles 3-7b||Articles 3-7b'],
  ['Chapters 1, 2 and 3b', 'Chapters 1, 2 and 3b||Chapters 1, 2 and 3b'],
  ['Title 2 Chapter 5', 'Title 2 Chapter 5||5'],
  ['Title 2 Chapter 5b', 'Title 2 Chapter 5|b|b'],
  ['Book 1, Part 2, Section 3c', 'Book 1, Part 2, Section 3|c|c'],
  ['Letter 3b of Year 2', 'Letter 3|b|b'],
  ['Letter 4 to the 12 Towns', 'Letter 4 to the 12 Towns||Letter 4 to the 12 Towns'],
  ['Chapter 1b2', 'Chapter 1|b2|b2'],
  ['Chapter 1b2-4', 'Chapter 1b2-4||Chapter 1b2-4'],
  ['Chapter 5jj', 'Chapter 5|jj|jj'],
  ['Part 3za', 'Part 3|za|za'],
  ['Part 2iii', 'Part 2|iii|iii'],
  ['The 3rd Hour', 'The 3||3'],
  ['The 22nd Hour', 'The 22||22'],
  ['Plan A2', 'Plan A2||2'],
  ['Part IV', 'Part IV||IV'],
  ['Part IVb', 'Part IV|b|b'],
  ['Part IV b', 'Part IV|b|b'],
  ['Part VI', 'Part VI||VI'],
  ['iv', 'iv||iv'],
  ['Prologue', null],
  ['Plan B', null],
  ['Chapters', null],
  ['', null],
];

for (const [heading, wanted] of shapes) {
  test(`“${heading}” is ${wanted ?? 'no piece'}`, () => {
    const piece = readHeadingPiece(heading);
    assert.equal(piece === null ? null : `${piece.base}|${piece.letter}|${piece.mark}`, wanted);
  });
}

test('capitals, blanks and leading zeros make no other chapter', () => {
  const keys = ['Chapter 1', 'CHAPTER 1', 'chapter  01', 'Chapter 1.'].map(
    (text) => readHeadingPiece(text)?.key,
  );
  assert.deepEqual(new Set(keys), new Set(['chapter 1']));
});

test('words behind the letter belong to the piece', () => {
  const rests = ['Chapter 1a Simplified', 'Chapter 2b of Book 4', 'Chapter 1 (Simplified)', 'Chapter 1b.'];
  assert.deepEqual(
    rests.map((heading) => readHeadingPiece(heading)?.rest),
    ['Simplified', 'of Book 4', 'Simplified', ''],
  );
});
