import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArguments } from '../../../src/commands/arguments/parse-arguments.js';
import { pollFlag, readPoll } from '../../../src/commands/arguments/poll-flag.js';

const parse = (...argv: string[]) => {
  const parsed = parseArguments([pollFlag, { name: 'open', help: 'opens' }], argv);
  return parsed.ok ? [parsed.flags, parsed.words] : parsed.message;
};

test('--poll takes a time or none, and no other word', () => {
  assert.deepEqual(parse('--poll'), [{ poll: '1s' }, []]);
  assert.deepEqual(parse('--poll=2s'), [{ poll: '2s' }, []]);
  assert.deepEqual(parse('--poll', '700ms', 'book'), [{ poll: '700ms' }, ['book']]);
  assert.deepEqual(parse('--poll', 'book'), [{ poll: '1s' }, ['book']]);
  assert.deepEqual(parse('--poll', '--open', '7'), [{ poll: '1s', open: true }, ['7']]);
  assert.deepEqual(parse('--poll', '--', '7'), [{ poll: '1s' }, ['7']]);
  assert.match(String(parse('--poll=')), /--poll needs a value/);
});

test('times are those of Hugo, within reason', () => {
  assert.deepEqual(['700ms', '700', '2s', '1.5s', '1m', undefined].map(readPoll), [
    ...[700, 700, 2000, 1500],
    ...[60_000, null],
  ]);
  for (const wrong of ['0', '-1', '1ms', 'soon', '2h', '61m', '1e3', '']) {
    assert.match(String(readPoll(wrong)), /wants a time between/, wrong);
  }
});
