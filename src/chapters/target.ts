import { compileGlob } from '../files/glob.js';
import { isMap, type PlainMap, type PlainValue } from '../formats/plain.js';
import { nearestWord } from '../text/nearest.js';
import type { CascadePage, Surroundings } from './cascade-page.js';
import { type Field, nameType, reportAt } from './field.js';
import { readMatrix } from './sites.js';

/** Says whether a `cascade` reaches a page. */
export type CascadeTarget = (page: CascadePage) => boolean;

const keys = ['path', 'kind', 'environment', 'lang', 'sites'];

/**
 * Reads the `target` of a cascade (content rule 9): patterns for the page's logical path, its kind, the environment and
 * the language (`sites.matrix.languages`, or `lang`, which is older), all of which must match; without a target every
 * page does. Null, and `front-matter/invalid-target`, for a key that is none of these and for a pattern that is not one.
 */
export function readTarget(
  field: Field,
  target: PlainValue,
  surroundings: Surroundings,
): CascadeTarget | null {
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
