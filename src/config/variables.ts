import { parseData } from '../formats/parse-data.js';
import { createMap, type PlainMap, type PlainValue } from '../formats/plain.js';
import { configKeys } from './keys.js';
import { readPath, type SettingsPlace, type SettingsTree } from './settings-tree.js';

/** Variables of the process's environment by name. */
export type Variables = Readonly<Record<string, string | undefined>>;

const known = new Set(configKeys.map(({ name }) => name.toLowerCase()));

/** What follows the prefix stands between the keys: `OCTAVO_PARAMS_INK`, or `OCTAVOxPARAMSxINK_POT` for `ink_pot`. */
const named = /^(OCTAVO|HUGO)([_x])(.+)$/;

/** Names the browser that prints (`browser-press/find-browser.ts`). */
const browserName = 'OCTAVO_BROWSER';

/** These name the environment, the first that is set, and are no settings (`hugo -e` has the same two of its own). */
const environmentNames = ['OCTAVO_ENVIRONMENT', 'HUGO_ENVIRONMENT', 'HUGO_ENV'];

/** The environment that the variables name: `production`, `development` or another; undefined for none. */
export function readEnvironmentName(variables: Variables): string | undefined {
  return environmentNames.map((name) => variables[name]).find((value) => value !== undefined && value !== '');
}

/** The variables that can be settings, so that nothing else of the process goes further. */
export function pickVariables(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => named.test(name)));
}

/**
 * The settings that the environment gives (`HUGO_…` in Hugo's manual), in the order of their names, each a tree that
 * goes over the files'. Of Hugo's own variables those that set a key that Octavo reads, and only for a Hugo site:
 * `HUGO_VERSION` and others are about Hugo. The place of such a setting is the name of the variable.
 */
export function readVariables(
  variables: Variables,
  files: SettingsTree | null,
  isHugo: boolean,
): readonly SettingsTree[] {
  const prefixes = isHugo ? ['HUGO', 'OCTAVO'] : ['OCTAVO'];
  return prefixes.flatMap((wanted) =>
    Object.keys(variables)
      .sort()
      .filter((name) => name !== browserName && !environmentNames.includes(name))
      .flatMap((name) => {
        const [, prefix, separator = '_', rest = ''] = named.exec(name) ?? [];
        const keys = rest.toLowerCase().split(separator);
        if (prefix !== wanted || (prefix === 'HUGO' && !isRead(keys.join('.')))) return [];
        return [makeTree(name, keys, readValue(variables[name] ?? '', keys, files))];
      }),
  );
}

function isRead(path: string): boolean {
  return known.has(path) || path.startsWith('params.');
}

/** A tree of one setting; messages name what gave it: a variable, a flag. */
export function makeTree(name: string, keys: readonly string[], value: PlainValue): SettingsTree {
  const data = keys.reduceRight<PlainValue>(
    (inner, key) => Object.assign(createMap<PlainValue>(), { [key]: inner }),
    value,
  );
  const place: SettingsPlace = { key: { file: name }, value: { file: name } };
  // The fold ends with the outermost group.
  const map = data as PlainMap;
  return { file: name, data: map, keys: map, places: new Map([[keys.join('.'), place]]) };
}

/** Text where the files have text there; else a switch, a whole number or JSON if it looks like one, else text. */
function readValue(text: string, keys: readonly string[], files: SettingsTree | null): PlainValue {
  const before = files === null ? undefined : readPath(files.keys, keys.join('.'));
  if (typeof before === 'string') return text;
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^-?(?:0|[1-9]\d{0,14})$/.test(text)) return Number(text);
  return /^[[{]/.test(text) ? (readJson(text) ?? text) : text;
}

function readJson(text: string): PlainValue | null {
  const parsed = parseData('json', `{"value":${text}}`, { lowerCaseKeys: true });
  return parsed.ok ? (parsed.value['value'] ?? null) : null;
}
