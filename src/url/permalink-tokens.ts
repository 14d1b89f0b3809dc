import type { DateValue } from '../model/chapter.js';
import { countDays, formatGoTime, nameDay, nameMonth, readClock } from '../time/go-time.js';

/** What tokens can say of a page; names are as they will stand in the address. */
export interface TokenValues {
  readonly date: DateValue | null;
  /** Names and slugs of the sections that hold it, the outermost first. */
  readonly sections: readonly string[];
  readonly sectionSlugs: readonly string[];
  readonly title: string;
  /** `slug`, or null. */
  readonly slug: string | null;
  /** Name of the file, or of a bundle's folder. */
  readonly baseName: string;
}

const token = /\\:|:(\w+)(?:\[([^\]]*)\])?/g;

type Print = (values: TokenValues, slice: string | undefined) => string;

const tokens: Readonly<Record<string, Print>> = {
  year: byClock((clock) => String(clock.getUTCFullYear())),
  month: byClock((clock) => String(clock.getUTCMonth() + 1).padStart(2, '0')),
  monthname: byClock((clock) => nameMonth(clock).toLowerCase()),
  day: byClock((clock) => String(clock.getUTCDate()).padStart(2, '0')),
  weekday: byClock((clock) => String(clock.getUTCDay())),
  weekdayname: byClock((clock) => nameDay(clock).toLowerCase()),
  yearday: byClock((clock) => String(countDays(clock))),
  section: ({ sections }) => sections[0] ?? '',
  sectionslug: ({ sectionSlugs }) => sectionSlugs[0] ?? '',
  sections: ({ sections }, slice) => takeSlice(sections, slice).join('/'),
  sectionslugs: ({ sectionSlugs }, slice) => takeSlice(sectionSlugs, slice).join('/'),
  title: ({ title }) => title,
  slug: ({ slug, title }) => slug ?? title,
  contentbasename: ({ baseName }) => baseName,
  filename: ({ baseName }) => baseName,
  slugorcontentbasename: ({ slug, baseName }) => slug ?? baseName,
  slugorfilename: ({ slug, baseName }) => slug ?? baseName,
};

/** The names of the tokens, without their colon; layouts of Go's dates are tokens as well. */
export const tokenNames: readonly string[] = Object.keys(tokens);

/** The first token of a pattern that is none, without its colon; null when all are known (content rule 6). */
export function findUnknownToken(pattern: string): string | null {
  for (const [, name] of pattern.matchAll(token)) {
    if (name !== undefined && !Object.hasOwn(tokens, name) && formatGoTime(name, new Date(0)) === null)
      return name;
  }
  return null;
}

/** True for a `url` with tokens, or with a colon that is meant to be one. */
export function hasTokens(url: string): boolean {
  return url.search(token) !== -1;
}

/** Fills in the tokens of a pattern (content rule 6); `\:` is a colon, what is no token stays. */
export function fillPattern(pattern: string, values: TokenValues): string {
  return pattern.replace(token, (written, name?: string, slice?: string) => {
    if (name === undefined) return ':';
    const print = Object.hasOwn(tokens, name) ? tokens[name] : undefined;
    if (print !== undefined) return print(values, slice);
    return formatGoTime(name, readClock(values.date))?.toLowerCase() ?? written;
  });
}

function byClock(print: (clock: Date) => string): Print {
  return ({ date }) => print(readClock(date));
}

/** `[1:]`, `[:last]`, `[last]`, `[0]`: part of a list, lenient at its edges; the whole list without a slice. */
function takeSlice(list: readonly string[], slice: string | undefined): readonly string[] {
  if (slice === undefined) return list;
  const [from = '', to] = slice.split(':');
  const start = readIndex(from, list, 0);
  if (to === undefined) return list.slice(start, start + 1);
  return list.slice(start, readIndex(to, list, list.length));
}

function readIndex(written: string, list: readonly string[], fallback: number): number {
  if (written === 'last') return Math.max(0, list.length - 1);
  return /^\d+$/.test(written) ? Number(written) : fallback;
}
