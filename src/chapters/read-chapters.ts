import type { PlainValue } from '../formats/plain.js';
import type { PageKind } from '../model/book.js';
import type { BundleKind, Chapter, FrontMatter } from '../model/chapter.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { LoadedFile } from '../model/source.js';
import { logicalPath } from '../text/logical-path.js';
import { openZone, utc } from '../text/zone.js';
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
import { type ReadHead, type Reading, readHead } from './read-head.js';
import { resolveDates } from './resolve-dates.js';

export interface ChapterOptions {
  /** IANA zone for dates without an offset. */
  readonly timeZone: string;
  /** Of the book, for suffixes of file names. */
  readonly language: string;
  /** `production`, `development`: what a `cascade` may ask for. */
  readonly environment: string;
  /** The `cascade` of the configuration, keys lower-cased; null for none. */
  readonly cascade: unknown;
}

/** A file whose head is read and whose fields are not yet cast. */
interface Opened {
  readonly path: string;
  readonly file: string;
  readonly bundle: BundleKind;
  readonly head: ReadHead;
}

/** A chapter without a head, or with one that cannot be read: the error then keeps the whole book from publication. */
const noFields: FrontMatter = { weight: 0, draft: false, aliases: [], keywords: [], resources: [] };

const defaults: ChapterOptions = {
  timeZone: 'UTC',
  language: 'en',
  environment: 'production',
  cascade: null,
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
  const opened = files.flatMap((file) => openChapter(file, reading) ?? []);
  const rules = collectCascades(opened, options, reading);
  const chapters = opened.map((chapter) => castChapter(chapter, rules, options));
  return { value: chapters, diagnostics: dropRepeats(reading.diagnostics) };
}

function openChapter(file: LoadedFile, reading: Reading): Opened | null {
  const head = readHead(file, reading);
  if (head === null) {
    reading.diagnostics.push(reportEncoding(file));
    return null;
  }
  return { path: file.path, file: file.file, bundle: findBundleKind(file.path), head };
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
    if (field !== undefined) declared.set(describePage(chapter, options).path, readCascade(field, options));
  }
  if (declared.size === 0 && options.cascade === null) return null;
  const source = { text: '', line: 1, column: 1 };
  const place = { file: 'cascade' };
  // A value of the configuration, which is plain; the model does not know that type.
  const value = options.cascade as PlainValue;
  const site = readCascade({ key: 'cascade', value, place, source, zone, diagnostics }, options);
  return openCascades(declared, site);
}

function castChapter(opened: Opened, findRules: FindRules | null, options: ChapterOptions): Chapter {
  const { path, file, bundle, head } = opened;
  const { places, bodyStart, bodyLine } = head;
  const chapter = { path, file, bundle, places, bodyStart, bodyLine };
  if (head.fields === null) return { ...chapter, frontMatter: noFields, dates: {}, params: {} };
  if (findRules === null) return { ...chapter, ...castFields(head.fields) };
  const page = describePage(opened, options);
  const fields = mergeCascade(head.fields, page, findRules(page.path));
  const cascaded = Object.fromEntries(fields.map(({ key, place }) => [key, place]));
  return { ...chapter, ...castFields(fields), places: { ...cascaded, ...places } };
}

function castFields(
  fields: Parameters<typeof readFields>[0],
): Pick<Chapter, 'frontMatter' | 'dates' | 'params'> {
  const { frontMatter, dates, params } = readFields(fields);
  return { frontMatter, dates: resolveDates(dates), params };
}

function describePage(chapter: Opened, { language }: ChapterOptions): CascadePage {
  const path = `/${logicalPath(chapter, language)}`;
  return { path, kind: findKind(path, chapter.bundle) };
}

function findKind(path: string, bundle: BundleKind): PageKind {
  if (path === '/') return 'home';
  return bundle === 'branch' ? 'section' : 'page';
}

/** A fault in a value that cascades is found again in every chapter below. */
function dropRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((diagnostic) => {
    const key = JSON.stringify(diagnostic);
    return !seen.has(key) && seen.add(key);
  });
}
