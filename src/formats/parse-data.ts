import type { DataFormat, ParsedData, RawData } from './data.js';
import { explainFault } from './explain-fault.js';
import { parseJson } from './json.js';
import { placeAt } from './place-at.js';
import { findPlaces } from './places.js';
import { toPlain } from './plain.js';
import { parseToml } from './toml.js';
import { parseYaml } from './yaml.js';

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
  if (!raw.ok) return explainFault(format, text, raw);
  const plain = toPlain(raw.value ?? {}, options.lowerCaseKeys === true);
  if (plain.ok) return plain;
  const fault = { ok: false, message: plain.message, ...placeOfKey(format, text, plain.key) } as const;
  return plain.key === null ? explainFault(format, text, fault) : fault;
}

function placeOfKey(format: DataFormat, text: string, key: string | null) {
  const place = key === null ? undefined : findPlaces(format, text).get(key.toLowerCase());
  if (place !== undefined) return { line: place.key.line, column: place.key.column };
  return placeAt(text, Math.max(text.search(/\S/), 0));
}
