import { diagnose } from '../diagnostics/catalogue.js';
import { isMap, type PlainMap, type PlainValue } from '../formats/plain.js';
import type { Mount } from '../model/config.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import { readInside } from './folders.js';
import { readLanguageTag } from './language-tag.js';
import { layLanguage } from './language-tree.js';
import { placePath, readPath, type SettingsTree } from './settings-tree.js';

/** One of a book's languages as the configuration describes it (`languages.KEY`, content rule 18). */
export interface LanguageSettings {
  /** Lower-cased. */
  readonly key: string;
  /** `''` when none is given. */
  readonly label: string;
  readonly locale: string | null;
  readonly direction: 'ltr' | 'rtl' | null;
  readonly weight: number;
  /** Its own content folder. */
  readonly folder: string | null;
  readonly isDisabled: boolean;
  /** The settings of its site: those of the book, and over them its own. */
  readonly tree: SettingsTree;
}

/** The languages of a book. */
export interface Languages {
  /** In the order of their weights, those without one last, then of their keys; disabled ones left out. None: the book has one. */
  readonly list: readonly LanguageSettings[];
  /** Keys of all that files can be in; those of disabled languages are no part of the book. */
  readonly keys: readonly string[];
  /** The key of the language whose files need no suffix. */
  readonly main: string;
}

/**
 * Reads `languages`. Reports `config/invalid-value` for a language that is none, and for a default language that is not
 * among them; a language is what Hugo takes for one, whether or not anybody speaks it.
 */
export function readLanguages(tree: SettingsTree | null): Outcome<Languages> {
  const diagnostics: Diagnostic[] = [];
  const written = tree === null ? undefined : readPath(tree.keys, 'defaultContentLanguage');
  const given = typeof written === 'string' ? written.toLowerCase() : null;
  if (tree === null) return { value: { list: [], keys: [], main: 'en' }, diagnostics };
  const all = readEntries(tree, diagnostics);
  const disabled = all
    .filter((language) => language.isDisabled || isNamed(tree, language.key))
    .map(({ key }) => key);
  const list = all.filter(({ key }) => !disabled.includes(key)).sort(compareLanguages);
  const isKnown = list.some(({ key }) => key === (given ?? 'en'));
  if (given !== null && list.length > 0 && !isKnown) {
    const expected = list.map(({ key }) => `\`${key}\``).join(' or ');
    const details = { key: 'defaultContentLanguage', value: `\`${given}\``, expected };
    diagnostics.push(
      diagnose('config/invalid-value', details, placePath(tree, 'defaultContentLanguage', 'value')),
    );
  }
  const main = list.length === 0 || isKnown ? (given ?? 'en') : (list[0]?.key ?? 'en');
  return { value: { list, keys: all.map(({ key }) => key), main }, diagnostics };
}

function readEntries(tree: SettingsTree, diagnostics: Diagnostic[]): readonly LanguageSettings[] {
  const group = readPath(tree.keys, 'languages') ?? {};
  const reject = (key: string, value: PlainValue, expected: string) => {
    const details = { key, value: isMap(value) ? 'a group of keys' : `\`${String(value)}\``, expected };
    diagnostics.push(diagnose('config/invalid-value', details, placePath(tree, key, 'value')));
  };
  if (!isMap(group)) {
    reject('languages', group, 'a group of keys for each language');
    return [];
  }
  return Object.entries(group as PlainMap).flatMap(([key, value]) => {
    if (isMap(value)) return [readEntry(tree, key, value as PlainMap, reject)];
    reject(`languages.${key}`, value, 'a group of keys');
    return [];
  });
}

type Reject = (key: string, value: PlainValue, expected: string) => void;

function readEntry(tree: SettingsTree, key: string, group: PlainMap, reject: Reject): LanguageSettings {
  const read = <Value>(
    names: readonly string[],
    expected: string,
    cast: (value: PlainValue) => Value | null,
  ): Value | null => {
    const name = names.find((candidate) => group[candidate] !== undefined && group[candidate] !== null);
    if (name === undefined) return null;
    const value = group[name] ?? null;
    const found = cast(value);
    if (found === null) reject(`languages.${key}.${name}`, value, expected);
    return found;
  };
  const asText = (value: PlainValue) => (typeof value === 'string' ? value : null);
  return {
    key,
    label: read(['label', 'languagename'], 'a name', asText) ?? '',
    locale: read(['locale', 'languagecode'], 'a language tag such as `en` or `pt-BR`', readLanguageTag),
    direction: read(['direction', 'languagedirection'], '`ltr` or `rtl`', (value) =>
      value === 'ltr' || value === 'rtl' ? value : null,
    ),
    weight: read(['weight'], 'a number', (value) => (typeof value === 'number' ? value : null)) ?? 0,
    folder: read(['contentdir'], 'a folder inside the book', readInside),
    isDisabled: read(['disabled'], '`true` or `false`', (v) => (typeof v === 'boolean' ? v : null)) ?? false,
    tree: layLanguage(tree, key),
  };
}

function isNamed(tree: SettingsTree, key: string): boolean {
  const list = readPath(tree.keys, 'disableLanguages') ?? [];
  const words: readonly PlainValue[] = Array.isArray(list) ? list : [list];
  return words.some((word) => typeof word === 'string' && word.toLowerCase() === key);
}

/** By weight, those without one last, then by key: the order of Hugo's lists of languages. */
function compareLanguages(one: LanguageSettings, two: LanguageSettings): number {
  const weightOf = ({ weight }: LanguageSettings) => (weight === 0 ? Number.POSITIVE_INFINITY : weight);
  if (weightOf(one) !== weightOf(two)) return weightOf(one) < weightOf(two) ? -1 : 1;
  return one.key < two.key ? -1 : 1;
}

/** Where the content lies: each language in its own folder, if it has one; the others together in the book's. */
export function mountLanguages(
  shared: readonly Mount[],
  languages: readonly LanguageSettings[],
): readonly Mount[] {
  const own = languages.flatMap(({ key, folder }) =>
    folder === null ? [] : [{ folder, at: '', language: key }],
  );
  if (own.length === 0) return shared;
  return own.length === languages.length ? own : [...own, ...shared];
}
