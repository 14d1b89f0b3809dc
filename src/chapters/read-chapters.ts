import { isUtf8 } from 'node:buffer';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Span } from '../formats/key-place.js';
import { findPlaces } from '../formats/places.js';
import { createMap, type PlainMap } from '../formats/plain.js';
import type { Chapter, FrontMatter } from '../model/chapter.js';
import type { Diagnostic, Outcome, Place } from '../model/diagnostic.js';
import type { LoadedFile } from '../model/source.js';
import { decodeText } from '../text/decode.js';
import { openZone, utc, type Zone } from '../text/zone.js';
import { findBundleKind } from './bundle.js';
import { reportEncoding } from './encoding.js';
import type { Field } from './field.js';
import { readFields } from './fields.js';
import { type FoundHead, findFrontMatter, type Head } from './find-front-matter.js';
import { isTooLarge, parseFrontMatter } from './parse-front-matter.js';
import { resolveDates } from './resolve-dates.js';

export interface ChapterOptions {
  /** IANA zone for dates without an offset. */
  readonly timeZone: string;
}

/** What all chapters of a run share. */
interface Reading {
  readonly zone: Zone;
  readonly diagnostics: Diagnostic[];
}

/** A head as data, with the places of its keys in the file. */
interface ParsedHead {
  readonly data: PlainMap;
  readonly places: Readonly<Record<string, Place>>;
}

/** Bytes; longer than nearly every head. */
const beginningSize = 1024;

/** A chapter without a head, or with one that cannot be read: the error then keeps the whole book from publication. */
const noFields: FrontMatter = { weight: 0, draft: false, aliases: [], keywords: [] };

/**
 * Turns Markdown files into chapters, in the order given:
 *
 * 1. decode the file (UTF-8, else `front-matter/not-utf-8` and no chapter);
 * 2. find where its front matter starts and ends, and in which language it is;
 * 3. parse it, and find the places of its keys;
 * 4. cast the keys that have a meaning, and keep the others as params;
 * 5. resolve the dates.
 *
 * Reports every fault of every file, at its place; never throws. A chapter whose head cannot be read
 * keeps its place in the book, so that links to it and addresses beside it are judged as if it were mended.
 */
export function readChapters(
  files: readonly LoadedFile[],
  options: ChapterOptions,
): Outcome<readonly Chapter[]> {
  const reading: Reading = { zone: openZone(options.timeZone) ?? utc, diagnostics: [] };
  const chapters: Chapter[] = [];
  for (const file of files) {
    const found = readHead(file.bytes);
    if (found === null) reading.diagnostics.push(reportEncoding(file));
    else chapters.push(readChapter(file, found, reading));
  }
  return { value: chapters, diagnostics: reading.diagnostics };
}

/**
 * Decodes no more than the head's part of a file where that is enough: bodies are a hundred times longer. Null when
 * any part of the file is not UTF-8.
 */
function readHead(bytes: Uint8Array): FoundHead | null {
  if (!isUtf8(bytes)) return null;
  const beginning = findFrontMatter(decodeText(cutLines(bytes)) ?? '');
  if (beginning.kind === 'head') return beginning;
  return findFrontMatter(decodeText(bytes) ?? '');
}

/** The whole lines within the first bytes of a file. */
function cutLines(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.lastIndexOf(0x0a, beginningSize) + 1);
}

function readChapter({ path, file }: LoadedFile, found: FoundHead, reading: Reading): Chapter {
  const bundle = findBundleKind(path);
  const bare = { path, file, bundle, dates: {}, params: {}, places: {}, bodyStart: 0, bodyLine: 1 };
  if (found.kind === 'none') return { ...bare, frontMatter: noFields };
  if (found.kind === 'fault') {
    reading.diagnostics.push(diagnose(found.code, found.details as never, { file, ...found.span }));
    return { ...bare, frontMatter: noFields };
  }
  const { bodyStart, bodyLine } = found;
  const parsed = parseHead(found, file, reading);
  if (parsed === null) return { ...bare, frontMatter: noFields, bodyStart, bodyLine };
  const { frontMatter, dates, params } = readFields(toFields(found, parsed, file, reading));
  const { places } = parsed;
  return { path, file, bundle, frontMatter, dates: resolveDates(dates), params, places, bodyStart, bodyLine };
}

function parseHead(head: Head, file: string, { diagnostics }: Reading): ParsedHead | null {
  const { format, text } = head;
  if (isTooLarge(text)) {
    diagnostics.push(
      diagnose('front-matter/too-large', { characters: text.length }, { file, line: head.line }),
    );
    return null;
  }
  const parsed = parseFrontMatter(format, text);
  if (parsed.ok) return { data: parsed.value, places: placeKeys(head, file) };
  const details = { format: format.toUpperCase(), reason: parsed.message };
  const span = { line: parsed.line, column: parsed.column, length: 1 };
  diagnostics.push(diagnose('front-matter/invalid-syntax', details, toPlace(head, file, span)));
  return null;
}

function placeKeys(head: Head, file: string): Readonly<Record<string, Place>> {
  const places = createMap<Place>();
  for (const [path, place] of findPlaces(head.format, head.text)) {
    if (place.depth === 1) places[path] = toPlace(head, file, place.value);
  }
  return places;
}

/** From a place in the head to the same place in its file. */
function toPlace(head: Head, file: string, { line, column, length }: Span): Place {
  const shift = line === 1 ? head.column - 1 : 0;
  return { file, line: line + head.line - 1, column: column + shift, length };
}

function toFields(
  head: Head,
  { data, places }: ParsedHead,
  file: string,
  reading: Reading,
): readonly Field[] {
  const { zone, diagnostics } = reading;
  const source = { text: head.text, line: head.line, column: head.column };
  const fallback = { file, line: head.line };
  return Object.entries(data).map(([key, value]) => {
    return { key, value, place: places[key] ?? fallback, source, zone, diagnostics };
  });
}
