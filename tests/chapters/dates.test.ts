import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHead, readOne } from './chapter.js';

/** The days of the four dates, `-` where there is none. */
function days(...lines: readonly string[]): string {
  const { dates } = readHead(...lines).chapter;
  const all = [dates.date, dates.lastmod, dates.publishDate, dates.expiryDate];
  return all.map((date) => date?.iso.slice(8, 10) ?? '-').join(' ');
}

/** Date, lastmod, publishDate, expiryDate: the chains of content rule 3. */
const chains: readonly (readonly [lines: readonly string[], days: string])[] = [
  [[], '- - - -'],
  [['date: 2025-01-01'], '01 01 01 -'],
  [['publishDate: 2025-01-02'], '02 02 02 -'],
  [['pubdate: 2025-01-03'], '03 03 03 -'],
  [['published: 2025-01-04'], '04 04 04 -'],
  [['lastmod: 2025-01-05'], '05 05 05 -'],
  [['modified: 2025-01-06'], '06 06 06 -'],
  [['date: 2025-01-01', 'modified: 2025-01-06'], '01 06 01 -'],
  [['expiryDate: 2025-01-07'], '- - - 07'],
  [['unpublishdate: 2025-01-08'], '- - - 08'],
  [['date: 2025-01-01', 'publishDate: 2025-01-02', 'lastmod: 2025-01-05'], '01 05 02 -'],
  [['date: 2025-01-01', 'modified: 2025-01-06', 'lastmod: 2025-01-05'], '01 05 01 -'],
  [['pubdate: 2025-01-03', 'published: 2025-01-04', 'publishdate: 2025-01-02'], '02 02 02 -'],
  [['unpublishdate: 2025-01-08', 'expirydate: 2025-01-07'], '- - - 07'],
  [['date: ""', 'publishdate:', 'lastmod: 2025-01-05'], '05 05 05 -'],
];

for (const [lines, expected] of chains) {
  test(`dates of {${lines.join(', ')}}`, () => assert.equal(days(...lines), expected));
}

test('after a date that is none the chain goes on', () => {
  const { chapter, codes } = readHead('date: soon', 'publishDate: 2025-01-02');
  assert.deepEqual(codes, ['front-matter/invalid-date']);
  assert.equal(chapter.dates.date?.iso, '2025-01-02T00:00:00Z');
});

test('numbers are seconds since 1970, unless they look like a year or a day', () => {
  assert.equal(readHead('date: 1697328000').chapter.dates.date?.iso, '2023-10-15T00:00:00Z');
  for (const written of ['2025', '20251013', 'true', '[2025-01-01]']) {
    assert.deepEqual(readHead(`date: ${written}`).codes, ['front-matter/invalid-date'], written);
  }
});

test('the configured zone places dates without an offset, in each language', () => {
  const texts = ['---\ndate: 2025-10-13\n---\n', '+++\ndate = 2025-10-13\n+++\n', '{"date": "2025-10-13"}'];
  for (const text of texts) {
    const { chapter } = readOne(text, 'America/Los_Angeles');
    assert.deepEqual(chapter?.dates.date, { ms: Date.UTC(2025, 9, 13, 7), iso: '2025-10-13T00:00:00-07:00' });
  }
});
