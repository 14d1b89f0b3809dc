import { diagnose } from '../diagnostics/catalogue.js';
import { isMap, type PlainMap } from '../formats/plain.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { nearestWord } from '../text/nearest.js';
import { hugoKeys } from './hugo-keys.js';
import { configKeys } from './keys.js';
import { languageKeys } from './language-tree.js';
import { placePath, type SettingsTree } from './settings-tree.js';

// What a language cannot have for itself.
const bookNames = new Set(
  configKeys.filter(({ isShared }) => isShared).map(({ name }) => name.toLowerCase().split('.')[0] ?? ''),
);
// Groups whose keys are the owner's, or are read elsewhere.
const openGroups = ['params', 'diagnostics'];
const names = configKeys.map(({ name }) => name);
const readNames = new Map(names.map((name) => [name.toLowerCase(), name]));
const hugoNames = new Set(hugoKeys.map((name) => name.toLowerCase()));
const groups = new Set(names.flatMap((name) => listGroups(name.toLowerCase())));

/**
 * Reports keys that nothing reads: `config/unsupported-key` for Hugo's, `config/unknown-key` for others, with the
 * nearest key that exists; in the order of the file.
 *
 * @param language Key of the language whose own settings these are; undefined for those of the book.
 */
export function checkKeys(file: SettingsTree, language?: string): readonly Diagnostic[] {
  const unread = listUnread(file.data, '').map((path) => reportKey(file, path, language));
  if (language === undefined) return unread;
  const shared = Object.keys(file.data).filter((key) => bookNames.has(key.toLowerCase()));
  return [...unread, ...shared.map((key) => reportShared(file, key, language))];
}

function reportShared(file: SettingsTree, key: string, language: string): Diagnostic {
  return diagnose('config/not-per-language', { key, language }, placePath(file, key, 'key'));
}

/** The dotted paths of keys that nothing reads. */
function listUnread(group: PlainMap, prefix: string): readonly string[] {
  return Object.entries(group).flatMap(([key, value]) => {
    const path = prefix + key;
    const name = path.toLowerCase();
    if (openGroups.includes(name) || readNames.has(name)) return [];
    return groups.has(name) && isMap(value) ? listUnread(value, `${path}.`) : [path];
  });
}

function reportKey(file: SettingsTree, path: string, language: string | undefined): Diagnostic {
  const place = placePath(file, path, 'key');
  const [, prefix = '', key = ''] = /^(.*\.)?(.*)/s.exec(path) ?? [];
  const known = [...listNames(prefix), ...(language === undefined || prefix !== '' ? [] : languageKeys)];
  // Below Hugo's groups only what looks like a slip of the pen is unknown: Hugo has hundreds of keys there.
  const nearest = prefix === '' && isHugoKey(path) ? null : nearestWord(key, known);
  const above = language === undefined ? '' : `languages.${language}.`;
  if (nearest === null && isHugoKey(path))
    return diagnose('config/unsupported-key', { keys: [above + path] }, place);
  const written = { key: above + path, nearest: nearest && above + prefix + nearest };
  return diagnose('config/unknown-key', written, place);
}

function isHugoKey(path: string): boolean {
  return hugoNames.has((path.split('.')[0] ?? '').toLowerCase());
}

/** The keys that exist directly below a prefix (`markup.goldmark.`, or nothing for the top). */
function listNames(prefix: string): readonly string[] {
  const below = [...readNames.values()].filter((name) => name.toLowerCase().startsWith(prefix.toLowerCase()));
  const found = below.map((name) => name.slice(prefix.length).split('.')[0] ?? '');
  return prefix === '' ? [...found, ...openGroups, ...hugoKeys] : found;
}

/** `a`, `a.b` for `a.b.c`. */
function listGroups(name: string): readonly string[] {
  const parts = name.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}
