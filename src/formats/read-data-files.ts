import { CsvError, parse } from 'csv-parse/sync';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { TextFile } from '../model/source.js';
import type { RawData } from './data.js';
import { parseJson } from './json.js';
import { createMap, isMap, type PlainMap, type PlainValue, toPlain } from './plain.js';
import { parseToml } from './toml.js';
import { parseYaml } from './yaml.js';

const parsers: Readonly<Record<string, (text: string, delimiter: string) => RawData>> = {
  yaml: (text) => parseYaml(text),
  yml: (text) => parseYaml(text),
  toml: parseToml,
  json: parseJson,
  csv: parseCsv,
};

/** Values of one file: lists of the length of a long book's index, and still no bomb of aliases. */
const maxNodes = 1_000_000;

/**
 * Reads data files into one tree (content rule 2 of Hugo's manual on data sources): `presses/iron.yaml` is
 * `presses.iron`, names as written. A file and a folder of one name are merged. Reports `data/invalid-syntax`, and
 * `data/duplicate` for two files that mean the same name, of which the first counts.
 */
export function readDataFiles(files: readonly TextFile[]): Outcome<PlainMap> {
  const root = createMap<PlainValue>();
  const named = new Map<string, string>();
  const diagnostics = files.flatMap(({ path, file, text }): readonly Diagnostic[] => {
    const name = path.slice(0, path.lastIndexOf('.'));
    const other = named.get(name);
    if (other !== undefined)
      return [diagnose('data/duplicate', { name: name.replaceAll('/', '.'), other }, { file })];
    named.set(name, file);
    const parsed = parseFile(path, text);
    if (!parsed.ok) {
      const { line, column, message: reason } = parsed;
      const format = extensionOf(path).replace('yml', 'yaml').toUpperCase();
      return [diagnose('data/invalid-syntax', { format, reason }, { file, line, column, length: 1 })];
    }
    place(root, name.split('/'), parsed.value);
    return [];
  });
  return { value: root, diagnostics };
}

/** What a text of data says, or where it cannot be read. */
type ParsedFile =
  | { readonly ok: true; readonly value: PlainValue }
  | { readonly ok: false; readonly message: string; readonly line: number; readonly column: number };

function parseFile(path: string, text: string): ParsedFile {
  return parseDataText(extensionOf(path), text, maxNodes) ?? { ok: true, value: null };
}

/**
 * Reads one text of data by the extension of its format: `json`, `toml`, `yaml`, `csv`; null for another. Never throws.
 *
 * @param delimiter What stands between the fields of CSV.
 */
export function parseDataText(
  extension: string,
  text: string,
  maxNodes: number,
  delimiter = ',',
): ParsedFile | null {
  if (!Object.hasOwn(parsers, extension)) return null;
  const raw = parsers[extension]?.(text, delimiter) ?? { ok: true, value: null };
  if (!raw.ok) return raw;
  const plain = toPlain({ value: raw.value ?? null }, false, { maxNodes });
  return plain.ok ? { ok: true, value: plain.value['value'] ?? null } : { ...plain, line: 1, column: 1 };
}

function place(root: Record<string, PlainValue>, keys: readonly string[], value: PlainValue): void {
  let group = root;
  for (const key of keys.slice(0, -1)) {
    // A file of the folder's name may hold anything else than keys: the folder then takes its place.
    const inner = Object.assign(createMap<PlainValue>(), isMap(group[key]) ? group[key] : {});
    group[key] = inner;
    group = inner;
  }
  const last = keys.at(-1) ?? '';
  const before = group[last];
  group[last] = isMap(before) && isMap(value) ? Object.assign(createMap(), value, before) : value;
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}

/** Parses comma-separated values (RFC 4180) into a list of rows, each a list of texts. Never throws; lines start at 1. */
function parseCsv(text: string, delimiter: string): RawData {
  try {
    return { ok: true, value: parse(text, { delimiter, skip_empty_lines: true }) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { readonly lines?: unknown }).lines ?? 1);
    return { ok: false, message: describe(error.code), line, column: 1 };
  }
}

/** The library's messages repeat the place; these are parts of a sentence. */
function describe(code: string): string {
  if (code.includes('INCONSISTENT')) return 'this row has another number of fields than those above';
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote is opened and never closed';
  return 'a quote stands in the middle of a field';
}
