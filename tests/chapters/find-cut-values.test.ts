import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findCutValues } from '../../src/chapters/find-cut-values.js';
import { parseData } from '../../src/formats/parse-data.js';
import { readHead } from './chapter.js';

/** `line:column` and what is gone. */
function cut(...lines: readonly string[]): readonly string[] {
  return findCutValues(lines.join('\n')).map(({ span, lost }) => `${span.line}:${span.column} ${lost}`);
}

test('a comment in words for readers, or without its blank behind other words, was meant as text', () => {
  assert.deepEqual(cut('title: Ink # and oil', 'press: iron #2', 'tags:', '  - forme #1'), [
    '1:12 # and oil',
    '2:13 #2',
    '4:11 #1',
  ]);
  assert.deepEqual(cut('note: one', '  two #3'), ['2:7 #3']);
  assert.deepEqual(cut('title: #1 press'), ['1:8 #1 press']);
});

test('a remark behind data, behind quotes, or behind words that no reader sees is a remark', () => {
  const lines = [
    'weight: 3 #three',
    'date: 2025-10-13 #x',
    'url: /a/ #b',
    'draft: true #no',
    'image: a.png #b',
  ];
  assert.deepEqual(
    cut(...lines, 'press: iron # the old one', 'title: "Ink #2" # note', 'c: #fff', 'x: # y'),
    [],
  );
  assert.deepEqual(cut('a: >', '  ink #2', '', '  !oil', 'b: [c, d] #e', '# f #2'), []);
});

test('tags and anchors that nobody asked for are gone with the words behind them; those of YAML stay', () => {
  assert.deepEqual(cut('title: !Ink', 'a: &c. or', 'tags: [!b c, &d e]', 'f:', '- !g h'), [
    '1:8 !Ink',
    '2:4 &c.',
    '3:8 !b',
    '3:14 &d',
    '5:3 !g',
  ]);
  assert.deepEqual(
    cut('a: &x {b: 1}', 'c: *x', 'd: !!str 1', 'e: Stop! & go', 'f: &y', '  g: 1', 'h: *y'),
    [],
  );
});

test('what is told of is not in the value, and what is to be written instead holds it', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/);
  const lost = fc.oneof(
    fc.tuple(word, word).map(([a, b]) => [`${a} #${b}`, b]),
    fc.tuple(word, word).map(([a, b]) => [`!${b} ${a}`, b]),
    fc.tuple(word, word).map(([a, b]) => [`&${b} ${a}`, b]),
  );
  fc.assert(
    fc.property(lost, ([value = '', word = '']) => {
      const [found] = findCutValues(`title: ${value}`);
      const mended = parseData('yaml', found?.instead ?? '');
      assert.ok(mended.ok && mended.value['title'] === value && found?.lost.includes(word));
    }),
  );
});

test('a time of twelve hours is no date, and the message says what to write', () => {
  assert.deepEqual(readHead('date: "2025-10-13 08:00:00 PM"').codes, ['front-matter/invalid-date']);
  assert.deepEqual(readHead('date: 2025-10-13 12:30 a.m.').codes, ['front-matter/invalid-date']);
  assert.deepEqual(readHead('date: 2025-10-13 08:00:00 PST').codes, []);
});
