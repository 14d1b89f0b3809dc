import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWordTable, hashOf } from '../../src/words/word-table.js';

const unitsOf = (text: string) => Uint16Array.from(text, (character) => character.charCodeAt(0));

test('words are found among thousands, and others are not', () => {
  const table = createWordTable();
  for (let number = 0; number < 20_000; number += 1) {
    const units = unitsOf(`<w${number}>`);
    assert.equal(table.find(units, 1, units.length - 1, hashOf(units, 1, units.length - 1)), -1);
    table.enter(units, 1, units.length - 1, number);
  }
  for (let number = 0; number < 20_000; number += 1) {
    const units = unitsOf(`w${number}`);
    assert.equal(table.find(units, 0, units.length, hashOf(units, 0, units.length)), number);
  }
  for (const text of ['w', 'w1 ']) {
    const units = unitsOf(text);
    assert.equal(table.find(units, 0, units.length, hashOf(units, 0, units.length)), -1);
  }
});
