import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText, fixText } from '../check-text.js';

const find = (raw: string, code: string) =>
  checkText(raw)
    .filter((found) => found.endsWith(` ${code}`))
    .map((found) => found.split(' ')[0]);

test('a line that goes on with a number above is a paragraph or an entry of its own', () => {
  const raw =
    'Corollary.\n\n41. The bar is long,\nand the pull short.\n\nNow the sheet is dry.\n42. The next one follows,\nas it must.\n43. And one more.\n';
  assert.deepEqual(find(raw, 'text/lost-number'), ['7:1']);
  assert.match(fixText(raw), /dry\.\n\n42\. The next/);
  assert.deepEqual(find('1. a\n2. b\n\nText.\n3. c\n', 'text/lost-number'), ['5:1']);
});

test('a number that begins a line by chance, that nothing goes before, or that pages keep, is none', () => {
  for (const raw of [
    'It was the year\n1871. The quay was dark.\n',
    'The bar is long.\n7. It is.\n',
    'Of 41. And of\n42. It goes on.\n',
    '(1) The bar.\n(2) The sheet.\n',
    '1. a\n2. b\n',
  ])
    assert.deepEqual(find(raw, 'text/lost-number'), [], raw);
});

test('numbered lines that look like headings are told once', () => {
  const raw = '1. The Ink\n\nOf soot.\n\n2. The Paper\n\nIt is wetted.\n\n3. The Bar\n\nOf iron.\n';
  assert.deepEqual(find(raw, 'text/numbered-headings'), ['1:1']);
  assert.deepEqual(find(raw.replace(/(Ink|Paper|Bar)/g, '$1 is here.'), 'text/numbered-headings'), []);
  assert.deepEqual(find('1. The Ink\n2. The Paper\n', 'text/numbered-headings'), []);
});

test('short lines that may be verse are told, those that pages keep and prose are not', () => {
  const three = 'The ink is black,\nThe sheet is white\nand morning comes too soon\n';
  assert.deepEqual(find(`Text.\n\n${three}\n${three}`, 'text/lost-verse'), ['3:1'], 'once for both');
  assert.deepEqual(find(`He sang:\n\n${three.replace('and', 'And')}`, 'text/lost-verse'), []);
  assert.deepEqual(find('The ink is black. \nThe sheet is white. \nIt is night. \n', 'text/lost-verse'), []);
  assert.deepEqual(find(three.replaceAll('\n', '  \n'), 'text/lost-verse'), []);
  assert.deepEqual(
    find('A column of prose that\nis set so narrow that\nits lines are short\n', 'text/lost-verse'),
    [],
  );
});
