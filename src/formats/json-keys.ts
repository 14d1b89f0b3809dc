import type { ListedKey, Span } from './key-place.js';
import { placeAt } from './place-at.js';

/** The first fault of a text that is not JSON; `offset` counts UTF-16 units from 0. */
export interface JsonFault {
  readonly message: string;
  readonly offset: number;
}

interface Reader {
  readonly text: string;
  readonly places: ListedKey[];
  at: number;
  fault: JsonFault | null;
}

const blanks = /[ \t\n\r]*/y;
// Between the quotes: everything from the space on but the quote and the back-slash.
const string = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"/y;
const scalar = /-?(?:0|[1-9]\d*(?!\d))(?:\.\d+(?!\d))?(?:[eE][-+]?\d+)?(?![\w.])|true\b|false\b|null\b/y;
const maxDepth = 64;

/** Lists the keys of objects in their order. See `listPlaces`. */
export function listJsonPlaces(text: string): readonly ListedKey[] {
  return readJsonKeys(text).places;
}

/** Reads the places of all keys up to the first fault (RFC 8259), or up to 64 levels. Never throws. */
export function readJsonKeys(text: string): { places: readonly ListedKey[]; fault: JsonFault | null } {
  const reader: Reader = { text, places: [], at: 0, fault: null };
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
  const name = inner?.join('.');
  const keySpan = toSpan(reader.text, keyStart, keyStart + key.length);
  const index = reader.places.length;
  const record = (value: Span) => {
    if (name !== undefined)
      reader.places[index] = { path: name, scope: name, place: { depth, key: keySpan, value } };
  };
  // Before its value is read: a group stands before the keys in it.
  record(keySpan);
  const ok = readValue(reader, inner, depth);
  record(toSpan(reader.text, valueStart, reader.at));
  return ok;
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
