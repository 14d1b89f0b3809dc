import { dropRepeated } from '../diagnostics/drop-repeated.js';
import type { PlainValue } from '../formats/plain.js';
import type { PageKind } from '../model/book.js';
import type { BundleKind, Chapter, DateValue, FrontMatter } from '../model/chapter.js';
import type { DateRules, LanguagePlace } from '../model/config.js';
import type { Outcome } from '../model/diagnostic.js';
import type { FileTimes, LoadedFile } from '../model/source.js';
import { decodeText } from '../text/decode.js';
import { emptyHead } from '../text/empty-head.js';
import { languageOf } from '../text/file-language.js';
import { isTaxonomyPath, logicalPath } from '../text/logical-path.js';
import { openZone, utc, type Zone } from '../text/zone.js';
import { findBundleKind } from './bundle.js';
import {
  type CascadePage,
  type CascadeRule,
  type FindRules,
  mergeCascade,
  openCascades,
  readCascade,
} from './cascade.js';
import { reportEncoding } from './encoding.js';
import { readFields } from './fields.js';
import { readFileDate } from './file-date.js';
import { readFileTime, readOwnDate } from './file-time.js';
import { type ReadHead, type Reading, readHead } from './read-head.js';
import { chainDates, type DateChains, resolveDates } from './resolve-dates.js';
import { readTextTitle } from './text-title.js';

export interface ChapterOptions {
  /** IANA zone for dates without an offset. */
  readonly timeZone: string;
  /** Which language the site is in, and which the suffixes of file names can name. */
  readonly place: Pick<LanguagePlace, 'key' | 'main' | 'keys'>;
  /** `production`, `development`: what a `cascade` may ask for. */
  readonly environment: string;
  /** Where the dates of chapters are looked for. */
  readonly dates: DateRules;
  /** Keys that name terms: where an `_index.md` describes a taxonomy or a term. */
  readonly taxonomies: readonly string[];
  /** The `cascade` of the configuration, keys lower-cased; null for none. */
  readonly cascade: unknown;
  /** By `Chapter.file`: what `:git` and `:fileModTime` stand for. */
  readonly times: ReadonlyMap<string, FileTimes>;
}

/** A file whose head is read and whose fields are not yet cast. */
interface Opened {
  readonly path: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly bundle: BundleKind;
  readonly borrowed?: string;
  readonly head: ReadHead;
}

/** Where the dates of chapters come from. */
interface DateSources {
  readonly chains: DateChains;
  readonly zone: Zone;
  readonly times: ChapterOptions['times'];
}

const defaults: ChapterOptions = {
  timeZone: 'UTC',
  place: { key: 'en', main: 'en', keys: [] },
  environment: 'production',
  dates: {},
  taxonomies: [],
  cascade: null,
  times: new Map(),
};

/**
 * Turns Markdown files into chapters, in the order given:
 *
 * 1. decode the file (UTF-8, else `front-matter/not-utf-8` and no chapter);
 * 2. find where its front matter starts and ends, and in which language it is;
 * 3. parse it, and find the places of its keys;
 * 4. add the values that cascade from the pages above and from the configuration;
 * 5. cast the keys that have a meaning, and keep the others as params;
 * 6. resolve the dates.
 *
 * Reports every fault of every file, at its place; never throws. A chapter whose head cannot be read
 * keeps its place in the book, so that links to it and addresses beside it are judged as if it were mended.
 */
export function readChapters(
  files: readonly LoadedFile[],
  asked: Partial<ChapterOptions>,
): Outcome<readonly Chapter[]> {
  const options = { ...defaults, ...asked };
  const reading: Reading = { zone: openZone(options.timeZone) ?? utc, diagnostics: [] };
  const opened = files.flatMap((file) => openChapter(file, options.place, reading) ?? []);
  const rules = collectCascades(opened, options, reading);
  const chains = chainDates(options.dates);
  const chapters = opened.map((chapter) => {
    const { fields, places } = collectFields(chapter, rules, options);
    const head = { ...chapter.head, fields, places };
    return castChapter({ ...chapter, head }, { chains, zone: reading.zone, times: options.times });
  });
  // A fault in a value that cascades is found again in every chapter below.
  return { value: chapters, diagnostics: dropRepeated(reading.diagnostics) };
}

function openChapter(file: LoadedFile, place: ChapterOptions['place'], reading: Reading): Opened | null {
  const head = readHead(file, reading);
  if (head === null) {
    reading.diagnostics.push(reportEncoding(file));
    return null;
  }
  const { path, bytes } = file;
  const language = languageOf(file, place);
  const borrowed = language === place.key ? {} : { borrowed: language };
  return { path, file: file.file, bytes, bundle: findBundleKind(path, language), ...borrowed, head };
}

/** The rules of all cascades; null when there are none, as in most books. */
function collectCascades(
  opened: readonly Opened[],
  options: ChapterOptions,
  { zone, diagnostics }: Reading,
): FindRules | null {
  const declared = new Map<string, readonly CascadeRule[]>();
  for (const chapter of opened) {
    const field = chapter.head.fields?.find(({ key }) => key === 'cascade');
    if (field !== undefined)
      declared.set(
        describePage(chapter, options).path,
        readCascade(field, { ...options, language: options.place.key }),
      );
  }
  if (declared.size === 0 && options.cascade === null) return null;
  const source = { text: '', line: 1, column: 1 };
  const place = { file: 'cascade' };
  // A value of the configuration, which is plain; the model does not know that type.
  const value = options.cascade as PlainValue;
  const site = readCascade(
    { key: 'cascade', value, place, source, zone, diagnostics },
    { ...options, language: options.place.key },
  );
  return openCascades(declared, site);
}

/** The fields of a chapter with what cascades to it, and their places. */
function collectFields(
  opened: Opened,
  findRules: FindRules | null,
  options: ChapterOptions,
): Pick<ReadHead, 'fields' | 'places'> {
  const { fields, places } = opened.head;
  if (findRules === null || fields === null) return { fields, places };
  const page = describePage(opened, options);
  const merged = mergeCascade(fields, page, findRules(page.path));
  const cascaded = Object.fromEntries(merged.map(({ key, place }) => [key, place]));
  return { fields: merged, places: { ...cascaded, ...places } };
}

function castChapter({ head, bytes, ...identity }: Opened, { chains, zone, times }: DateSources): Chapter {
  const { places, bodyStart, bodyLine } = head;
  // Of one that cannot be read nothing is known, and the error keeps the whole book from publication.
  const chapter = { ...emptyHead, ...identity, places, bodyStart, bodyLine };
  if (head.fields === null) return chapter;
  const { frontMatter, dates: written, params } = readFields(head.fields);
  let { slug } = frontMatter;
  const findDate = (name: string): DateValue | undefined => {
    if (name !== ':filename')
      return readFileTime(name, times.get(identity.file), zone) ?? readOwnDate(params[name], zone);
    const found = readFileDate(identity.path, zone);
    // A name that gives the date gives the slug, too (content rule 3).
    slug ??= found?.slug;
    return found?.date;
  };
  const dates = resolveDates(written, chains, findDate);
  return {
    ...chapter,
    frontMatter: slug === undefined ? frontMatter : { ...frontMatter, slug },
    dates,
    params,
    ...findTextTitle(frontMatter, bytes, bodyStart),
  };
}

/** Few chapters have no name: only of these the text is looked at. */
function findTextTitle(
  { title, heading }: FrontMatter,
  bytes: Uint8Array,
  start: number,
): Pick<Chapter, 'textTitle'> {
  if (title !== undefined || heading !== undefined) return {};
  const textTitle = readTextTitle((decodeText(bytes) ?? '').slice(start));
  return textTitle === null ? {} : { textTitle };
}

function describePage(chapter: Opened, { place, taxonomies }: ChapterOptions): CascadePage {
  const path = `/${logicalPath(chapter, place.key)}`;
  return { path, kind: findKind(path, chapter.bundle, taxonomies) };
}

function findKind(path: string, bundle: BundleKind, taxonomies: readonly string[]): PageKind {
  if (path === '/') return 'home';
  if (bundle !== 'branch') return 'page';
  if (!isTaxonomyPath(path.slice(1), taxonomies)) return 'section';
  return path.lastIndexOf('/') === 0 ? 'taxonomy' : 'term';
}
