import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findMissingGlyphs } from '../../src/browser-press/find-missing-glyphs.js';
import { foresee } from '../../src/browser-press/press-book.js';
import type { PaperLayout } from '../../src/model/paper.js';
import { draws } from '../support/draws.js';

const lengths = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 });
const sides = fc.constantFrom('any', 'right', 'left');

/** Where chapters of these lengths come to lie, after two pages of contents; a heading on the last page of each. */
function layOut(pages: readonly number[], blanks: ReadonlySet<string>): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  let next = 3;
  pages.forEach((length, at) => {
    if (blanks.has(`c${at}`)) next += 1;
    numbers.set(`c${at}`, next).set(`c${at}/end`, next + length - 1);
    next += length;
  });
  return numbers;
}

test('where everything will lie is foretold, whatever the lengths, and every chapter comes to its side', () => {
  fc.assert(
    fc.property(lengths, sides, (pages, startsOn) => {
      const starts = pages.map((_, at) => `c${at}`);
      let layout: PaperLayout = { numbers: new Map(), blanks: new Set() };
      // Again from a print that has blank pages already, as when numbers did not settle at once.
      for (const _ of [1, 2]) {
        const numbers = layOut(pages, layout.blanks);
        layout = foresee({ starts, startsOn }, { layout, pdf: { numbers } });
        assert.deepEqual(new Map(layout.numbers), new Map(layOut(pages, layout.blanks)));
      }
      const wanted = startsOn === 'right' ? 1 : 0;
      if (startsOn !== 'any')
        for (const start of starts) assert.equal((layout.numbers.get(start) ?? 0) % 2, wanted);
      assert.ok(startsOn !== 'any' || layout.blanks.size === 0);
    }),
    draws(200),
  );
});

const cases: readonly (readonly [what: string, text: string, shown: string, missing: string])[] = [
  ['a character that no font has', 'あ𓀀漢', 'あ漢', '𓀀'],
  ['an accent that is drawn as one glyph with its letter, or apart', 'é\u0301ñ', 'éñ', ''],
  ['blanks, dashes and signs of format', '\u00a0\u2011\u200d\ufe0f\u00ad', '', ''],
  ['a letter whose glyph is known by another form', 'ﬁΩ', 'fiΩ', ''],
  ['letters that change their forms', 'سلام', 'ﺱس', ''],
  ['a script without any letter', 'سلام', 'a', 'سلام'],
  ['letters that look like Latin ones', 'Ао', 'Б', ''],
];
for (const [what, text, shown, missing] of cases) {
  test(`missing glyphs: ${what}`, () =>
    assert.equal(findMissingGlyphs(new Set(text), new Set(shown)).join(''), missing));
}
