import { join } from 'node:path';
import { createMap, isMap, type PlainMap, type PlainValue } from '../formats/plain.js';
import { layerSettings } from './layer-settings.js';

/**
 * The `params` that the themes of a Hugo site set for it in their own configuration, the first theme over those after it. Their
 * faults are not the book's, and are passed over.
 *
 * @param themes Folders of the themes, below `bookRoot`.
 */
export function readThemeParams(bookRoot: string, themes: readonly string[], environment: string): PlainMap {
  return themes.reduce<PlainMap>((params, theme) => {
    const { tree } = layerSettings(join(bookRoot, theme), environment, {});
    const name = Object.keys(tree?.data ?? {}).find((key) => key.toLowerCase() === 'params') ?? '';
    const own = tree?.data[name];
    return isMap(own) ? mergeParams(params, own) : params;
  }, createMap());
}

/** The owner's values over those of a theme, groups within groups, whatever the case of their keys: Hugo's deep merge. */
export function mergeParams(owner: PlainMap, theme: PlainMap): PlainMap {
  if (Object.keys(theme).length === 0) return owner;
  const merged = Object.assign(createMap<PlainValue>(), owner);
  const names = new Map(Object.keys(owner).map((key) => [key.toLowerCase(), key]));
  for (const [key, value] of Object.entries(theme)) {
    const known = names.get(key.toLowerCase());
    const before = known === undefined ? undefined : merged[known];
    if (known === undefined) merged[key] = value;
    else if (isMap(before) && isMap(value)) merged[known] = mergeParams(before, value);
  }
  return merged;
}
