import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldWord } from '../../src/words/fold-word.js';

const cases: readonly (readonly [word: string, term: string])[] = [
  ['Word', 'word'],
  ['people-to-people', 'peopletopeople'],
  ["Don't", 'dont'],
  ['don’t', 'dont'],
  ['Café', 'cafe'],
  ['cafe\u0301', 'cafe'],
  ['co\u00adop', 'coop'],
  ['ﬁne', 'fine'],
  ['Ａ１', 'a1'],
  ['Straße', 'strasse'],
  ['Œuvre', 'oeuvre'],
  ['İstanbul', 'istanbul'],
  ['красный', 'красный'],
  ['Ёлка', 'елка'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['οδος', 'οδοσ'],
  ['العبّارة', 'عباره'],
  ['والفجر', 'فجر'],
  ['أحمد', 'احمد'],
  ['شَمْس', 'شمس'],
  ['ガ', 'ガ'],
  ['ｶﾞ', 'ガ'],
  ['나룻', '나룻'],
  ['हिन्दी', 'हिन्दी'],
  ['ABC'.repeat(40), 'abc'.repeat(40).slice(0, 64)],
];

test('words are folded', () => {
  for (const [word, term] of cases) assert.equal(foldWord(word), term, word);
});

test('a long word is not cut through a character', () => {
  assert.doesNotMatch(foldWord(`a${'𐐨'.repeat(40)}`), /[\ud800-\udbff]$/);
});
