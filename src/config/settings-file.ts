import { readFileSync } from 'node:fs';
import { diagnose } from '../diagnostics/catalogue.js';
import { decodeText } from '../files/decode.js';
import type { Span } from '../formats/key-place.js';
import { parseData } from '../formats/parse-data.js';
import { findPlaces } from '../formats/places.js';
import { createMap, type PlainMap } from '../formats/plain.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { ConfigFile } from './find-config.js';
import type { SettingsPlace, SettingsTree } from './settings-tree.js';

/**
 * Reads and parses one configuration file; one diagnostic instead when that fails: `config/unreadable`,
 * `config/not-utf-8`, `config/invalid-syntax`.
 */
export function readSettingsFile(found: ConfigFile): SettingsTree | Diagnostic {
  const { file, format, under } = found;
  const bytes = readBytes(found);
  if ('code' in bytes) return bytes;
  const text = decodeText(bytes);
  if (text === null) return diagnose('config/not-utf-8', {}, { file });
  const data = parseData(format, text);
  const keys = parseData(format, text, { lowerCaseKeys: true });
  if (data.ok && keys.ok) {
    const prefix = under.map((key) => `${key.toLowerCase()}.`).join('');
    const places = new Map<string, SettingsPlace>();
    for (const [path, { key, value }] of findPlaces(format, text))
      places.set(prefix + path, { key: placeSpan(file, key), value: placeSpan(file, value) });
    const lowered = under.map((key) => key.toLowerCase());
    return { file, data: putUnder(under, data.value), keys: putUnder(lowered, keys.value), places };
  }
  const fault = data.ok ? keys : data;
  if (fault.ok) throw new Error('One of the two must have failed.');
  const place = { file, line: fault.line, column: fault.column, length: 1 };
  return diagnose('config/invalid-syntax', { format: format.toUpperCase(), reason: fault.message }, place);
}

function placeSpan(file: string, { line, column, length }: Span) {
  return { file, line, column, length };
}

function putUnder(keys: readonly string[], map: PlainMap): PlainMap {
  return keys.reduceRight<PlainMap>((inner, key) => Object.assign(createMap(), { [key]: inner }), map);
}

function readBytes({ file, absolute }: ConfigFile): Uint8Array | Diagnostic {
  try {
    return readFileSync(absolute);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'it is not a file';
    return diagnose('config/unreadable', { reason }, { file });
  }
}
