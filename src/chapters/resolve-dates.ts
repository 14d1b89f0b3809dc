import type { ChapterDates, DateValue } from '../model/chapter.js';

/** The date keys of the front matter, lower-cased. */
export type DateKey =
  | 'date'
  | 'publishdate'
  | 'pubdate'
  | 'published'
  | 'lastmod'
  | 'modified'
  | 'expirydate'
  | 'unpublishdate';

/** The dates that could be read, by key. */
export type WrittenDates = { readonly [key in DateKey]?: DateValue };

const publishing: readonly DateKey[] = ['publishdate', 'pubdate', 'published'];

const chains: readonly (readonly [keyof ChapterDates, readonly DateKey[]])[] = [
  ['date', ['date', ...publishing, 'lastmod', 'modified']],
  ['lastmod', ['lastmod', 'modified', 'date', ...publishing]],
  ['publishDate', [...publishing, 'date']],
  ['expiryDate', ['expirydate', 'unpublishdate']],
];

/** Takes, for each of the four dates, the first that is there along its chain (content rule 3). */
export function resolveDates(written: WrittenDates): ChapterDates {
  const dates: { -readonly [key in keyof ChapterDates]: ChapterDates[key] } = {};
  for (const [result, chain] of chains) {
    const date = pickFirst(chain, written);
    if (date !== undefined) dates[result] = date;
  }
  return dates;
}

function pickFirst(chain: readonly DateKey[], written: WrittenDates): DateValue | undefined {
  for (const key of chain) {
    if (written[key] !== undefined) return written[key];
  }
  return undefined;
}
