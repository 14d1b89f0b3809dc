import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screenSource } from '../../../src/markdown/parse/screen-source.js';

const prose = 'A line of *plain* prose with one &amp; in it.\n'.repeat(20);

test('ordinary text passes, however long', () => {
  assert.equal(screenSource(`${prose}\n`.repeat(2_000)), null);
  assert.equal(screenSource(`> ${prose.replaceAll('\n', '\n> ')}\n>\n`.repeat(500)), null);
  assert.equal(screenSource('-'.repeat(20_000)), null);
});

test('what is found has its number and the line on which its block starts', () => {
  const before = `${prose}\n`;
  const line = before.split('\n').length;
  const references = '&#x0;'.repeat(40_000);
  assert.deepEqual(screenSource(before + references), { fault: 'references', count: 40_000, line });
  const marks = screenSource(`${before}\n${'a_b\n'.repeat(40_000)}`);
  assert.deepEqual([marks?.fault, marks?.line], ['delimiters', line + 1]);
  const quotes = `${'>'.repeat(20_000)}a`;
  assert.deepEqual(screenSource(before + quotes), { fault: 'containers', count: 20_000, line });
});

test('blank lines divide, those of a quote too; indented ones of a quote do not', () => {
  const half = 'a_b '.repeat(20_000);
  assert.equal(screenSource(`${half}\n \n${half}`), null);
  assert.equal(screenSource(`> ${half}\n>\n> ${half}`), null);
  assert.notEqual(screenSource(`${half}\n    >\n${half}`), null);
});
