import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWeights } from '../../src/search/weigh-terms.js';

/** The weight of a term that stands once in a section of so many words, in a book of `sections`. */
function weigh(words: number, sections: number): number {
  const none = {
    terms: new Uint32Array(),
    counts: new Uint16Array(),
    sizes: new Uint16Array(),
    places: new Uint8Array(),
  };
  const unit = {
    section: 0,
    isTitle: false,
    numbers: new Uint32Array(),
    words: { heading: -1, words, ...none },
  };
  return createWeights({ terms: ['ink'], units: [unit], sections })(2, words);
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
