import type { DataFormat } from './data.js';
import { listJsonPlaces } from './json-keys.js';
import type { KeyPlace, KeyPlaces, ListedKey } from './key-place.js';
import { listTomlPlaces } from './toml-places.js';
import { listYamlPlaces } from './yaml-places.js';

const listers: Readonly<Record<DataFormat, (text: string) => readonly ListedKey[]>> = {
  yaml: listYamlPlaces,
  toml: listTomlPlaces,
  json: listJsonPlaces,
};

/**
 * Lists the keys of a text in one pass over its lines, those that are there twice each time. Keys inside lists and, in
 * YAML and TOML, inside braces are left out; whoever asks for one of them takes the nearest key around it.
 */
export function listPlaces(format: DataFormat, text: string): readonly ListedKey[] {
  return listers[format](text);
}

/** Finds the keys of a text that parses; of one that is there twice the first. See `listPlaces`. */
export function findPlaces(format: DataFormat, text: string): KeyPlaces {
  const places = new Map<string, KeyPlace>();
  for (const { path, place } of listPlaces(format, text)) if (!places.has(path)) places.set(path, place);
  return places;
}
