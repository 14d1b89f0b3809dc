import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removeRepeated } from '../../src/editing/remove-repeated.js';

test('the earlier ones of equal keys go, with all their lines, and the rest stays byte for byte', () => {
  const before =
    '---\r\n# A comment\r\ntags:\r\n- a\r\n- b\r\nTitle: One # first\r\nTAGS: [c]\r\ntitle: Two\r\ntitle:  Three\r\n---\r\nBody: one\r\n';
  assert.equal(
    removeRepeated(before),
    '---\r\n# A comment\r\nTAGS: [c]\r\ntitle:  Three\r\n---\r\nBody: one\r\n',
  );
});

test('keys in groups and in tables are told apart by what they stand in', () => {
  const yaml = '---\na:\n  x: 1\n  X: 2\nb:\n  x: 3\n---\n';
  assert.equal(removeRepeated(yaml), '---\na:\n  X: 2\nb:\n  x: 3\n---\n');
  const toml = '+++\nx = """\none\n"""\nx = 2\n[[t]]\nx = 3\n[[t]]\nx = 4\nX = 5\n+++\n';
  assert.equal(removeRepeated(toml), '+++\nx = 2\n[[t]]\nx = 3\n[[t]]\nX = 5\n+++\n');
});

test('a group that begins again goes whole', () => {
  const before = '---\nmenu:\n  main:\n    weight: 1\nmenu:\n  main:\n    weight: 2\n---\n';
  assert.equal(removeRepeated(before), '---\nmenu:\n  main:\n    weight: 2\n---\n');
});

test('what has no lines of its own, or cannot be read, stays', () => {
  for (const text of [
    '---\na: {x: 1, x: 2}\n---\n',
    '{"a": 1, "a": 2}\n',
    '---\na: [\na: 1\n---\n',
    'No head\n',
  ])
    assert.equal(removeRepeated(text), text);
});
