import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bookFlags } from '../../../src/commands/arguments/options.js';
import { parseArguments } from '../../../src/commands/arguments/parse-arguments.js';

function parse(...argv: string[]) {
  const parsed = parseArguments(bookFlags, argv);
  return parsed.ok ? { flags: parsed.flags, words: parsed.words, notes: parsed.notes } : parsed.message;
}

test('long, short, joined and inline forms mean the same', () => {
  const expected = { flags: { source: 'book', drafts: true, future: true }, words: [], notes: [] };
  assert.deepEqual(parse('--source', 'book', '--drafts', '--future'), expected);
  assert.deepEqual(parse('-s', 'book', '-DF'), expected);
  assert.deepEqual(parse('-sbook', '-D', '-F'), expected);
  assert.deepEqual(parse('--source=book', '--buildDrafts', '--buildFuture=true'), expected);
});

test("Hugo's spellings and `=false` are understood", () => {
  assert.deepEqual(parse('--baseURL', 'https://x.org/', '--drafts', '--drafts=false'), {
    flags: { 'base-url': 'https://x.org/' },
    words: [],
    notes: [],
  });
});

test("Hugo's flags without a meaning here are accepted and explained", () => {
  assert.deepEqual(parse('--minify', '--logLevel', 'error'), {
    flags: {},
    words: [],
    notes: [
      '--minify has no effect: pages are written compact as they are.',
      '--logLevel has no effect: use --quiet for less.',
    ],
  });
});

test('operands are kept, and `--` ends the flags', () => {
  assert.deepEqual(parse('one', '--', '--drafts'), { flags: {}, words: ['one', '--drafts'], notes: [] });
});

test('a mistyped flag names the nearest', () => {
  assert.equal(parse('--draft'), 'There is no flag --draft; did you mean --drafts?');
  assert.equal(parse('-Z'), 'There is no flag -Z.');
});

test('a missing or unwanted value is a fault', () => {
  assert.equal(parse('--source'), '--source needs a value: --source DIR.');
  assert.equal(parse('--source='), '--source needs a value: --source DIR.');
  assert.equal(parse('--drafts=perhaps'), '--drafts is a switch and takes no value, not "perhaps".');
});

test('names of object properties are no flags', () => {
  assert.equal(parse('--constructor'), 'There is no flag --constructor.');
  assert.equal(parse('--__proto__'), 'There is no flag --__proto__.');
});
