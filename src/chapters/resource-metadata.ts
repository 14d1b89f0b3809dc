import { compileGlob } from '../files/glob.js';
import { isMap, lowerKeys, type PlainValue } from '../formats/plain.js';
import type { ResourceMetadata } from '../model/chapter.js';
import { type Field, nameType, reportAt } from './field.js';

/**
 * The entries of `resources` (content rule 2). Each needs a `src`, a pattern; those without a usable one are left out
 * and reported, `front-matter/invalid-type`.
 */
export function castResources(field: Field): readonly ResourceMetadata[] | undefined {
  const { value } = field;
  if (value === null) return undefined;
  const entries: readonly PlainValue[] = Array.isArray(value) ? value : [value];
  return entries.flatMap((entry) => readEntry(field, entry) ?? []);
}

function readEntry(field: Field, entry: PlainValue): ResourceMetadata | null {
  if (!isMap(entry)) return reject(field, entry, 'a list of groups of keys');
  const { src = null, name, title, params } = lowerKeys(entry);
  if (typeof src !== 'string' || compileGlob(src) === null)
    return reject({ ...field, key: 'resources.src' }, src, 'a file name or a pattern for several');
  return {
    src,
    ...(isScalar(name) ? { name: String(name) } : {}),
    ...(isScalar(title) ? { title: String(title) } : {}),
    params: isMap(params) ? params : {},
  };
}

function isScalar(value: PlainValue | undefined): value is string | number | boolean {
  return value !== undefined && value !== null && typeof value !== 'object';
}

function reject(field: Field, value: PlainValue, expected: string): null {
  reportAt(field, 'front-matter/invalid-type', { key: field.key, value: nameType(value), expected });
  return null;
}
