import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lowerCase, urlize } from '../../src/url/slug.js';

/** What Hugo 0.169 makes of each text as a slug. */
const hugo: readonly (readonly [text: string, slug: string])[] = [
  ['Hello World', 'hello-world'],
  ['v1.0.2', 'v1.0.2'],
  ['a+b@c~d_e', 'a+b@c~d_e'],
  ['a#b', 'a#b'],
  [`a&b'c"d,e;f:g$h=i!j(k)l[m]n{o}p`, 'abcdefghijklmnop'],
  ['a*b|c<d>e^f`g?h', 'abcdefgh'],
  ['ÄÖÜ é ß', 'äöü-é-ß'],
  ['章 一 ぁ', '章-一-ぁ'],
  ['हिन्दी', 'हिन्दी'],
  ['a😀b…c—d‘e’', 'abcde'],
  ['x²½Ⅷ', 'x'],
  ['٣', '٣'],
  ['a%20b', 'a%20b'],
  ['50%', '50'],
  ['a%zzb', 'azzb'],
  ['per%cent', 'percent'],
  ['a%c3%a9b%ff%41', 'a%c3%a9bff41'],
  ['100%de luxe', '100de-luxe'],
  ['Ab  -  C', 'ab-c'],
  [' - x - y - ', '-x-y-'],
  ['a - - b', 'a--b'],
  ['a \u00a0 b', 'a-b'],
  ['a / b', 'a-/-b'],
  ['a . b', 'a-.-b'],
  ['a & b', 'a-b'],
  ['  sp  ', 'sp'],
  ['İX ΣΑΣ', 'ix-σασ'],
  ['a\u200bb\u200dc', 'abc'],
  ['a\ufeffb', 'ab'],
  ['😀', ''],
];

test('a slug keeps and drops what Hugo does', () => {
  for (const [text, slug] of hugo) assert.equal(urlize(text), slug, JSON.stringify(text));
});

test('both Unicode forms of a name give one slug', () => {
  assert.equal(urlize('cafe\u0301 1'), 'café-1');
});

test('lower case goes code point by code point', () => {
  assert.equal(lowerCase('PART 1'), 'part 1');
  assert.equal(lowerCase('ΟΔΟΣ İ'), 'οδοσ i');
});
