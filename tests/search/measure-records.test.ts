import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureRecords } from '../../src/search/measure-records.js';

/** The weight of a term that stands once in a section of so many words, in a book of `sections`. */
function weigh(words: number, sections: number): number {
  const unit = {
    section: 0,
    isTitle: false,
    numbers: Uint32Array.of(0),
    words: {
      heading: -1,
      words,
      terms: Uint32Array.of(0),
      counts: Uint16Array.of(2),
      sizes: Uint16Array.of(1),
      places: Uint8Array.of(0),
    },
  };
  const { steps } = measureRecords({ terms: ['ink'], units: [unit], sections });
  // A step is the distance, which is 1, times 16, plus the weight.
  return (steps[0] ?? 0) - 16;
}

test('a section as long as the average one gives its words the usual weight', () => {
  // BM25: 1 / (1 + 1.2) of 16.
  assert.equal(weigh(40, 1), 7);
  assert.equal(weigh(1, 1), 7);
});

test('in a book of sections shorter than a word on average, none counts as longer than it is', () => {
  assert.equal(weigh(1, 4), 7);
  assert.equal(weigh(0, 1), 10);
});
