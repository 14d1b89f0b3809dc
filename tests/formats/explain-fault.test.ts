import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DataFormat } from '../../src/formats/data.js';
import { parseData } from '../../src/formats/parse-data.js';

/** Where a text is at fault, and what is said to be written instead. */
function explain(format: DataFormat, ...lines: readonly string[]): readonly [string, string, string] {
  const parsed = parseData(format, lines.join('\n'));
  assert.ok(!parsed.ok, lines.join('|'));
  return [`${parsed.line}:${parsed.column}`, parsed.message, parsed.advice ?? ''];
}

/** A text, the place of its fault, and what message and advice together must hold. */
type Fault = readonly [lines: readonly string[], place: string, told: RegExp];

const yaml: readonly Fault[] = [
  [['a: 1', 'title:\u00a0Ink'], '2:7', /no-break space \(U\+00A0\)/],
  [['title:\u3000Ink', 'a: 1'], '1:7', /full-width space/],
  [['a: 1', '\u2003b: 2', 'c'], '2:1', /U\+2003/],
  [['a: 1', 'title：Ink'], '2:6', /full-width colon.*`title: Ink`/],
  [['p:', '  a: 1', '  b： 2'], '3:4', /`b: 2`/],
  [['weight:3', 'a: 1'], '1:7', /`weight: 3`/],
  [['title: "Ink', 'a: 1'], '1:8', /never closed.*`title: "Ink"`/],
  [['title: "Ink', 'b: "x"'], '1:8', /never closed/],
  [["title: 'tis ink", 'a: 1'], '1:8', /`title: "'tis ink"`/],
  [['p:', '  - "a', 'b: 1'], '2:5', /`- "a"`/],
  [['t: ["a, b]', 'c: 1'], '1:5', /never closed/],
  [['title: "A" or "B"'], '1:12', /`title: '"A" or "B"'`/],
  [["title: 'It's'"], '1:12', /`title: "It's"`/],
  [['title: *Ink* here'], '1:8', /`title: "\*Ink\* here"`/],
  [['title: @ink'], '1:8', /`title: "@ink"`/],
  [['title: `ink` it'], '1:8', /`title: "`ink` it"`/],
  [['title: > 5 reams'], '1:8', /"> 5 reams"/],
  [['a: 1', 'title: Day 2: Ink'], '2:13', /`title: "Day 2: Ink"`/],
  [['title: [new] ink'], '1:8', /`title: "\[new\] ink"`/],
  [['t: [a, #b, c]', 'd: 1'], '1:8', /comment/],
  [['t: [a, b', 'd: 1'], '1:4', /never closed/],
  [['title: "C:\\ink"'], '1:11', /'C:\\ink'/],
  [['d: one #1', '  two'], '2:3', /line above/],
  [['p:', '\ta: 1'], '2:1', /tab/],
];

const toml: readonly Fault[] = [
  [['title = "Ink', 'a = 1'], '1:9', /never closed.*`title = "Ink"`/],
  [['title = Ink and oil'], '1:9', /`title = "Ink and oil"`/],
  [['a = 1', 'title: Ink'], '2:6', /`title = "Ink"`/],
  [['title = “Ink”'], '1:9', /`title = "Ink"`/],
  [['title\u00a0= "Ink"'], '1:6', /no-break space/],
  [['title = "A" or "B"'], '1:13', /`title = '.*'`/],
  [['date = 2025-10-13 08:00:00 PM'], '1:8', /24 hours/],
];

const json: readonly Fault[] = [
  [['{"title": "Ink,', '"a": 1}'], '1:11', /never closed/],
  [['{“title”: 1}'], '1:2', /no quote/],
  [["{'title': 1}"], '1:2', /single quotes/],
  [['{"a": 1,', '}'], '2:1', /comma/],
  [['{"a": 1', '"b": 2}'], '1:7', /comma is missing/],
  [['{"a": 1, # b', '"c": 2}'], '1:10', /no comments/],
  [['{"a"：1}'], '1:5', /full-width colon/],
  [['{"a":\u00a01}'], '1:6', /no-break space/],
];

for (const [format, faults] of Object.entries({ yaml, toml, json })) {
  for (const [lines, place, told] of faults) {
    test(`${format}: ${lines.join(' ⏎ ')}`, () => {
      const [at, message, advice] = explain(format as DataFormat, ...lines);
      assert.equal(at, place);
      assert.match(`${message} ${advice}`, told);
    });
  }
}

test('what stands in a block or in quotes over lines is not at fault', () => {
  const lines = ['a: |', '  title：x', '  "open', "b: 'one", "  two'", 'c: [d,', '  e]', 'f: g: h'];
  assert.equal(explain('yaml', ...lines)[0], '8:5');
});

test('a fault of another kind keeps the words of the parser', () => {
  assert.deepEqual(explain('yaml', 'a: 1', 'a: 2').slice(1), ['duplicated mapping key', '']);
  assert.equal(explain('toml', 'a = 1', 'a = 2')[2], '');
});
