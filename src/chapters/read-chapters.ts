import { emptyHead } from '../content/empty-head.js';
import { dropRepeated } from '../diagnostics/drop-repeated.js';
import { decodeText } from '../files/decode.js';
import type { Chapter, FrontMatter, VirtualHeads } from '../model/chapter.js';
import type { Config, DateRules } from '../model/config.js';
import type { Outcome } from '../model/diagnostic.js';
import type { FileTimes, LoadedFile } from '../model/source.js';
import { plainInline } from '../text/plain-inline.js';
import { openZone, utc } from '../time/zone.js';
import { castHead, type DateSources } from './cast-head.js';
import { type ChapterSite, type OpenedChapter, openChapter } from './open-chapter.js';
import {
  type CascadeContext,
  describeTargetPage,
  type Inherit,
  openInheritance,
} from './open-inheritance.js';
import type { HeadReading } from './read-head.js';
import { type CastVirtual, readVirtualHeads } from './read-virtual-heads.js';
import { chainDates } from './resolve-dates.js';

export interface ChapterOptions extends ChapterSite {
  /** IANA zone for dates without an offset. */
  readonly timeZone: string;
  /** `production`, `development`: what a `cascade` may ask for. */
  readonly environment: string;
  /** Where the dates of chapters are looked for. */
  readonly dates: DateRules;
  /** Keys that name terms: where an `_index.md` describes a taxonomy or a term. */
  readonly taxonomies: readonly string[];
  /** The `cascade` of the configuration; null for none. */
  readonly cascade: Config['cascade'];
  /** By `Chapter.file`: what `:git` and `:fileModTime` stand for. */
  readonly times: ReadonlyMap<string, FileTimes>;
}

/** Is told of each chapter as soon as its head is read, so that work on its text can begin. */
export type OnOpened = (chapter: OpenedChapter) => void;

/** The chapters of a book, and what cascades to the pages that none of them makes. */
export interface ReadChapters extends Outcome<readonly Chapter[]> {
  readonly virtualHeads: VirtualHeads;
}

const defaults: ChapterOptions = {
  timeZone: 'UTC',
  place: { key: 'en', main: 'en', keys: [] },
  assigned: new Map(),
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
 * 6. resolve the dates;
 * 7. do 4 to 6 for the pages that have no file.
 *
 * Reports every fault of every file, at its place; never throws. A chapter whose head cannot be read
 * keeps its place in the book, so that links to it and addresses beside it are judged as if it were mended.
 */
export function readChapters(
  files: readonly LoadedFile[],
  asked: Partial<ChapterOptions>,
  onOpened?: OnOpened,
): ReadChapters {
  const options = { ...defaults, ...asked };
  const reading: HeadReading = { zone: openZone(options.timeZone) ?? utc, diagnostics: [] };
  const opened = files.flatMap((file) => {
    const chapter = openChapter(file, options, reading);
    if (chapter !== null) onOpened?.(chapter);
    return chapter ?? [];
  });
  const context = { ...options, language: options.place.key };
  const inherit = openInheritance(opened, context, reading);
  const { times } = options;
  const { language } = context;
  const sources = { chains: chainDates(options.dates), zone: reading.zone, language, times };
  const chapters = opened.map((chapter) =>
    castChapter(inherit === null ? chapter : addInherited(chapter, inherit, context), sources),
  );
  const virtualHeads =
    inherit === null
      ? new Map()
      : readVirtualHeads(chapters, options.taxonomies, createVirtualCast(inherit, sources));
  // A fault in a value that cascades is found again in every page below.
  return { value: chapters, virtualHeads, diagnostics: dropRepeated(reading.diagnostics) };
}

/** The chapter with the fields that cascade to it; one whose head cannot be read gets none. */
function addInherited(chapter: OpenedChapter, inherit: Inherit, context: CascadeContext): OpenedChapter {
  const { fields, places } = chapter.head;
  if (fields === null) return chapter;
  const inherited = inherit({ fields, places }, describeTargetPage(chapter, context));
  return { ...chapter, head: { ...chapter.head, ...inherited } };
}

function createVirtualCast(inherit: Inherit, sources: DateSources): CastVirtual {
  return (page) => {
    const inherited = inherit({ fields: [], places: {} }, page);
    return inherited.fields.length === 0 ? null : castHead(inherited, null, sources);
  };
}

function castChapter(opened: OpenedChapter, sources: DateSources): Chapter {
  const { path, file, bundle, origin, head, source } = opened;
  const { fields, places, bodyStart, bodyLine } = head;
  // Of a head that cannot be read nothing is known, and the error keeps the whole book from publication.
  const cast = fields === null ? { ...emptyHead, places } : castHead({ fields, places }, opened, sources);
  const { frontMatter, dates, params } = cast;
  const textTitle = fields === null ? null : findTextTitle(frontMatter, source, bodyStart);
  // Spelled out: V8 gives each object that is spread from several others a kind of its own.
  const chapter = { path, file, bundle, frontMatter, dates, params, places, bodyStart, bodyLine };
  if (origin === undefined && textTitle === null) return chapter;
  return {
    ...chapter,
    ...(origin === undefined ? {} : { origin }),
    ...(textTitle === null ? {} : { textTitle }),
  };
}

/** Few chapters have no name: only of these the text is looked at. */
function findTextTitle({ title, heading }: FrontMatter, source: LoadedFile, start: number): string | null {
  if (title !== undefined || heading !== undefined) return null;
  return readTextTitle((decodeText(source.bytes) ?? '').slice(start));
}

/** Longer lines are no titles, and would cost time. */
const longest = 1000;

const atx = /^ {0,3}#[ \t]+(\S.*)$/;
/** What closes such a heading. */
const close = /(?<![ \t])[ \t]+#*$/;
const underline = /^ {0,3}=+[ \t]*$/;

/** The text of the heading of level 1 that a body begins with (CommonMark 4.2, 4.3); null where it begins otherwise. */
export function readTextTitle(body: string): string | null {
  const start = body.search(/\S/);
  const [first = '', second = ''] = body.slice(body.lastIndexOf('\n', start) + 1).split('\n', 2);
  if (first.length > longest) return null;
  const heading =
    atx.exec(first.trimEnd())?.[1]?.replace(close, '') ??
    (underline.test(second) && !/^ {4}|^\t/.test(first) ? first : null);
  return heading === null ? null : plainInline(heading) || null;
}
