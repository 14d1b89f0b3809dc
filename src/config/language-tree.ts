import { isMap, type PlainMap } from '../formats/plain.js';
import { mergeSettings, placePath, type SettingsTree } from './settings-tree.js';

/** The keys that say something of a language itself; today's name first, then the one that Hugo deprecates. */
export const languageKeys: readonly string[] = [
  ...['label', 'languageName', 'locale', 'languageCode', 'direction', 'languageDirection'],
  ...['weight', 'contentDir', 'disabled'],
];

/**
 * What a language says for itself, as a configuration of its own: its keys are at the top. Without those about the
 * language itself.
 */
export function ownTree(tree: SettingsTree, key: string): SettingsTree {
  const prefix = `languages.${key}.`;
  const below = [...tree.places].filter(([path]) => path.startsWith(prefix));
  return {
    file: tree.file,
    data: without(findBelow(tree.data, key), languageKeys),
    keys: without(findBelow(tree.keys, key), languageKeys),
    places: new Map(below.map(([path, place]) => [path.slice(prefix.length), place])),
    around: placePath(tree, `languages.${key}`, 'key'),
  };
}

/** The settings of the book, and over them those of a language. What names the language of the book is of no use there. */
export function layLanguage(tree: SettingsTree, key: string): SettingsTree {
  const shared = {
    ...tree,
    data: without(tree.data, ['languages', 'languageCode', 'locale']),
    keys: without(tree.keys, ['languages', 'languageCode', 'locale']),
  };
  return mergeSettings([shared, ownTree(tree, key)]) ?? shared;
}

function findBelow(data: PlainMap, key: string): PlainMap {
  const find = (map: PlainMap, name: string) =>
    Object.entries(map).find(([candidate]) => candidate.toLowerCase() === name)?.[1];
  const languages = find(data, 'languages');
  const own = isMap(languages) ? find(languages, key) : undefined;
  return isMap(own) ? own : {};
}

function without(group: PlainMap, names: readonly string[]): PlainMap {
  const left = new Set(names.map((name) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(group).filter(([key]) => !left.has(key.toLowerCase())));
}
