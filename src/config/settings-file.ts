import { readFileSync, statSync } from 'node:fs';
import { diagnose } from '../diagnostics/catalogue.js';
import { decodeText } from '../files/decode.js';
import type { RepeatedKey, Span } from '../formats/key-place.js';
import { parseData } from '../formats/parse-data.js';
import { findPlaces } from '../formats/places.js';
import { createMap, type PlainMap } from '../formats/plain.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { ConfigFile } from './find-config.js';
import type { SettingsPlace, SettingsTree } from './settings-tree.js';

/**
 * Reads and parses one configuration file. Where that fails there is none, and one diagnostic: `config/unreadable`,
 * `config/not-utf-8`, `config/invalid-syntax`. Reports `config/duplicate-key` for each key that is there twice: the last
 * counts.
 */
export function readSettingsFile(found: ConfigFile): Outcome<SettingsTree | null> {
  const { file, format, under } = found;
  const bytes = readBytes(found);
  if ('code' in bytes) return { value: null, diagnostics: [bytes] };
  const text = decodeText(bytes);
  if (text === null) return { value: null, diagnostics: [diagnose('config/not-utf-8', {}, { file })] };
  const data = parseData(format, text, { repeats: 'last' });
  const keys = parseData(format, text, { lowerCaseKeys: true, repeats: 'last' });
  if (data.ok && keys.ok) {
    const repeated = keys.repeated ?? [];
    const lowered = under.map((key) => key.toLowerCase());
    const places = placeKeys(found, text, repeated);
    const tree = { file, data: putUnder(under, data.value), keys: putUnder(lowered, keys.value), places };
    return { value: tree, diagnostics: repeated.map((key) => reportRepeated(file, key)) };
  }
  const fault = data.ok ? keys : data;
  if (fault.ok) throw new Error('One of the two must have failed.');
  const place = { file, line: fault.line, column: fault.column, length: 1 };
  const details = { format: format.toUpperCase(), reason: fault.message };
  return { value: null, diagnostics: [diagnose('config/invalid-syntax', details, place)] };
}

function placeKeys(
  { file, format, under }: ConfigFile,
  text: string,
  repeated: readonly RepeatedKey[],
): ReadonlyMap<string, SettingsPlace> {
  const prefix = under.map((key) => `${key.toLowerCase()}.`).join('');
  const places = new Map<string, SettingsPlace>();
  const last = repeated.map(({ path, again }) => [path, again] as const);
  for (const [path, { key, value }] of [...findPlaces(format, text), ...last])
    places.set(prefix + path, { key: placeSpan(file, key), value: placeSpan(file, value) });
  return places;
}

function reportRepeated(file: string, { path, first, again }: RepeatedKey): Diagnostic {
  const related = first === null ? [] : [{ ...placeSpan(file, first.key), message: 'the first one is here' }];
  const details = { key: path, line: first?.key.line ?? null };
  return diagnose('config/duplicate-key', details, placeSpan(file, again.key), related);
}

function placeSpan(file: string, { line, column, length }: Span) {
  return { file, line, column, length };
}

function putUnder(keys: readonly string[], map: PlainMap): PlainMap {
  return keys.reduceRight<PlainMap>((inner, key) => Object.assign(createMap(), { [key]: inner }), map);
}

function readBytes({ file, absolute }: ConfigFile): Uint8Array | Diagnostic {
  try {
    // A pipe is waited for until somebody writes into it.
    if (!statSync(absolute).isFile())
      return diagnose('config/unreadable', { reason: 'it is not a file' }, { file });
    return readFileSync(absolute);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'it is not a file';
    return diagnose('config/unreadable', { reason }, { file });
  }
}
