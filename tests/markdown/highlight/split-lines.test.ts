import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { colourCode, splitLines } from '../../../src/markdown/highlight/highlight-code.js';

test('a piece over several lines is closed and opened on each', () => {
  assert.deepEqual(splitLines('a<span class="x">b\nc</span>\n'), [
    'a<span class="x">b</span>\n',
    '<span class="x">c</span>\n',
  ]);
  assert.deepEqual(splitLines('a'), ['a']);
  assert.deepEqual(splitLines(''), []);
});

test('every line is balanced, and the text stays as it is', () => {
  const piece = fc.constantFrom('a', '\n', '/*', '*/', '`', '${', '}', '"', '<b>', 'let ');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const source = colourCode(pieces.join(''), 'javascript') ?? '';
      for (const line of splitLines(source) ?? []) {
        const count = (mark: RegExp) => line.match(mark)?.length ?? 0;
        assert.equal(count(/<span/g), count(/<\/span>/g), line);
      }
      const textOf = (html: string) => html.replace(/<[^>]*>/g, '');
      assert.equal(textOf((splitLines(source) ?? []).join('')), textOf(source));
    }),
  );
});

test('pieces that nest without end are not split', () => {
  assert.equal(splitLines('<span class="x">'.repeat(60)), null);
});
