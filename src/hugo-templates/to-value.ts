import { markForeign } from '../go-templates/values/origin.js';
import { floatOf, type GoValue } from '../go-templates/values/value.js';

/**
 * Plain data as a value of a template: numbers that are not whole have a point; keys are found whatever their case where
 * they were lower-cased when they were read.
 */
export function toGoValue(data: unknown, foldsCase = false): GoValue {
  if (data === null || data === undefined) return null;
  if (typeof data === 'string' || typeof data === 'boolean') return data;
  if (typeof data === 'number') return Number.isInteger(data) ? data : floatOf(data);
  if (Array.isArray(data)) return data.map((item) => toGoValue(item, foldsCase));
  if (typeof data !== 'object') return String(data);
  const entries = Object.entries(data).map(
    ([key, value]) => [foldsCase ? key.toLowerCase() : key, toGoValue(value, foldsCase)] as const,
  );
  return { kind: 'map', entries: new Map(entries), ...(foldsCase ? { foldsCase: true } : {}) };
}

/** Data of a chapter's front matter: nothing in it is the owner's. */
export function toForeignValue(data: unknown): GoValue {
  return markForeign(toGoValue(data, true));
}
