import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createEvidenceMemory } from '../../src/line-ends/create-evidence-memory.js';
import { findForms, indexForms } from '../../src/line-ends/find-forms.js';
import { gatherEvidence } from '../../src/line-ends/gather-evidence.js';

function count(text: string, forms: readonly string[]): readonly number[] {
  const found = findForms(text, indexForms(forms));
  return forms.map((_, form) => found.filter((index) => index === form).length);
}

test('words are counted in lower case, with the hyphens inside them and without the marks beside them', () => {
  const forms = ['tide', 'tide-table', 'ebb', "captain's", 'captain', 'été', 'прилив'];
  const text = 'Tide TIDE, "tide-table" tide‐table; the captain’s ÉTÉ. (Прилив) *ebb*';
  assert.deepEqual(count(text, forms), [2, 2, 1, 1, 1, 1, 1]);
});

test('the halves of a joint are no witnesses', () => {
  assert.deepEqual(count('a tide-\ntable, a tide- table, tide-*\ntable', ['tide', 'table']), [0, 0]);
  assert.deepEqual(count('a tide - table', ['tide', 'table']), [1, 1]);
});

test('a book without joints has no evidence, and is read once', () => {
  let reads = 0;
  const read = () => {
    reads += 1;
    return 'A tide-table. It hung\nin the hall.';
  };
  assert.equal(gatherEvidence([{ key: 'a', read }], { language: 'en', joints: [] }).size, 0);
  assert.equal(reads, 1);
});

const word = fc.constantFrom(
  'tide',
  'table',
  'tidetable',
  'tide-table',
  'wheel',
  'house',
  'wheelhouse',
  'the',
  'sea—or',
);
const piece = fc.constantFrom(' ', ' ', '\n', '-\n', '- ', '—\n', ' — ', '/\n');
const body = fc.array(fc.tuple(word, piece), { maxLength: 12 }).map((parts) => parts.flat().join(''));

test('what is remembered of a book is what is gathered from it, however its chapters come and go', () => {
  const look = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), body);
  fc.assert(
    fc.property(fc.array(look, { minLength: 1, maxLength: 6 }), (looks) => {
      const { recall } = createEvidenceMemory();
      const setting = { language: 'en', joints: [] };
      const versions = new Map<string, object>();
      for (const chapters of looks) {
        const texts = Object.entries(chapters).map(([key, text]) => {
          const version = versions.get(key + text) ?? {};
          versions.set(key + text, version);
          return { key, read: () => text, version };
        });
        const sorted = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
        assert.deepEqual(sorted(recall(texts, setting)), sorted(gatherEvidence(texts, setting)));
      }
    }),
  );
});

test('evidence that says the same stays the same object', () => {
  const { recall } = createEvidenceMemory();
  const setting = { language: 'en', joints: [] };
  const first = { key: 'a', read: () => 'a tide-\ntable', version: {} };
  const other = (text: string) => ({ key: 'b', read: () => text, version: {} });
  const before = recall([first, other('the tide is out')], setting).get('a');
  assert.equal(recall([first, other('the tide, the tide, a boat')], setting).get('a'), before);
  assert.notEqual(recall([first, other('the tidetable')], setting).get('a'), before);
});
