import { readMenuKeys } from '../formats/menu-keys.js';
import { createMap, isMap, type PlainValue } from '../formats/plain.js';
import type { MenuKeys } from '../model/menu.js';
import { type Field, nameType, reportAt } from './field.js';

/**
 * The menus that a chapter stands in, by name, with its entry in each (content rule 11): one name, a list of names, or
 * entries by name. Reports `front-matter/invalid-type`.
 */
export function castMenus(field: Field): Readonly<Record<string, MenuKeys>> | undefined {
  const { value } = field;
  if (value === null) return undefined;
  const menus = createMap<MenuKeys>();
  const names: readonly PlainValue[] = Array.isArray(value) ? value : isMap(value) ? [] : [value];
  for (const name of names) {
    if (typeof name !== 'string') reject(field, name, 'the name of a menu');
    else menus[name.toLowerCase()] = { params: {} };
  }
  for (const [name, entry] of isMap(value) ? Object.entries(value) : []) {
    const read = readMenuKeys(entry);
    if ('expected' in read) reject({ ...field, key: `${field.key}.${name}` }, entry, read.expected);
    else menus[name] = read.keys;
  }
  return menus;
}

function reject(field: Field, value: PlainValue, expected: string): void {
  reportAt(field, 'front-matter/invalid-type', { key: field.key, value: nameType(value), expected });
}
