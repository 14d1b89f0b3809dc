import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DataFormat } from '../../src/formats/data.js';
import { parseData } from '../../src/formats/parse-data.js';
import { draws } from '../support/draws.js';

const formats: readonly DataFormat[] = ['yaml', 'toml', 'json'];

test('an empty text has no keys, in each language', () => {
  for (const format of formats) {
    assert.deepEqual(parseData(format, ''), { ok: true, value: Object.create(null) }, format);
  }
  assert.deepEqual(parseData('yaml', '# only a comment\n'), { ok: true, value: Object.create(null) });
});

test('a text without keys is a fault at its first character', () => {
  const message = 'keys and values are expected here';
  assert.deepEqual(parseData('yaml', '\n- a\n- b'), { ok: false, message, line: 2, column: 1 });
  assert.deepEqual(parseData('yaml', '  words'), { ok: false, message, line: 1, column: 3 });
  assert.deepEqual(parseData('json', '[1]'), { ok: false, message, line: 1, column: 1 });
});

test('keys are lower-cased on request, nested ones too, but not those in lists', () => {
  const text = 'Title: X\nParams:\n  Deep: {List: [{Inner: 1, inner: 2}, [{Last: 3}]], After: 4}';
  const lower = parseData('yaml', text, { lowerCaseKeys: true });
  assert.ok(lower.ok);
  assert.equal(
    JSON.stringify(lower.value),
    '{"title":"X","params":{"deep":{"list":[{"Inner":1,"inner":2},[{"Last":3}]],"after":4}}}',
  );
  const kept = parseData('yaml', text);
  assert.ok(kept.ok);
  assert.deepEqual(Object.keys(kept.value), ['Title', 'Params']);
});

test('keys that differ only by case are a fault at the second', () => {
  const parsed = parseData('yaml', 'title: a\nTitle: b', { lowerCaseKeys: true });
  assert.ok(!parsed.ok);
  assert.match(parsed.message, /`Title` is there twice/);
  // The first of the two is the only place on record.
  assert.deepEqual([parsed.line, parsed.column], [1, 1]);
});

test('`__proto__` is a fault; `constructor` is data', () => {
  const json = parseData('json', '{"a": {\n"__proto__": {"x": 1}}}');
  assert.ok(!json.ok);
  assert.match(json.message, /__proto__/);
  assert.deepEqual([json.line, json.column], [1, 2]);
  assert.equal(parseData('yaml', 'a: 1\n__proto__: {b: 1}').ok, false);
  assert.equal(parseData('toml', '[__proto__]\nb = 1').ok, false);
  assert.equal(parseData('yaml', 'a: [{__PROTO__: {b: 1}}]', { lowerCaseKeys: true }).ok, false);
  const built = parseData('yaml', 'constructor: Bauhaus\nhasOwnProperty: no');
  assert.ok(built.ok);
  assert.equal(built.value['constructor'], 'Bauhaus');
});

test('an alias bomb ends in a fault, before it is spread out', () => {
  const levels = Array.from({ length: 30 }, (_, level) => {
    const above = level === 0 ? 'x' : `*l${level - 1}`;
    return `l${level}: &l${level} [${Array(9).fill(above).join(', ')}]`;
  });
  const parsed = parseData('yaml', levels.join('\n'));
  assert.ok(!parsed.ok);
  assert.match(parsed.message, /more than 10000 values/);
  assert.equal(parsed.line, 5);
});

test('an alias bomb of merges ends in a fault', () => {
  const keys = Array.from({ length: 200 }, (_, key) => `k${key}: 1`).join(', ');
  const merges = Array.from({ length: 60 }, (_, line) => `m${line}: {<<: *a, own: 1}`).join('\n');
  const parsed = parseData('yaml', `a: &a {${keys}}\n${merges}`);
  assert.ok(!parsed.ok);
  assert.match(parsed.message, /maxTotalMergeKeys|more than 10000/);
});

test('a cycle of aliases ends in a fault', () => {
  const parsed = parseData('yaml', 'a: &a [*a]');
  assert.ok(!parsed.ok);
});

test('too many levels are a fault in each language', () => {
  const deep = '['.repeat(70) + ']'.repeat(70);
  for (const [format, text] of [
    ['yaml', `a: ${deep}`],
    ['toml', `a = ${deep}`],
    ['json', `{"a": ${deep}}`],
  ] as const) {
    const parsed = parseData(format, text);
    assert.ok(!parsed.ok, format);
    assert.match(parsed.message, /nest|depth|level/i);
  }
  for (const text of ['['.repeat(50_000), '{"a":'.repeat(50_000)]) {
    assert.equal(parseData('json', text).ok, false);
    assert.equal(parseData('yaml', text).ok, false);
    assert.equal(parseData('toml', `a = ${text}`).ok, false);
  }
});

test('no text makes a parser throw, and every fault lies inside it', () => {
  const pieces = fc.constantFrom(
    'a',
    ': ',
    '\n',
    '- ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '#',
    '&x',
    '*x',
    '|',
    '  ',
    '=',
    '1',
    '<<',
    '!!',
    '\t',
    'é',
    '\u2028',
    '\\',
    '?',
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...formats), texts, fc.boolean(), (format, text, lowerCaseKeys) => {
      const parsed = parseData(format, text, { lowerCaseKeys });
      if (parsed.ok) assertPlain(parsed.value);
      else
        assert.ok(
          parsed.line >= 1 && parsed.line <= text.split(/\r\n?|\n/).length + 1 && parsed.column >= 1,
          text,
        );
    }),
    draws(300),
  );
});

test('JSON data come back as they were, in three languages', () => {
  // That key is a fault wherever it stands.
  const data = fc
    .dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }))
    .filter((value) => !JSON.stringify(value).includes('"__proto__":'));
  fc.assert(
    fc.property(data, (value) => {
      const written = JSON.stringify(value);
      const parsed = parseData('json', written);
      assert.ok(parsed.ok);
      assert.deepEqual(JSON.parse(JSON.stringify(parsed.value)), JSON.parse(written));
    }),
  );
});

function assertPlain(value: unknown): void {
  if (Array.isArray(value)) value.forEach(assertPlain);
  else if (typeof value === 'object' && value !== null) {
    assert.equal(Object.getPrototypeOf(value), null);
    assert.ok(!Object.keys(value).includes('__proto__'));
    Object.values(value).forEach(assertPlain);
  }
}
