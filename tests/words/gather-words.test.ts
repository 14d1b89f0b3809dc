import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SectionTerms } from '../../src/model/chapter-words.js';
import { foldWord } from '../../src/words/fold-word.js';
import { createWordGathering } from '../../src/words/gather-words.js';
import { readNumbers } from '../../src/words/number-text.js';
import { splitWords } from '../../src/words/split-words.js';

/** `term@places`, sorted; `!` behind the terms of a heading. */
function listTerms(vocabulary: readonly string[], { terms, counts, sizes, places }: SectionTerms): string {
  let from = 0;
  const lines = [...terms].map((term, index) => {
    const to = from + (sizes[index] ?? 0);
    const reader = readNumbers(Buffer.from(places.subarray(from, to)).toString('latin1'));
    from = to;
    const count = counts[index] ?? 0;
    const positions: number[] = [];
    for (let more = 1, position = 0; more === 1; positions.push(position)) {
      const step = reader.next();
      position += step >> 1;
      more = step % 2;
    }
    assert.deepEqual([reader.at, positions.length], [sizes[index], count >> 1]);
    return `${vocabulary[term]}${count % 2 === 1 ? '!' : ''}@${positions}`;
  });
  return lines.sort().join(' ');
}

/** The terms of a text as they follow from its words, one by one. */
function expected(text: string): string {
  const places = new Map<string, number[]>();
  const units = Uint16Array.from(text.split(''), (unit) => unit.charCodeAt(0));
  splitWords({ units, start: 0, end: units.length }, 0, (position, start, end) => {
    const term = foldWord(text.slice(start, end));
    const list = places.get(term) ?? [];
    if (term !== '') places.set(term, [...list, Math.max(position, list.at(-1) ?? 0)]);
  });
  const lines = [...places].map(([term, list]) => `${term}@${list}`);
  return lines.sort().join(' ');
}

function gather(...texts: readonly (readonly [text: string, isHeading: boolean])[]): string {
  const { vocabulary, add, endSection } = createWordGathering();
  for (const [text, isHeading] of texts) add(text, isHeading);
  return listTerms(vocabulary, endSection(-1));
}

test('whatever a text is made of, its words are gathered as they are split', () => {
  const piece = fc.constantFrom(
    ..."aAbß9 -’'_.\n\u00ad\u0301北岸ｶﾞー가ќﬁ",
    '\u1112\u1161\u11ab',
    '😀',
    '𠀀',
    '\ud83d',
    ' ',
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
  const { vocabulary, add, endSection } = createWordGathering();
  fc.assert(
    fc.property(text, (sample) => {
      add(sample, false);
      assert.equal(listTerms(vocabulary, endSection(-1)), expected(sample));
    }),
  );
});

test('places go on behind a gap, and a heading marks its terms', () => {
  assert.equal(gather(['One two', true], ['two one', false]), 'one!@0,7 two!@1,6');
  assert.equal(gather(['a'.repeat(20_000), false], ['b', false]), `${'a'.repeat(64)}@0 b@5`);
});

test('numbers of any size come back, whether another follows or not', () => {
  const words = (count: number) => 'b '.repeat(count);
  for (const gap of [29, 30, 31, 1006, 1007]) {
    assert.equal(gather([`a ${words(gap - 1)}a`, false]).split(' ')[0], `a@0,${gap}`);
    assert.equal(gather([`a ${words(gap - 1)}a a`, false]).split(' ')[0], `a@0,${gap},${gap + 1}`);
  }
});

test('a word that is one with its whole has the later of both places twice', () => {
  assert.equal(gather(['\u0301-a', false]), 'a@1,1');
});

test('no more places are kept of a term than have 16 bits', () => {
  const [first = ''] = gather(['a '.repeat(70_000), false]).split(' ');
  assert.equal(first.split(',').length, 0x7fff);
});
