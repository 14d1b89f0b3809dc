import { isMap, type PlainMap, type PlainValue } from '../formats/plain.js';
import type { BuildOptions } from '../model/chapter.js';
import { type Field, nameType, reportAt } from './field.js';

const lists = ['always', 'local', 'never'] as const;
const renders = ['always', 'link', 'never'] as const;

/**
 * The options `list`, `render` and `publishResources` (content rule 8); `true` and `false` stand for `always` and
 * `never`, as they once did in Hugo. Reports `front-matter/invalid-type` for other values, which count as absent.
 */
export function castBuild(field: Field): BuildOptions | undefined {
  const { value } = field;
  if (value === null) return undefined;
  if (!isMap(value)) return reject(field, value, 'a group of keys');
  const options = value;
  return {
    list: readWord(field, 'list', options, lists),
    render: readWord(field, 'render', options, renders),
    publishResources: readSwitch(field, 'publishresources', options),
  };
}

/** The options of a page that is there for its files only, whatever `build` says: it is neither listed nor written. */
export function beheadBuild(build: BuildOptions | undefined): BuildOptions {
  return { publishResources: true, ...build, list: 'never', render: 'never' };
}

function readWord<Word extends string>(
  field: Field,
  key: string,
  options: PlainMap,
  words: readonly ('always' | 'never' | Word)[],
): 'always' | 'never' | Word {
  const value = options[key] ?? true;
  if (typeof value === 'boolean') return value ? 'always' : 'never';
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  reject({ ...field, key: `${field.key}.${key}` }, value, words.map((each) => `\`${each}\``).join(' or '));
  return 'always';
}

function readSwitch(field: Field, key: string, options: PlainMap): boolean {
  const value = options[key] ?? true;
  if (typeof value === 'boolean') return value;
  reject({ ...field, key: `${field.key}.publishResources` }, value, '`true` or `false`');
  return true;
}

function reject(field: Field, value: PlainValue, expected: string): undefined {
  reportAt(field, 'front-matter/invalid-type', { key: field.key, value: nameType(value), expected });
  return undefined;
}
