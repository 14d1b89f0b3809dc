import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseData } from '../../src/formats/parse-data.js';
import { parseYaml } from '../../src/formats/yaml.js';

function readScalar(scalar: string): unknown {
  const parsed = parseData('yaml', `key: ${scalar}`);
  assert.ok(parsed.ok, scalar);
  return parsed.value['key'];
}

test('words and times that YAML 1.1 converts stay text', () => {
  const written = ['yes', 'no', 'on', 'off', 'y', 'N', '12:30:45', '14e2', '1e400', '.inf', '.nan', 'tRUE'];
  for (const word of written) assert.equal(readScalar(word), word);
});

test('dates keep the text they were written with', () => {
  for (const date of ['2025-10-13', '2025-10-13T10:00:00+02:00', '2025-10-13 10:00:00']) {
    assert.equal(readScalar(date), date);
  }
});

const scalars: readonly (readonly [string, unknown])[] = [
  ['010', 8],
  ['0o10', 8],
  ['0x1F', 31],
  ['0b11', 3],
  ['-010', -8],
  ['+5', 5],
  ['-0', 0],
  ['00', 0],
  ['1_000', 1000],
  ['09', '09'],
  ['1.10', 1.1],
  ['.5', 0.5],
  ['-2.5', -2.5],
  ['0.5e3', 500],
  ['9007199254740993', '9007199254740993'],
  ['true', true],
  ['FALSE', false],
  ['~', null],
  ['', null],
  ['NULL', null],
  ['"5"', '5'],
  ["'true'", 'true'],
  ['[1, a]', [1, 'a']],
];

for (const [written, value] of scalars) {
  test(`\`${written}\` is read as by Hugo 0.169`, () => assert.deepEqual(readScalar(written), value));
}

test('anchors and merges work', () => {
  const parsed = parseData('yaml', 'a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  y: 3\n');
  assert.ok(parsed.ok);
  assert.equal(JSON.stringify(parsed.value['b']), '{"x":1,"y":3}');
});

const tagged: readonly (readonly [written: string, value: unknown])[] = [
  ['!custom word', 'word'],
  ['!custom 12', '12'],
  ['!custom', null],
  ['!Foo {a: 1}', { a: 1 }],
  ['!Foo [1, !bar b]', [1, 'b']],
  ['!!str 12', '12'],
  ['!!int "3"', 3],
  ['!!timestamp 2025-10-13', '2025-10-13'],
  ['!!binary aGVsbG8=', 'aGVsbG8='],
  ['!!omap [a: 1]', [{ a: 1 }]],
  ['!!set {a, b}', { a: null, b: null }],
  ['!!float 3', 3],
  ['!!float 2.5', 2.5],
  ['!!float x', 0],
  ['!!int 0x1F', 31],
  ['!!int x', 0],
  ['!!int', 0],
  ['!!null x', null],
  ['!<tag:example.org,2000:part> word', 'word'],
  ['!!python/object:x {a: 1}', { a: 1 }],
  ['!!js/function "function(){}"', 'function(){}'],
];

for (const [written, value] of tagged) {
  test(`\`${written}\` is what stands behind the tag, as in Hugo 0.169`, () =>
    assert.equal(JSON.stringify(readScalar(written)), JSON.stringify(value)));
}

const faults: readonly (readonly [
  name: string,
  text: string,
  line: number,
  column: number,
  message: RegExp,
])[] = [
  ['a colon inside a plain value', 'title: Part: one', 1, 12, /mapping/],
  ['a tab as indentation', 'a:\n\tb: 1', 2, 1, /tab/],
  ['an open quote', 'a: 1\nb: "open', 2, 9, /unexpected end/],
  ['a duplicate key', 'a: 1\nb: 2\na: 3', 3, 1, /duplicated/],
  ['an unknown alias', 'a: *nobody', 1, 11, /unidentified alias/],
  ['a tag for another kind', 'a: !!bool x', 1, 12, /cannot resolve/],
  ['an open list', 'a: [1, 2', 1, 9, /unexpected end/],
  ['a key without colon', 'a: 1\nb\nc: 2', 3, 2, /multiline key|missed/],
  ['a bad escape', 'a: "\\q"', 1, 6, /escape/],
  ['a second document', 'a: 1\n...\nb: 2', 2, 1, /single document/],
  ['a zero byte', 'a: 1\nb: \0', 2, 4, /null byte/],
];

for (const [name, text, line, column, message] of faults) {
  test(`${name} is a fault with its place`, () => {
    const parsed = parseYaml(text);
    assert.ok(!parsed.ok);
    assert.match(parsed.message, message);
    assert.deepEqual({ line: parsed.line, column: parsed.column }, { line, column });
  });
}
