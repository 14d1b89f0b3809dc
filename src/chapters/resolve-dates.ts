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

const chains: Readonly<Record<keyof ChapterDates, readonly DateKey[]>> = {
  date: ['date', ...publishing, 'lastmod', 'modified'],
  lastmod: ['lastmod', 'modified', 'date', ...publishing],
  publishDate: [...publishing, 'date'],
  expiryDate: ['expirydate', 'unpublishdate'],
};

/** Takes, for each of the four dates, the first that is there along its chain (content rule 3). */
export function resolveDates(written: WrittenDates): ChapterDates {
  return {
    ...pick('date', written),
    ...pick('lastmod', written),
    ...pick('publishDate', written),
    ...pick('expiryDate', written),
  };
}

function pick(result: keyof ChapterDates, written: WrittenDates): ChapterDates {
  const key = chains[result].find((candidate) => written[candidate] !== undefined);
  const date = key === undefined ? undefined : written[key];
  return date === undefined ? {} : { [result]: date };
}
