import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { createAsk } from '../../../src/commands/terminal/create-ask.js';

test('lines that are typed ahead answer the questions that follow; the end of the input answers with null', async () => {
  const [input, output] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY: true })];
  const ask = createAsk(input, output, () => assert.fail('nobody interrupts'));
  input.write('My title\ny\n');
  assert.equal(await ask('Title: '), 'My title');
  assert.equal(await ask('Sure? '), 'y');
  const later = ask('More? ');
  input.write('no\n');
  assert.equal(await later, 'no');
  const last = ask('Again? ');
  input.write('\u0004');
  assert.equal(await last, null);
  const shown = stripVTControlCharacters(String(output.read())).replaceAll('\r', '');
  assert.equal(shown, 'Title: My title\ny\nSure? y\nMore? no\nAgain? ');
});
