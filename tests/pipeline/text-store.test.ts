import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTextStore } from '../../src/pipeline/memory/text-store.js';

test('texts come back as they were: short and long, of any script, however many are put away', () => {
  const store = createTextStore();
  const texts = [
    '',
    'a',
    '“章” 𝕏',
    'ä'.repeat(700_000),
    ...Array.from({ length: 500 }, (_, at) => `${at} …`.repeat(at * 9)),
  ];
  const reads = texts.map((text) => store(text));
  assert.deepEqual(
    reads.map((read) => read()),
    texts,
  );
});
