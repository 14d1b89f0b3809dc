import type { KeyPlace, KeyPlaces, Span } from './key-place.js';
import { placeAt } from './place-at.js';

/** The first fault of a text that is not JSON; `offset` counts UTF-16 units from 0. */
export interface JsonFault {
  readonly message: string;
  readonly offset: number;
}

interface Reader {
  readonly text: string;
  readonly places: Map<string, KeyPlace>;
  at: number;
  fault: JsonFault | null;
}

const blanks = /[ \t\n\r]*/y;
// Between the quotes: everything from the space on but the quote and the back-slash.
const string = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])|true\b|false\b|null\b/y;
const maxDepth = 64;

/** Finds the keys of objects. See `findPlaces`. */
export function findJsonPlaces(text: string): KeyPlaces {
  return readJsonKeys(text).places;
}

/** Reads the places of all keys up to the first fault (RFC 8259), or up to 64 levels. Never throws. */
export function readJsonKeys(text: string): { places: KeyPlaces; fault: JsonFault | null } {
  const reader: Reader = { text, places: new Map(), at: 0, fault: null };
  if (readValue(reader, []) && skipBlanks(reader) < text.length) {
    giveUp(reader, 'nothing more is expected after the value');
  }
  return { places: reader.places, fault: reader.fault };
}

/** `path` is null inside a list. Returns whether to go on, as all readers below do. */
function readValue(reader: Reader, path: readonly string[] | null, depth = 0): boolean {
  skipBlanks(reader);
  if (depth > maxDepth) return giveUp(reader, `values are nested more than ${maxDepth} levels deep`);
  if (accept(reader, '{')) return readMembers(reader, path, depth + 1);
  if (accept(reader, '[')) return readItems(reader, depth + 1);
  return (
    match(reader, string) !== null || match(reader, scalar) !== null || giveUp(reader, 'a value is expected')
  );
}

function readMembers(reader: Reader, path: readonly string[] | null, depth: number): boolean {
  skipBlanks(reader);
  if (accept(reader, '}')) return true;
  while (readMember(reader, path, depth)) {
    skipBlanks(reader);
    if (accept(reader, '}')) return true;
    if (!accept(reader, ',')) return giveUp(reader, '`,` or `}` is expected');
  }
  return false;
}

function readMember(reader: Reader, path: readonly string[] | null, depth: number): boolean {
  const keyStart = skipBlanks(reader);
  const key = match(reader, string);
  if (key === null) return giveUp(reader, 'a key in double quotes is expected');
  skipBlanks(reader);
  if (!accept(reader, ':')) return giveUp(reader, '`:` is expected');
  const valueStart = skipBlanks(reader);
  const inner = path === null ? null : [...path, (JSON.parse(key) as string).toLowerCase()];
  const ok = readValue(reader, inner, depth);
  if (inner !== null) {
    const value = toSpan(reader.text, valueStart, reader.at);
    recordPlace(reader, inner, { depth, key: toSpan(reader.text, keyStart, keyStart + key.length), value });
  }
  return ok;
}

function recordPlace(reader: Reader, path: readonly string[], place: KeyPlace): void {
  const name = path.join('.');
  if (!reader.places.has(name)) reader.places.set(name, place);
}

function readItems(reader: Reader, depth: number): boolean {
  skipBlanks(reader);
  if (accept(reader, ']')) return true;
  while (readValue(reader, null, depth)) {
    skipBlanks(reader);
    if (accept(reader, ']')) return true;
    if (!accept(reader, ',')) return giveUp(reader, '`,` or `]` is expected');
  }
  return false;
}

function skipBlanks(reader: Reader): number {
  match(reader, blanks);
  return reader.at;
}

function accept(reader: Reader, character: string): boolean {
  if (reader.text[reader.at] !== character) return false;
  reader.at += 1;
  return true;
}

function match(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (found === null) return null;
  reader.at += found[0].length;
  return found[0];
}

function giveUp(reader: Reader, message: string): false {
  reader.fault = { message, offset: reader.at };
  return false;
}

/** A value over several lines is marked on its first. */
function toSpan(text: string, start: number, end: number): Span {
  const lineEnd = text.indexOf('\n', start);
  return { ...placeAt(text, start), length: Math.min(end, lineEnd === -1 ? end : lineEnd) - start };
}
