import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Candidate, findFamilies } from '../../src/book/families.js';
import { draws } from '../support/draws.js';

/** Pages of one section by their headings; `/` before a heading begins another section. */
function makePages(...headings: readonly string[]): readonly Candidate[] {
  let section = 0;
  return headings.map((heading, at) => {
    if (heading.startsWith('/')) section++;
    return { key: `/${at}`, kind: 'page', parent: `/s${section}`, heading: heading.replace('/', '') };
  });
}

/** `Chapter 1: 1 b c` for the first piece of each family. */
function describe(pages: readonly Candidate[]): readonly string[] {
  const places = findFamilies(pages);
  return pages.flatMap(({ key }) => {
    const place = places.get(key);
    if (place === undefined || place.index > 1) return [];
    return [`${place.heading}: ${place.members.map((member) => places.get(member)?.mark).join(' ')}`];
  });
}

const families: readonly (readonly [what: string, headings: readonly string[], found: readonly string[]])[] =
  [
    [
      'the first piece has no letter',
      ['Chapter 1', 'Chapter 1b', 'Chapter 1c', 'Chapter 2'],
      ['Chapter 1: 1 b c'],
    ],
    ['all have letters', ['Chapter 14a', 'Chapter 14b', 'Chapter 15'], ['Chapter 14: a b']],
    ['a letter is missing', ['Chapter 1', 'Chapter 1c'], ['Chapter 1: 1 c']],
    ['a letter comes twice', ['Chapter 1a', 'Chapter 1b', 'Chapter 1b'], ['Chapter 1: a b b']],
    ['letters fall', ['Chapter 1b', 'Chapter 1a'], ['Chapter 1: b a']],
    ['two numbers without a letter', ['Chapter 1', 'Chapter 1'], []],
    ['a piece without a letter begins anew', ['Chapter 1b', 'Chapter 1', 'Chapter 1b'], ['Chapter 1: 1 b']],
    [
      'another page ends the run',
      ['Sura 2', 'Sura 2b', 'Notes', 'Sura 2c', 'Sura 2d'],
      ['Sura 2: 2 b', 'Sura 2: c d'],
    ],
    ['another section ends the run', ['Part 1', '/Part 1b', 'Part 1c'], ['Part 1: b c']],
    [
      'words behind the number stay apart',
      ['Chapter 1a Simplified', 'Chapter 1b Annotated'],
      ['Chapter 1: a b'],
    ],
    [
      'letters do not suffice',
      [
        'Part 1',
        'Part 1y',
        'Part 1z',
        'Part 1za',
        'Part 1zb',
        'Part 2',
        'Part 2b',
        'Part 2b2',
        'Part 2bb',
        'Part 2c',
      ],
      ['Part 1: 1 y z za zb', 'Part 2: 2 b b2 bb c'],
    ],
    [
      'a letter behind the second number',
      ['Title 2 Chapter 5', 'Title 2 Chapter 5b', 'Title 2 Chapter 6', 'Title 3 Chapter 6b'],
      ['Title 2 Chapter 5: 5 b'],
    ],
    ['ranges', ['Articles 3-7', 'Articles 3-7'], []],
    ['two numbers', ['Title 2 Chapter 5', 'Title 2 Chapter 6'], []],
    ['Roman numbers', ['Part IV', 'Part IVb', 'Part V'], ['Part IV: IV b']],
    ['neighbouring families', ['3.2', '3.2b', '3.3', '3.3b'], ['3.2: 3.2 b', '3.3: 3.3 b']],
    ['words only', ['Prologue', 'Epilogue'], []],
  ];

for (const [what, headings, found] of families) {
  test(`families: ${what}`, () => {
    assert.deepEqual(describe(makePages(...headings)), found);
  });
}

test('a section whose heading is a chapter is not mixed with the pages beside it', () => {
  const pages = makePages('Chapter 1', 'Chapter 1b', 'Chapter 1c');
  const [first, ...others] = pages;
  assert.ok(first);
  assert.deepEqual(describe([{ ...first, kind: 'section' }, ...others]), ['Chapter 1: b c']);
});

/** Headings in the proportions in which a library of 8,559 chapters has them. */
const heading = fc.oneof(
  { weight: 4898, arbitrary: fc.nat(6).map((number) => `Chapter ${number}`) },
  {
    weight: 2861,
    arbitrary: fc
      .tuple(fc.nat(6), fc.constantFrom('a', 'b', 'b2', 'c', 'cc', ' d', 'E', 'za'))
      .map((parts) => `Chapter ${parts.join('')}`),
  },
  { weight: 391, arbitrary: fc.nat(6).map((number) => `Articles ${number}-${number + 4}`) },
  { weight: 158, arbitrary: fc.constantFrom('Introduction', 'Notes', '') },
  { weight: 151, arbitrary: fc.nat(3).map((number) => `Title 2 Chapter ${number}${number > 2 ? 'b' : ''}`) },
  { weight: 74, arbitrary: fc.nat(3).map((number) => `Chapter ${number}b Simplified`) },
  { weight: 10, arbitrary: fc.constantFrom('Part I', 'Part II', 'Part IIb') },
  { weight: 8, arbitrary: fc.constantFrom('Plan A', 'Plan B') },
  { weight: 8, arbitrary: fc.constantFrom('3.2', '3.2b') },
);

test('every page is in one family at most, families are runs of one section, and only a first piece lacks its letter', () => {
  fc.assert(
    fc.property(fc.array(heading, { maxLength: 60 }), (headings) => {
      const pages = makePages(...headings);
      const places = findFamilies(pages);
      const numbers = new Map(pages.map(({ key }, at) => [key, at]));
      for (const [key, place] of places) {
        assert.ok(place.of >= 2 && place.of === place.members.length);
        assert.equal(place.members[place.index - 1], key);
        const at = place.members.map((member) => numbers.get(member) ?? -1);
        assert.ok(at.every((number, index) => index === 0 || number === (at[index - 1] ?? 0) + 1));
        assert.ok(place.members.every((member) => places.get(member)?.members === place.members));
        assert.equal(place.letter === '' && place.index > 1, false);
      }
    }),
    draws(200),
  );
});
