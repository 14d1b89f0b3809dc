import type { MenuKeys } from '../model/menu.js';
import { isMap, lowerKeys, type PlainValue } from './plain.js';

/** An entry as it was written, or what is wrong with it, as part of a sentence. */
export type ReadMenuKeys = { readonly keys: MenuKeys } | { readonly expected: string };

const textKeys = {
  identifier: 'identifier',
  name: 'name',
  title: 'title',
  url: 'url',
  pageref: 'pageRef',
  parent: 'parent',
  pre: 'pre',
  post: 'post',
} as const;

/** Reads an entry of a menu (content rule 11); upper and lower case of its keys are the same. */
export function readMenuKeys(value: PlainValue): ReadMenuKeys {
  if (value === null) return { keys: { params: {} } };
  if (!isMap(value)) return { expected: 'a group of keys for each entry' };
  const entry = lowerKeys(value);
  const keys: { -readonly [Key in keyof MenuKeys]: MenuKeys[Key] } = { params: {} };
  for (const [written, place] of Object.entries(textKeys)) {
    const text = entry[written] ?? null;
    if (typeof text === 'object' && text !== null) return { expected: `text as \`${place}\`` };
    if (text !== null) keys[place] = String(text);
  }
  const { weight = null, params = null } = entry;
  if (weight !== null && !Number.isInteger(Number(weight))) return { expected: 'a whole number as `weight`' };
  if (weight !== null) keys.weight = Number(weight);
  if (isMap(params)) keys.params = params;
  return { keys };
}
