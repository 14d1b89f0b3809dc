import { baseName, splitPath } from '../content/logical-path.js';
import { namedLanguage } from '../content/origin.js';
import { createMap, type PlainMap, type PlainValue } from '../formats/plain.js';
import type { Chapter, DateValue, FrontMatter, PageHead } from '../model/chapter.js';
import type { FileTimes } from '../model/source.js';
import { fromUnixSeconds, parseDate } from '../time/dates.js';
import type { Zone } from '../time/zone.js';
import { beheadBuild } from './build-options.js';
import { type Field, reportAt } from './field.js';
import { frontMatterKeys } from './front-matter-keys.js';
import { assignField, type Gathering } from './gathering.js';
import { type DateChains, type DateKey, resolveDates } from './resolve-dates.js';

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

/** The date that `:git` or `:filemodtime` stands for (content rule 3); undefined where it is not known. */
function readFileTime(
  token: string,
  { committed, modified }: FileTimes = {},
  zone: Zone,
): DateValue | undefined {
  if (token === ':git' && committed !== undefined) return parseDate(committed, zone) ?? undefined;
  if (token !== ':filemodtime' || modified === undefined) return undefined;
  return fromUnixSeconds(modified) ?? undefined;
}

/** The date under a key of the author's own. */
function readOwnDate(value: PlainValue | undefined, zone: Zone): DateValue | undefined {
  return typeof value === 'string' ? (parseDate(value, zone) ?? undefined) : undefined;
}

/** What the name of a file says of its chapter. */
interface FileDate {
  readonly date: DateValue;
  /** What follows the date in the name: the slug of a chapter that has none. */
  readonly slug: string | undefined;
}

const dated = /^(\d{4}-\d\d-\d\d)(?:.(\d\d)-(\d\d)-(\d\d))?(.*)$/su;

/**
 * Reads the date at the beginning of a file's name, or of the folder's for a bundle (content rule 3):
 * `2025-03-04-title.md`, `2025-03-04T10-20-30-title.md`; the suffix of its language is no part of the name. Null without one.
 */
function readFileDate(
  { path, bundle }: Pick<Chapter, 'path' | 'bundle'>,
  language: string,
  zone: Zone,
): FileDate | null {
  const name = bundle === 'single' ? baseName(path, language) : splitPath(splitPath(path).folder).name;
  const parts = dated.exec(name);
  if (parts === null) return null;
  const [, day = '', hour, minute, second, rest = ''] = parts;
  const date = parseDate(hour === undefined ? day : `${day}T${hour}:${minute}:${second}`, zone);
  return date === null ? null : { date, slug: rest.replace(/^[ _-]+|(?<![ _-])[ _-]+$/g, '') || undefined };
}

/** What the keys of one head say, typed. */
interface TypedFields {
  readonly frontMatter: FrontMatter;
  readonly dates: { readonly [key in DateKey]?: DateValue };
  readonly params: PlainMap;
}

const takes = new Map(frontMatterKeys.map(({ name, take }) => [name.toLowerCase(), take]));

/**
 * Casts the fields of a head and sorts them into their places; keys without a row are the author's own and go to
 * `params`, and what stands under `params:` goes over them. Reports what each cast reports, and
 * `front-matter/draft-conflict`; a value that cannot be cast counts as absent, except that doubt about a draft holds
 * the chapter back.
 */
function readFields(fields: readonly Field[]): TypedFields {
  const into = startGathering();
  for (const field of fields) {
    const take = takes.get(field.key);
    if (take === undefined) into.params[field.key] = field.value;
    else take(field, into);
  }
  const { typed, dates, params } = into;
  typed.draft = decideDraft(into);
  assignField(typed, 'build', into.oldBuild);
  if (into.headless === true) typed.build = beheadBuild(typed.build);
  if (into.own !== undefined) Object.assign(params, into.own);
  return { frontMatter: typed, dates, params };
}

function startGathering(): Gathering {
  const typed = { weight: 0, draft: false, aliases: noTexts, keywords: noTexts, resources: noResources };
  return { typed, dates: {}, params: createMap() };
}

const noTexts: readonly string[] = [];
const noResources: FrontMatter['resources'] = [];

/** `draft` decides; `published: false` counts where it is absent. */
function decideDraft({ draft, published }: Gathering): boolean {
  if (published === undefined) return draft ?? false;
  if (draft === published.says) {
    reportAt(published, 'front-matter/draft-conflict', { draft, published: published.says });
  }
  return draft ?? !published.says;
}
