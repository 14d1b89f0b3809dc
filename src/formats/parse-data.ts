import type { DataFault, DataFormat, ParsedData, RawData } from './data.js';
import { explainJsonFault } from './explain-json.js';
import { explainTomlFault } from './explain-toml.js';
import { explainYamlFault } from './explain-yaml.js';
import { parseJson } from './json.js';
import type { RepeatedKey } from './key-place.js';
import { placeAt } from './place-at.js';
import { findPlaces } from './places.js';
import { toPlain } from './plain.js';
import { findRepeatedKeys } from './repeated-keys.js';
import { parseToml } from './toml.js';
import { parseLastToml } from './toml-last.js';
import { parseYaml } from './yaml.js';

const explainers: Readonly<Record<DataFormat, (text: string, fault: DataFault) => DataFault>> = {
  yaml: explainYamlFault,
  toml: explainTomlFault,
  json: explainJsonFault,
};

/** A parser's fault where the author made it, with what to write instead; the parser's own where nothing better is known. */
function explainFault(format: DataFormat, text: string, fault: DataFault): DataFault {
  return explainers[format](text, fault);
}

export interface ParseOptions {
  /** Lower-cases every key, nested ones too (content rule 1). */
  readonly lowerCaseKeys?: boolean;
  /**
   * What becomes of a key that is there twice, be it in two spellings where these are one key: a fault, or the last one
   * counts and they are listed. Without the option JSON's last one counts, and is not listed.
   */
  readonly repeats?: 'fault' | 'last';
}

const parsers: Readonly<Record<DataFormat, (text: string) => RawData>> = {
  yaml: parseYaml,
  toml: parseToml,
  json: parseJson,
};

/** Parsers for which the last of several equal keys counts. */
const lastParsers: Readonly<Record<DataFormat, (text: string) => RawData>> = {
  yaml: (text) => parseYaml(text, 'last'),
  toml: parseLastToml,
  json: parseJson,
};

/**
 * Parses a document of keys and values. An empty one has no keys. Dates come as strings: YAML's as written,
 * TOML's as ISO 8601. Never throws; the result's objects have no prototype, at most 10,000 values and 64 levels.
 */
export function parseData(format: DataFormat, text: string, options: ParseOptions = {}): ParsedData {
  const strict = format === 'json' && options.repeats === 'last' ? null : parseOnce(format, text, options);
  if (strict?.ok === true || options.repeats !== 'last') return strict ?? parseOnce(format, text, options);
  const repeated = findRepeatedKeys(format, text);
  const raw = lastParsers[format](text);
  const plain = raw.ok ? toPlain(raw.value ?? {}, options.lowerCaseKeys === true, { repeats: 'last' }) : null;
  if (plain?.ok !== true) return strict ?? parseOnce(format, text, options);
  const found = repeated.length > 0 || strict === null ? repeated : [placeFault(strict)];
  return found.length === 0 ? plain : { ...plain, repeated: found };
}

function parseOnce(format: DataFormat, text: string, { lowerCaseKeys }: ParseOptions): ParsedData {
  const raw = parsers[format](text);
  if (!raw.ok) return explainFault(format, text, raw);
  const plain = toPlain(raw.value ?? {}, lowerCaseKeys === true);
  if (plain.ok) return plain;
  const fault = { ok: false, message: plain.message, ...placeOfKey(format, text, plain.key) } as const;
  return plain.key === null ? explainFault(format, text, fault) : fault;
}

/** A key that only the parser saw twice: where it gave up. */
function placeFault({ line, column }: { readonly line: number; readonly column: number }): RepeatedKey {
  const span = { line, column, length: 1 };
  return { path: '', first: null, again: { depth: 0, key: span, value: span } };
}

function placeOfKey(format: DataFormat, text: string, key: string | null) {
  const place = key === null ? undefined : findPlaces(format, text).get(key.toLowerCase());
  if (place !== undefined) return { line: place.key.line, column: place.key.column };
  return placeAt(text, Math.max(text.search(/\S/), 0));
}
