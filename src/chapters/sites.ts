import { compileGlob, type Matcher } from '../files/glob.js';
import { isMap, type PlainMap, type PlainValue } from '../formats/plain.js';
import { type Field, nameType, reportAt } from './field.js';

const languages = 'sites.matrix.languages';

/**
 * The languages that a chapter says it is in (`sites.matrix.languages`, content rule 2): patterns for their keys, those with
 * `! ` in front for the ones to leave out, as in Hugo; exclusions alone leave all others. Null where nothing is said, or
 * nothing that can be read.
 */
export function readMatrix(sites: PlainValue): Matcher | null {
  const patterns = listPatterns(languagesOf(sites));
  if (patterns === null || patterns.length === 0) return null;
  const compiled = patterns.map((pattern) => {
    const isExclusion = /^!\s/.test(pattern);
    return { isExclusion, matches: compileGlob(isExclusion ? pattern.slice(1).trim() : pattern) };
  });
  const inclusions = compiled.filter(({ isExclusion }) => !isExclusion);
  const exclusions = compiled.filter(({ isExclusion }) => isExclusion);
  return (language) =>
    (inclusions.length === 0 || inclusions.some(({ matches }) => matches?.(language))) &&
    !exclusions.some(({ matches }) => matches?.(language));
}

/**
 * Reports what is wrong with `sites`: `front-matter/invalid-type`, and `front-matter/unread-key` for what is Hugo's alone: the
 * other two dimensions of its sites, and `complements`.
 */
export function checkSites(field: Field): void {
  const { value } = field;
  if (value === null) return;
  if (!isMap(value)) reject(field, 'sites', value, 'a group of keys');
  const parts = isMap(value) ? Object.entries(value) : [];
  for (const [key, part] of parts) {
    if (key !== 'matrix') warn(field, `sites.${key}`);
    else if (!isMap(part)) reject(field, 'sites.matrix', part, 'a group of keys');
    else checkMatrix(field, part);
  }
}

function checkMatrix(field: Field, matrix: PlainMap): void {
  for (const [key, value] of Object.entries(matrix)) {
    if (key !== 'languages') warn(field, `sites.matrix.${key}`);
    else if (value !== null && !listPatterns(value)?.every((pattern) => compileGlob(pattern) !== null))
      reject(field, languages, value, 'a list of languages, such as `[fr]`, `["**"]` or `["! en"]`,');
  }
}

function languagesOf(sites: PlainValue): PlainValue {
  const matrix = isMap(sites) ? sites['matrix'] : null;
  return isMap(matrix) ? (matrix['languages'] ?? null) : null;
}

function listPatterns(value: PlainValue): readonly string[] | null {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return null;
  const list: readonly PlainValue[] = value;
  return list.every((pattern) => typeof pattern === 'string') ? list.map(String) : null;
}

function warn(field: Field, key: string): void {
  reportAt(field, 'front-matter/unread-key', { key, instead: `Of \`sites\`, \`${languages}\` is read.` });
}

function reject(field: Field, key: string, value: PlainValue, expected: string): void {
  reportAt(field, 'front-matter/invalid-type', { key, value: nameType(value), expected });
}
