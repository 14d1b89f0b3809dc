import { isUtf8 } from 'node:buffer';
import { diagnose } from '../diagnostics/catalogue.js';
import { decodeText } from '../files/decode.js';
import type { RepeatedKey, Span } from '../formats/key-place.js';
import { findPlaces } from '../formats/places.js';
import { createMap, type PlainMap } from '../formats/plain.js';
import { addAll } from '../lists/add-all.js';
import type { Diagnostic, SourceSpan } from '../model/diagnostic.js';
import type { LoadedFile } from '../model/source.js';
import type { Zone } from '../time/zone.js';
import type { Field } from './field.js';
import { findCutValues } from './find-cut-values.js';
import { type FoundHead, findFrontMatter, type Head } from './find-front-matter.js';
import { isTooLarge, parseFrontMatter } from './parse-front-matter.js';

/** What all chapters of a run share. */
export interface HeadReading {
  readonly zone: Zone;
  readonly diagnostics: Diagnostic[];
}

/** The head of a chapter understood as keys and values, not yet cast. */
export interface ReadHead {
  /** Null when there is no head, or none that can be read: such a chapter has no fields, not even cascaded ones. */
  readonly fields: readonly Field[] | null;
  readonly places: Readonly<Record<string, SourceSpan>>;
  readonly bodyStart: number;
  readonly bodyLine: number;
}

/** A head as data, with the places of its keys in the file. */
interface ParsedHead {
  readonly data: PlainMap;
  readonly places: Readonly<Record<string, SourceSpan>>;
}

/** Bytes; longer than nearly every head. */
const beginningSize = 1024;

const noHead: ReadHead = { fields: [], places: {}, bodyStart: 0, bodyLine: 1 };

/**
 * Reads the head of a file: decodes it, finds the front matter, parses it, finds the places of its keys. Null when the
 * file is not UTF-8. Reports every other fault; what cannot be read has no fields.
 */
export function readHead({ file, bytes }: LoadedFile, reading: HeadReading): ReadHead | null {
  const found = findHead(bytes);
  if (found === null) return null;
  if (found.kind === 'none') return noHead;
  if (found.kind === 'fault') {
    reading.diagnostics.push(diagnose(found.code, found.details as never, { file, ...found.span }));
    return { ...noHead, fields: null };
  }
  const { bodyStart, bodyLine } = found;
  const parsed = parseHead(found, file, reading);
  if (parsed === null) return { ...noHead, fields: null, bodyStart, bodyLine };
  return { fields: toFields(found, parsed, file, reading), places: parsed.places, bodyStart, bodyLine };
}

/**
 * Decodes no more than the head's part of a file where that is enough: bodies are a hundred times longer. Null when
 * any part of the file is not UTF-8.
 */
function findHead(bytes: Uint8Array): FoundHead | null {
  if (!isUtf8(bytes)) return null;
  const beginning = findFrontMatter(decodeText(cutLines(bytes)) ?? '');
  if (beginning.kind === 'head') return beginning;
  return findFrontMatter(decodeText(bytes) ?? '');
}

/** The whole lines within the first bytes of a file. */
function cutLines(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.lastIndexOf(0x0a, beginningSize) + 1);
}

function parseHead(head: Head, file: string, { diagnostics }: HeadReading): ParsedHead | null {
  const { format, text } = head;
  if (isTooLarge(text)) {
    diagnostics.push(
      diagnose('front-matter/too-large', { characters: text.length }, { file, line: head.line }),
    );
    return null;
  }
  const parsed = parseFrontMatter(format, text);
  if (parsed.ok) {
    const { value: data, repeated = [] } = parsed;
    if (format === 'yaml') reportCutValues(head, file, diagnostics);
    addAll(
      diagnostics,
      repeated.map((key) => reportRepeated(head, file, key)),
    );
    return { data, places: placeKeys(head, file, repeated) };
  }
  const { message: reason, advice = null, line, column, length = 1 } = parsed;
  const details = { format: format.toUpperCase(), reason, advice };
  const span = { line, column, length };
  diagnostics.push(diagnose('front-matter/invalid-syntax', details, toPlace(head, file, span)));
  return null;
}

/** Reports `front-matter/cut-value` and `front-matter/lost-mark`. */
function reportCutValues(head: Head, file: string, diagnostics: Diagnostic[]): void {
  for (const { kind, key, lost, instead, span } of findCutValues(head.text)) {
    const code = kind === 'comment' ? 'front-matter/cut-value' : 'front-matter/lost-mark';
    diagnostics.push(diagnose(code, { key, lost, instead }, toPlace(head, file, span)));
  }
}

function reportRepeated(head: Head, file: string, { path, first, again }: RepeatedKey): Diagnostic {
  const earlier = first === null ? null : toPlace(head, file, first.key);
  const details = { key: path, line: earlier?.line ?? null };
  const related = earlier === null ? [] : [{ ...earlier, message: 'the first one is here' }];
  return diagnose('front-matter/duplicate-key', details, toPlace(head, file, again.key), related);
}

function placeKeys(
  head: Head,
  file: string,
  repeated: readonly RepeatedKey[],
): Readonly<Record<string, SourceSpan>> {
  const places = createMap<SourceSpan>();
  for (const [path, place] of findPlaces(head.format, head.text)) {
    if (place.depth === 1) places[path] = toPlace(head, file, place.value);
  }
  for (const { path, again } of repeated) {
    if (again.depth === 1) places[path] = toPlace(head, file, again.value);
  }
  return places;
}

/** From a place in the head to the same place in its file. */
function toPlace(head: Head, file: string, { line, column, length }: Span): SourceSpan {
  const shift = line === 1 ? head.column - 1 : 0;
  return { file, line: line + head.line - 1, column: column + shift, length };
}

function toFields(
  head: Head,
  { data, places }: ParsedHead,
  file: string,
  reading: HeadReading,
): readonly Field[] {
  const { zone, diagnostics } = reading;
  const source = { text: head.text, line: head.line, column: head.column };
  const fallback = { file, line: head.line };
  return Object.entries(data).map(([key, value]) => {
    return { key, value, place: places[key] ?? fallback, source, zone, diagnostics };
  });
}
