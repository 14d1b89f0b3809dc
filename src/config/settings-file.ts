import { readFileSync } from 'node:fs';
import { diagnose } from '../diagnostics/catalogue.js';
import type { KeyPlaces, Span } from '../formats/key-place.js';
import { parseData } from '../formats/parse-data.js';
import { findPlaces } from '../formats/places.js';
import { isMap, type PlainMap, type PlainValue } from '../formats/plain.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import { decodeText } from '../text/decode.js';
import type { ConfigFile } from './find-config.js';

/** A configuration file as data. */
export interface SettingsFile {
  readonly file: string;
  /** Keys as written. */
  readonly data: PlainMap;
  /** Keys lower-cased: Hugo's are case-insensitive. */
  readonly keys: PlainMap;
  readonly places: KeyPlaces;
}

/** Reads and parses a configuration file; one diagnostic instead when that fails. */
export function readSettingsFile(found: ConfigFile): SettingsFile | Diagnostic {
  const { file, format } = found;
  const bytes = readBytes(found);
  if ('code' in bytes) return bytes;
  const text = decodeText(bytes);
  if (text === null) return diagnose('config/not-utf-8', {}, { file });
  const data = parseData(format, text);
  const keys = parseData(format, text, { lowerCaseKeys: true });
  if (data.ok && keys.ok)
    return { file, data: data.value, keys: keys.value, places: findPlaces(format, text) };
  const fault = data.ok ? keys : data;
  if (fault.ok) throw new Error('One of the two must have failed.');
  const place = { file, line: fault.line, column: fault.column, length: 1 };
  return diagnose('config/invalid-syntax', { format: format.toUpperCase(), reason: fault.message }, place);
}

/** The value at a dotted path, undefined if there is none. Case does not count. */
export function readPath(keys: PlainMap, path: string): PlainValue | undefined {
  let value: PlainValue | undefined = keys;
  for (const key of path.toLowerCase().split('.')) {
    if (!isMap(value)) return undefined;
    value = (value as PlainMap)[key];
  }
  return value;
}

/** Where the key or the value at a dotted path stands; where that is unknown, the key around it. */
export function placePath({ file, places }: SettingsFile, path: string, part: 'key' | 'value'): Place {
  for (let name = path.toLowerCase(); name !== ''; name = name.slice(0, Math.max(name.lastIndexOf('.'), 0))) {
    const span: Span | undefined = places.get(name)?.[part];
    if (span !== undefined) return { file, ...span };
  }
  return { file };
}

function readBytes({ file, absolute }: ConfigFile): Uint8Array | Diagnostic {
  try {
    return readFileSync(absolute);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'it is not a file';
    return diagnose('config/unreadable', { reason }, { file });
  }
}
