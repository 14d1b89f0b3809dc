import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { createAsk } from '../../src/commands/create-ask.js';

test('lines that are typed ahead answer the questions that follow; the end of the input answers with null', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const ask = createAsk(input, output, () => assert.fail('nobody interrupts'));
  input.write('My title\ny\n');
  assert.equal(await ask('Title: '), 'My title');
  assert.equal(await ask('Sure? '), 'y');
  const later = ask('More? ');
  input.write('no\n');
  assert.equal(await later, 'no');
  const last = ask('Again? ');
  input.end();
  assert.equal(await last, null);
  assert.equal(output.setEncoding('utf8').read(), 'Title: Sure? y\nMore? Again? ');
});
