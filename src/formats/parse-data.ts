import { parseJson } from './json.js';
import { placeAt } from './place-at.js';
import { findPlaces } from './places.js';
import { type PlainMap, toPlain } from './plain.js';
import { parseToml } from './toml.js';
import { parseYaml } from './yaml.js';

/** The languages of front matter and configuration. */
export type DataFormat = 'yaml' | 'toml' | 'json';

/** Why a text is not data, and where in it; lines and columns start at 1. */
export interface DataFault {
  readonly ok: false;
  /** Part of a sentence, in the words of the parser: `bad indentation of a mapping entry`. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** Data as plain values, or the first fault of the text. */
export type ParsedData = { readonly ok: true; readonly value: PlainMap } | DataFault;

/** What a parser of one format yields, before it is copied into plain values. */
export type RawData = { readonly ok: true; readonly value: unknown } | DataFault;

export interface ParseOptions {
  /** Lower-cases every key, nested ones too (content rule 1); two keys that differ only by case are a fault. */
  readonly lowerCaseKeys?: boolean;
}

const parsers: Readonly<Record<DataFormat, (text: string) => RawData>> = {
  yaml: parseYaml,
  toml: parseToml,
  json: parseJson,
};

/**
 * Parses a document of keys and values. An empty one has no keys. Dates come as strings: YAML's as written,
 * TOML's as ISO 8601. Never throws; the result's objects have no prototype, at most 10,000 values and 64 levels.
 */
export function parseData(format: DataFormat, text: string, options: ParseOptions = {}): ParsedData {
  const raw = parsers[format](text);
  if (!raw.ok) return raw;
  const plain = toPlain(raw.value ?? {}, options.lowerCaseKeys === true);
  if (plain.ok) return plain;
  return { ok: false, message: plain.message, ...placeOfKey(format, text, plain.key) };
}

function placeOfKey(format: DataFormat, text: string, key: string | null) {
  const place = key === null ? undefined : findPlaces(format, text).get(key.toLowerCase());
  if (place !== undefined) return { line: place.key.line, column: place.key.column };
  return placeAt(text, Math.max(text.search(/\S/), 0));
}
