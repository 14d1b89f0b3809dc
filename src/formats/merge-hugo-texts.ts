import type { HugoTexts } from '../model/hugo-site.js';
import type { LayerText } from '../model/source.js';
import type { DataFormat } from './data.js';
import { parseData } from './parse-data.js';
import { isMap } from './plain.js';

const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * The words of a Hugo site: by language in the order given, of each language the site's own before those of its themes,
 * each key by itself. What cannot be read is passed over.
 *
 * @param languages Names of files below `i18n/`, the first one's words before those after it.
 */
export function mergeHugoTexts(files: readonly LayerText[], languages: readonly string[]): HugoTexts {
  const texts: Record<string, Readonly<Record<string, string>>> = Object.create(null);
  const wanted = [...new Set(languages.filter((name) => name !== '').map((name) => name.toLowerCase()))];
  const fallbacks = wanted.flatMap((name) =>
    name.includes('-') ? [name, name.slice(0, name.indexOf('-'))] : [name],
  );
  for (const language of new Set(fallbacks)) {
    const own = files.filter(({ path }) => path.replace(/\.[^.]*$/, '').toLowerCase() === language);
    for (const file of [...own].sort((left, right) => left.layer - right.layer)) {
      for (const [key, found] of readWords(file)) if (!(key in texts)) texts[key] = found;
    }
  }
  return texts;
}

type Words = readonly (readonly [key: string, forms: Readonly<Record<string, string>>])[];

function readWords({ path, text }: LayerText): Words {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const format: DataFormat = extension === 'toml' || extension === 'json' ? extension : 'yaml';
  const listed = /^(?:\s|#.*\n)*(?:-\s|\[\s*\{)/.test(text);
  const parsed = parseData(format, listed && format !== 'toml' ? wrapList(format, text) : text);
  if (!parsed.ok) return [];
  return listed ? readList(parsed.value['list']) : readGroup('', parsed.value);
}

/** The old forms: a list of `id` and `translation`, or of single keys. */
function wrapList(format: DataFormat, text: string): string {
  return format === 'json' ? `{"list": ${text}}` : `list:\n${text}`;
}

function readList(list: unknown): Words {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown): Words => {
    if (!isMap(entry)) return [];
    if (typeof entry['id'] !== 'string') return readGroup('', entry);
    const { translation } = entry;
    const found = isMap(translation) ? pickForms(translation) : { other: String(translation ?? '') };
    return [[entry['id'], found]];
  });
}

function readGroup(prefix: string, group: Readonly<Record<string, unknown>>): Words {
  return Object.entries(group).flatMap(([name, value]): Words => {
    const key = prefix + name;
    if (typeof value === 'string' || typeof value === 'number') return [[key, { other: String(value) }]];
    if (!isMap(value)) return [];
    const found = pickForms(value);
    return Object.keys(found).length > 0 ? [[key, found]] : readGroup(`${key}.`, value);
  });
}

function pickForms(value: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const found: Record<string, string> = Object.create(null);
  for (const form of forms) if (typeof value[form] === 'string') found[form] = value[form];
  if (typeof value['translation'] === 'string') found['other'] ??= value['translation'];
  return found;
}
