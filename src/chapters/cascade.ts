import { splitPath } from '../content/logical-path.js';
import { compileGlob } from '../files/glob.js';
import { isMap, lowerKeys, type PlainMap, type PlainValue } from '../formats/plain.js';
import { nearestWord } from '../text/nearest.js';
import type { CascadePage, Surroundings } from './cascade-page.js';
import { type Field, nameType, reportAt } from './field.js';
import { readMatrix } from './sites.js';

/** One entry of a `cascade`: values, and the pages that get them. */
export interface CascadeRule {
  readonly reaches: CascadeTarget;
  /** Keys of the front matter. */
  readonly fields: readonly Field[];
  /** What stands under `params`. */
  readonly params: readonly Field[];
}

/** The rules that may reach a page, nearest first: its own, those of the sections above, the configuration's. */
export type FindRules = (path: string) => readonly CascadeRule[];

/** The keys that are about the cascade itself. */
const ownKeys = new Set(['cascade', 'target', '_target', 'params']);

/**
 * Reads a `cascade` (content rule 9): a group of keys, or a list of such groups, each with an optional `target`.
 * Reports `front-matter/invalid-type`, `front-matter/invalid-target`; such an entry reaches nobody.
 */
export function readCascade(field: Field, surroundings: Surroundings): readonly CascadeRule[] {
  const entries: readonly PlainValue[] = Array.isArray(field.value) ? field.value : [field.value];
  return entries.flatMap((value) => {
    const rule = isMap(value) ? readRule({ ...field, value }, lowerKeys(value), surroundings) : null;
    if (!isMap(value) && value !== null) {
      const details = {
        key: 'cascade',
        value: nameType(value),
        expected: 'a group of keys, or a list of them',
      };
      reportAt(field, 'front-matter/invalid-type', details);
    }
    return rule === null ? [] : [rule];
  });
}

function readRule(field: Field, entry: PlainMap, surroundings: Surroundings): CascadeRule | null {
  const reaches = readTarget(field, entry['target'] ?? entry['_target'] ?? null, surroundings);
  if (reaches === null) return null;
  // What stands at the place is not the value of one key: nothing can be told from the source there.
  const source = { text: '', line: 1, column: 1 };
  const toFields = (map: PlainMap): readonly Field[] =>
    Object.entries(map).map(([key, value]) => ({ ...field, source, key, value }));
  const params = entry['params'];
  return {
    reaches,
    fields: toFields(entry).filter(({ key }) => !ownKeys.has(key)),
    params: isMap(params) ? toFields(params) : [],
  };
}

/** Finds rules by page; `declared` by the logical path of the page that declares them, `site` those of the configuration. */
export function openCascades(
  declared: ReadonlyMap<string, readonly CascadeRule[]>,
  site: readonly CascadeRule[],
): FindRules {
  const known = new Map<string, readonly CascadeRule[]>();

  function findRules(path: string): readonly CascadeRule[] {
    const before = known.get(path);
    if (before !== undefined) return before;
    const above = path === '/' ? site : findRules(splitPath(path).folder || '/');
    const own = declared.get(path);
    const rules = own === undefined ? above : [...own, ...above];
    // Only folders are asked for again and again; pages would fill the memory.
    if (own !== undefined || rules.length > 0) known.set(path, rules);
    return rules;
  }
  return findRules;
}

/**
 * The fields of a page with what cascades to it: a key that the page has, at the top or under `params`, stays; of several
 * rules the first to name a key gives it. Values are taken whole, never merged (content rule 9).
 */
export function mergeCascade(
  own: readonly Field[],
  page: CascadePage,
  rules: readonly CascadeRule[],
): readonly Field[] {
  const reaching = rules.filter((rule) => rule.reaches(page));
  if (reaching.length === 0) return own;
  const ownParams = own.find(({ key }) => key === 'params');
  const params: Record<string, PlainValue> = {
    ...(isMap(ownParams?.value) ? ownParams?.value : {}),
  };
  const taken = new Set([...own.map(({ key }) => key), ...Object.keys(params)]);
  const merged = own.filter((field) => field !== ownParams);
  for (const { fields, params: handedDown } of reaching) {
    for (const field of fields) if (take(taken, field.key)) merged.push(field);
    for (const { key, value } of handedDown) if (take(taken, key)) params[key] = value;
  }
  const base = ownParams ?? reaching.find((rule) => rule.params.length > 0)?.params[0];
  if (base === undefined) return merged;
  const isUsable = ownParams === undefined || isMap(ownParams.value);
  return [...merged, isUsable ? { ...base, key: 'params', value: params } : base];
}

function take(taken: Set<string>, key: string): boolean {
  if (taken.has(key)) return false;
  taken.add(key);
  return true;
}

/** Says whether a `cascade` reaches a page. */
type CascadeTarget = (page: CascadePage) => boolean;

const keys = ['path', 'kind', 'environment', 'lang', 'sites'];

/**
 * Reads the `target` of a cascade (content rule 9): patterns for the page's logical path, its kind, the environment and
 * the language (`sites.matrix.languages`, or `lang`, which is older), all of which must match; without a target every
 * page does. Null, and `front-matter/invalid-target`, for a key that is none of these and for a pattern that is not one.
 */
function readTarget(field: Field, target: PlainValue, surroundings: Surroundings): CascadeTarget | null {
  if (target === null) return () => true;
  if (!isMap(target)) return reject(field, nameType(target), null);
  const conditions = Object.entries(target as PlainMap).map(([key, value]) =>
    readCondition(field, key, value),
  );
  if (conditions.includes(null)) return null;
  return (page) => conditions.every((holds) => holds?.(page, surroundings) ?? false);
}

type Condition = (page: CascadePage, surroundings: Surroundings) => boolean;

function readCondition(field: Field, key: string, value: PlainValue): Condition | null {
  if (!keys.includes(key)) return reject(field, `\`${key}\``, nearestWord(key, keys));
  if (value === null || value === '') return () => true;
  if (key === 'sites') return readSites(field, value);
  const matches = typeof value === 'string' ? compileGlob(value) : null;
  if (matches === null) return reject(field, `\`${key}: ${String(value)}\``, null);
  return ({ path, kind }, { environment, language }) => {
    if (key === 'path') return matches(path);
    if (key === 'kind') return matches(kind);
    return matches(key === 'environment' ? environment : language);
  };
}

function readSites(field: Field, value: PlainValue): Condition | null {
  const isIn = readMatrix(value);
  if (isIn === null) return reject(field, '`sites` without `matrix.languages`', null);
  return (_, { language }) => isIn(language);
}

function reject(field: Field, written: string, nearest: string | null): null {
  reportAt(field, 'front-matter/invalid-target', { written, nearest });
  return null;
}
