import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { TextFile } from '../model/source.js';
import type { PluralForms, TextTable } from '../model/texts.js';
import type { DataFormat } from './data.js';
import { parseData } from './parse-data.js';
import { findPlaces } from './places.js';
import { isMap, type PlainMap, type PlainValue } from './plain.js';

type Texts = Record<string, string | PluralForms>;

const FILE = /^i18n\/([^/]+)\.(ya?ml|toml|json)$/;

/** The names of plural forms. A group of keys that has no others is one text. */
const FORMS: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * Reads the texts of the interface in a language from `i18n/LANG.yaml` (also TOML and JSON): English first, over it
 * the language without its region, over it the language; of one file the theme's first, over it the book's. Keys of
 * groups are joined by dots. Reports `template/invalid-texts`, where what can be read counts all the same, and
 * `template/no-texts` for a language without a file.
 */
export function readTexts(templates: readonly TextFile[], language: string): Outcome<TextTable> {
  const texts: Texts = Object.create(null);
  const files = templates.filter(({ path }) => FILE.test(path));
  const diagnostics = listFallbacks(language).flatMap((tag) =>
    files.filter(({ path }) => tag === FILE.exec(path)?.[1]?.toLowerCase()).flatMap((f) => addFile(f, texts)),
  );
  const [tag = 'en'] = language.toLowerCase().split('-');
  const isKnown = files.some(({ path }) => FILE.exec(path)?.[1]?.toLowerCase().split('-')[0] === tag);
  if (isKnown || files.length === 0) return { value: texts, diagnostics };
  return { value: texts, diagnostics: [...diagnostics, diagnose('template/no-texts', { language })] };
}

/** `zh-hant-tw` → `en`, `zh`, `zh-hant`, `zh-hant-tw`. */
function listFallbacks(language: string): readonly string[] {
  const parts = language.toLowerCase().split('-');
  return [...new Set(['en', ...parts.map((_, index) => parts.slice(0, index + 1).join('-'))])];
}

function addFile({ path, file, text }: TextFile, texts: Texts): readonly Diagnostic[] {
  const extension = FILE.exec(path)?.[2] ?? '';
  const format: DataFormat = extension === 'toml' || extension === 'json' ? extension : 'yaml';
  const parsed = parseData(format, text);
  if (!parsed.ok) {
    const { message, line, column } = parsed;
    return [diagnose('template/invalid-texts', { reason: message }, { file, line, column })];
  }
  const wrong = addGroup('', parsed.value, texts);
  if (wrong.length === 0) return [];
  const places = findPlaces(format, text);
  return wrong.map((key) =>
    diagnose('template/invalid-texts', { reason: `"${key}" is no text` }, { file, ...placeOf(key, places) }),
  );
}

/** Adds the texts of a group; returns the keys of what is none. */
function addGroup(prefix: string, group: PlainMap, texts: Texts): readonly string[] {
  return Object.entries(group).flatMap(([name, value]) => {
    const key = prefix + name;
    const text = readText(value);
    if (text !== null) texts[key] = text;
    else if (isMap(value)) return addGroup(`${key}.`, value, texts);
    else return [key];
    return [];
  });
}

function readText(value: PlainValue): string | PluralForms | null {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!isMap(value) || typeof value['other'] !== 'string') return null;
  const entries = Object.entries(value);
  const isText = entries.every(([name, form]) => FORMS.includes(name) && typeof form === 'string');
  // Every value was just seen to be text under the name of a form, `other` among them.
  return isText ? (value as unknown as PluralForms) : null;
}

function placeOf(key: string, places: ReturnType<typeof findPlaces>): object {
  for (let name = key.toLowerCase(); name !== ''; name = name.slice(0, Math.max(name.lastIndexOf('.'), 0))) {
    const place = places.get(name);
    if (place !== undefined) return place.value;
  }
  return {};
}
