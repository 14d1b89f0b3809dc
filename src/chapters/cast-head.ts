import { namedLanguage } from '../content/origin.js';
import type { Chapter, DateValue, PageHead } from '../model/chapter.js';
import type { FileTimes } from '../model/source.js';
import type { Zone } from '../time/zone.js';
import type { Field } from './field.js';
import { readFields } from './fields.js';
import { readFileDate } from './file-date.js';
import { readFileTime, readOwnDate } from './file-time.js';
import { type DateChains, resolveDates } from './resolve-dates.js';

/** Where the dates of chapters come from. */
export interface DateSources {
  readonly chains: DateChains;
  readonly zone: Zone;
  /** Key of the site's language. */
  readonly language: string;
  /** By `Chapter.file`: what `:git` and `:fileModTime` stand for. */
  readonly times: ReadonlyMap<string, FileTimes>;
}

/** The fields of a page and where their values are written. */
export interface PlacedFields {
  readonly fields: readonly Field[];
  readonly places: PageHead['places'];
}

/** The file that a head stands in: its name and its times may give dates. */
type HeadFile = Pick<Chapter, 'path' | 'file' | 'bundle' | 'origin'>;

/** Casts the fields of a page and resolves its dates; `source` is null for a page without a file. */
export function castHead(
  { fields, places }: PlacedFields,
  source: HeadFile | null,
  { chains, zone, language, times }: DateSources,
): PageHead {
  const { frontMatter, dates: written, params } = readFields(fields);
  let { slug } = frontMatter;
  const findDate = (name: string): DateValue | undefined => {
    if (name !== ':filename')
      return readFileTime(name, times.get(source?.file ?? ''), zone) ?? readOwnDate(params[name], zone);
    const found = source === null ? null : readFileDate(source, namedLanguage(source, language), zone);
    // A name that gives the date gives the slug, too (content rule 3).
    slug ??= found?.slug;
    return found?.date;
  };
  const dates = resolveDates(written, chains, findDate);
  return {
    frontMatter: slug === undefined ? frontMatter : { ...frontMatter, slug },
    dates,
    params,
    places,
  };
}
