import { compileGlob } from '../files/glob.js';
import { isMap, lowerKeys, type PlainMap, type PlainValue } from '../formats/plain.js';
import type { PageKind } from '../model/book.js';
import type { PermalinkRule } from '../model/config.js';
import { nearestWord } from '../text/nearest.js';
import { findUnknownToken, tokenNames } from '../url/permalink-tokens.js';

/** Rules, or what was expected instead. */
export type ReadRules = { readonly rules: readonly PermalinkRule[] } | { readonly expected: string };

const kinds: readonly PageKind[] = ['home', 'section', 'page', 'taxonomy', 'term'];

/**
 * Reads `permalinks` (content rule 6): patterns by section, for pages, or by kind and section; or an ordered list of
 * `{target: {path, kind}, pattern}`. `/` stands for the pages at the top.
 */
export function readPermalinks(value: PlainValue): ReadRules {
  const rules: PermalinkRule[] = [];
  const add = (rule: PermalinkRule) => {
    rules.push(rule);
    return faultOfPattern(rule.pattern);
  };
  const expected = Array.isArray(value) ? readList(value, add) : readMap(value, add);
  return expected === null ? { rules } : { expected };
}

type AddRule = (rule: PermalinkRule) => string | null;

function readList(entries: readonly PlainValue[], add: AddRule): string | null {
  for (const entry of entries) {
    const { target = null, pattern } = isMap(entry) ? lowerKeys(entry) : {};
    if (typeof pattern !== 'string') return 'a `pattern` in each entry';
    const { path = null, kind = null } = isMap(target) ? target : {};
    if (path !== null && (typeof path !== 'string' || compileGlob(path) === null))
      return 'a pattern as `path`';
    const known = kinds.find((candidate) => candidate === kind) ?? null;
    const fault = kind === null || known !== null ? null : `${listWords(kinds)} as \`kind\``;
    const expected = fault ?? add({ kind: known, section: null, path, pattern });
    if (expected !== null) return expected;
  }
  return null;
}

function readMap(value: PlainValue, add: AddRule): string | null {
  if (!isMap(value)) return 'patterns by section';
  for (const [key, pattern] of Object.entries(value)) {
    const expected = isMap(pattern) ? readKind(key, pattern, add) : readBare(key, pattern, add);
    if (expected !== null) return expected;
  }
  return null;
}

/** A pattern without a kind is for the pages of a section, and for the terms of a taxonomy. */
function readBare(key: string, pattern: PlainValue, add: AddRule): string | null {
  return readPattern('page', key, pattern, add) ?? readPattern('term', key, pattern, add);
}

function readKind(key: string, patterns: PlainMap, add: AddRule): string | null {
  const kind = kinds.find((candidate) => candidate === key);
  if (kind === undefined) return `${listWords(kinds)} in the place of \`${key}\``;
  for (const [section, pattern] of Object.entries(patterns)) {
    const expected = readPattern(kind, section, pattern, add);
    if (expected !== null) return expected;
  }
  return null;
}

function readPattern(kind: PageKind, key: string, pattern: PlainValue, add: AddRule): string | null {
  if (typeof pattern !== 'string') return `a pattern such as \`/:section/:slug/\` for \`${key}\``;
  return add({ kind, section: key.replace(/^\/|\/$/g, '').toLowerCase(), path: null, pattern });
}

function faultOfPattern(pattern: string): string | null {
  const unknown = findUnknownToken(pattern);
  if (unknown === null) return null;
  const nearest = nearestWord(unknown, tokenNames);
  return nearest === null
    ? `a token that exists, unlike \`:${unknown}\`,`
    : `\`:${nearest}\` for \`:${unknown}\``;
}

function listWords(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(' or ');
}
