import type { DataFault, DataFormat, ParsedData, RawData } from './data.js';
import { explainTomlFault } from './explain-toml.js';
import { explainYamlFault } from './explain-yaml.js';
import { parseJson } from './json.js';
import type { RepeatedKey } from './key-place.js';
import { nameBlank, odd } from './odd-blanks.js';
import { placeAt } from './place-at.js';
import { findPlaces } from './places.js';
import { toPlain } from './plain.js';
import { findRepeatedKeys } from './repeated-keys.js';
import { parseToml } from './toml.js';
import { parseYaml } from './yaml.js';

/** What stands where the parser expected something else; the first that fits. */
const causes: readonly (readonly [found: RegExp, message: string, advice: string])[] = [
  [
    /^"/,
    'the quote `"` opens here and is never closed',
    'Close it on its line, and write `\\"` for a quote within.',
  ],
  [/^[“”„‘’«]/, "this is no quote of JSON's", 'Write `"`.'],
  [/^'/, "single quotes are no quotes of JSON's", 'Write `"`.'],
  [/^[#/]/, 'JSON has no comments', 'Take it out.'],
  [/^[\]}]/, 'a comma stands before the end', 'Take the comma out.'],
  [/^[：]/, '`：` is a full-width colon (U+FF1A)', 'Write `:`.'],
  [/^[，]/, '`，` is a full-width comma (U+FF0C)', 'Write `,`.'],
];

/**
 * Why a JSON text is not valid, in the author's terms. The parser's place is right but for a missing comma, which is
 * missing at the end of the line before.
 */
function explainJsonFault(text: string, fault: DataFault): DataFault {
  const lines = text.split('\n');
  const rest = (lines[fault.line - 1] ?? '').slice(fault.column - 1);
  if (fault.message.startsWith('`,`') && rest.startsWith('"')) return placeComma(lines, fault);
  if (odd.test(rest.slice(0, 1))) {
    const message = `there is a ${nameBlank(rest.slice(0, 1))} here`;
    return { ...fault, message, advice: 'Write an ordinary space, or none, in its place.' };
  }
  const cause = causes.find(([found]) => found.test(rest));
  if (cause === undefined || (cause[0].test(']') && fault.message.startsWith('`:`'))) return fault;
  return { ...fault, message: cause[1], advice: cause[2] };
}

function placeComma(lines: readonly string[], fault: DataFault): DataFault {
  const message = 'a comma is missing behind this value';
  const advice = 'Put it between the two entries.';
  let line = fault.line;
  let before = (lines[line - 1] ?? '').slice(0, fault.column - 1).trimEnd();
  while (before === '' && line > 1) {
    line -= 1;
    before = (lines[line - 1] ?? '').trimEnd();
  }
  return { ok: false, message, advice, line, column: Math.max(before.length, 1) };
}

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

/**
 * Parses a TOML document in which the last of several equal keys counts: the earlier ones are left out, with as many
 * lines as their values take. A table that is there twice stays a fault, as any other does.
 */
function parseLastToml(text: string): RawData {
  const lines = text.split('\n');
  for (const { first } of findRepeatedKeys('toml', text)) {
    if (first === null || first.key === first.value) continue;
    const start = first.key.line - 1;
    const count = countLines(lines.slice(start));
    lines.fill('', start, start + count);
  }
  return parseToml(lines.join('\n'));
}

/** Lines of the entry that a text begins with: so many that they parse. */
function countLines(lines: readonly string[]): number {
  const found = lines.findIndex((_, index) => parseToml(lines.slice(0, index + 1).join('\n')).ok);
  return found === -1 ? 1 : found + 1;
}
