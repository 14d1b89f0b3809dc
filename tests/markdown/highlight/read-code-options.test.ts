import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFenceInfo, readOptionList } from '../../../src/markdown/highlight/read-code-options.js';

const read = (source: string) => {
  const { language, written } = readFenceInfo(source);
  return [language, Object.fromEntries(written)];
};

test("a fence has a language and Hugo's options in braces", () => {
  assert.deepEqual(read('go'), ['go', {}]);
  assert.deepEqual(read('go {linenos=inline hl_lines=[3,"6-8"] style=emacs}'), [
    'go',
    { linenos: 'inline', hl_lines: '3  6-8', style: 'emacs' },
  ]);
  assert.deepEqual(read('go{LineNos=true}'), ['go', { linenos: 'true' }]);
  assert.deepEqual(read('{#a .b .c key="d \\" e" f=\'g\'}'), [
    '',
    { id: 'a', class: ' b c', key: 'd " e', f: 'g' },
  ]);
});

test('without braces a title is read, and other words mean nothing', () => {
  assert.deepEqual(read('js title="a b.js"'), ['js', { title: 'a b.js' }]);
  assert.deepEqual(read('js one two'), ['js', {}]);
  assert.deepEqual(read('js {hl_lines=[1'), ['js', {}]);
});

test('options of the shortcode are a list with commas', () => {
  assert.deepEqual(Object.fromEntries(readOptionList('linenos=table,hl_lines=8 15-17,linenostart=199')), {
    linenos: 'table',
    hl_lines: '8 15-17',
    linenostart: '199',
  });
  assert.deepEqual(Object.fromEntries(readOptionList('title="a=b", noclasses')), { title: 'a=b' });
});
