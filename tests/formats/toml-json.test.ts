import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseJson } from '../../src/formats/json.js';
import { readJsonKeys } from '../../src/formats/json-keys.js';
import { parseData } from '../../src/formats/parse-data.js';
import { draws } from '../support/draws.js';

test('TOML dates come as text with their own offset', () => {
  const text = 'a = 2025-10-13\nb = 2025-10-13T10:00:00+02:00\nc = 2025-10-13T10:00:00\nd = 07:32:00';
  const parsed = parseData('toml', text);
  assert.ok(parsed.ok);
  assert.deepEqual(Object.values(parsed.value), [
    '2025-10-13',
    '2025-10-13T10:00:00.000+02:00',
    '2025-10-13T10:00:00.000',
    '07:32:00.000',
  ]);
});

test('an integer no number can hold becomes text', () => {
  const parsed = parseData('toml', 'id = 9007199254740993');
  assert.ok(parsed.ok);
  assert.equal(parsed.value['id'], '9007199254740993');
});

test('a TOML fault has its place and one line of message', () => {
  const parsed = parseData('toml', 'a = 1\nb = yes\n');
  assert.ok(!parsed.ok);
  assert.deepEqual([parsed.line, parsed.column], [2, 5]);
  assert.doesNotMatch(parsed.message, /\n|Invalid TOML/);
});

const jsonFaults: readonly (readonly [string, number, number, RegExp])[] = [
  ['{"a": 1,}', 1, 9, /key in double quotes/],
  ['{"a": 1\n "b": 2}', 2, 2, /`,` or `}`/],
  ['{a: 1}', 1, 2, /key in double quotes/],
  ['{"a" 1}', 1, 6, /`:`/],
  ['{"a": [1 2]}', 1, 10, /`,` or `\]`/],
  ['{"a": "x\ny"}', 1, 7, /value/],
  ['{"a": 01}', 1, 7, /value/],
  ['{"a": tru}', 1, 7, /value/],
  ['{"a":', 1, 6, /value/],
  ['{} x', 1, 4, /nothing more/],
];

for (const [text, line, column, message] of jsonFaults) {
  test(`JSON fault in ${JSON.stringify(text)}`, () => {
    const parsed = parseJson(text);
    assert.ok(!parsed.ok);
    assert.match(parsed.message, message);
    assert.deepEqual([parsed.line, parsed.column], [line, column]);
  });
}

test('the reader of JSON keys finds a fault exactly where JSON.parse does', () => {
  const edits = fc.tuple(
    fc.json({ maxDepth: 4 }),
    fc.nat(60),
    fc.constantFrom('', ',', '"', '}', '\\', '1', 'x'),
  );
  fc.assert(
    fc.property(edits, ([json, at, change]) => {
      const text = json.slice(0, at) + change + json.slice(at + 1);
      assert.equal(readJsonKeys(text).fault === null, isJson(text), text);
    }),
    draws(300),
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
