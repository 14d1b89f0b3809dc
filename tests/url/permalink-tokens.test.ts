import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillPattern, findUnknownToken, type TokenValues } from '../../src/url/permalink-tokens.js';

const values: TokenValues = {
  date: { ms: 0, iso: '2024-12-31T23:04:05+09:00' },
  sections: ['a', 'b', 'c'],
  sectionSlugs: ['x', 'y', 'z'],
  title: 'the-title',
  slug: null,
  baseName: 'file',
};

test('dates are those of the place where they were written', () => {
  assert.equal(fillPattern('/:year/:month/:day/:yearday/:weekday/', values), '/2024/12/31/366/2/');
  assert.equal(fillPattern('/:15/:04/:Monday/:06/', values), '/23/04/tuesday/24/');
});

test('slices are lenient at their edges', () => {
  const cases: readonly (readonly [string, string])[] = [
    [':sections[0]', 'a'],
    [':sections[9]', ''],
    [':sections[last]', 'c'],
    [':sections[1:]', 'b/c'],
    [':sections[:last]', 'a/b'],
    [':sections[0:2]', 'a/b'],
    [':sections[5:9]', ''],
    [':sectionslugs[last]', 'z'],
  ];
  for (const [pattern, filled] of cases) assert.equal(fillPattern(pattern, values), filled, pattern);
});

test('a backslash makes a colon, and what is no token stays', () => {
  assert.equal(fillPattern('/a\\:slug/:nothing/:constructor/', values), '/a:slug/:nothing/:constructor/');
  assert.equal(findUnknownToken('/:slug/:nothing/'), 'nothing');
  assert.equal(findUnknownToken('/:slug/:2006/:sections[last]/'), null);
});
