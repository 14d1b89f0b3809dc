import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchGroup } from '../../src/browser/search/match-group.js';
import type { TermEntry } from '../../src/browser/search/read-terms.js';

test('a phrase of which no record is read is found nowhere', async () => {
  const places = { sections: 3, isBare: false, isRare: false, file: 'r0', from: 0, length: 1 };
  const entries: readonly TermEntry[] = ['red', 'ink'].map((term) => ({ term, ...places }));
  const words = entries.map((entry) => ({ variants: [{ entry, worth: 1 }], files: 0 }));
  const group = {
    terms: ['red', 'ink'],
    whole: '',
    isExact: true,
    isOpen: false,
    near: null,
    words,
    wholeWord: null,
  };
  const readRecord = () => Promise.reject(new Error('it is not chosen'));
  const [findPair, frequentNumber] = [async () => null, () => 0];
  const matching = { chosen: new Set<TermEntry>(), readRecord, findPair, frequentNumber, sections: 4 };
  const { weights } = await matchGroup(group, matching);
  assert.deepEqual([...weights], [0, 0, 0, 0]);
});
