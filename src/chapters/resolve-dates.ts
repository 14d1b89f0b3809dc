import type { ChapterDates, DateValue } from '../model/chapter.js';
import type { DateRules } from '../model/config.js';

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

/** Finds the date of a key that is the author's own, or of a token such as `:filename`. */
export type FindDate = (name: string) => DateValue | undefined;

/** For each of the four dates, where to look, in order; each key brings its other names along. */
export type DateChains = readonly (readonly [keyof ChapterDates, readonly string[]])[];

const publishing: readonly DateKey[] = ['publishdate', 'pubdate', 'published'];

const defaults: DateChains = [
  ['date', ['date', ...publishing, 'lastmod', 'modified']],
  ['lastmod', [':git', 'lastmod', 'modified', 'date', ...publishing]],
  ['publishDate', [...publishing, 'date']],
  ['expiryDate', ['expirydate', 'unpublishdate']],
];

const otherNames: Readonly<Record<string, readonly string[]>> = {
  publishdate: publishing,
  lastmod: ['lastmod', 'modified'],
  expirydate: ['expirydate', 'unpublishdate'],
};

/** The chains of a configuration (content rule 3); `:default` stands for the chain it replaces. */
export function chainDates(rules: DateRules): DateChains {
  return defaults.map(([result, chain]) => [
    result,
    rules[result]?.flatMap((name) => (name === ':default' ? chain : (otherNames[name] ?? [name]))) ?? chain,
  ]);
}

/**
 * Takes, for each of the four dates, the first that is there along its chain. Where `date` is not written, the date
 * found for it stands in for it in the other chains: a `lastmod` in the future holds a page back, as in Hugo.
 */
export function resolveDates(written: WrittenDates, chains: DateChains, findDate: FindDate): ChapterDates {
  const dates: { -readonly [key in keyof ChapterDates]: ChapterDates[key] } = {};
  let known = written;
  for (const [result, chain] of chains) {
    const date = pickFirst(chain, known, findDate);
    if (date === undefined) continue;
    dates[result] = date;
    if (result === 'date') known = { date, ...written };
  }
  return dates;
}

function pickFirst(
  chain: readonly string[],
  written: WrittenDates,
  findDate: FindDate,
): DateValue | undefined {
  for (const name of chain) {
    // A name that is no key of the table is looked up as the author's own.
    const date = written[name as DateKey] ?? findDate(name);
    if (date !== undefined) return date;
  }
  return undefined;
}
