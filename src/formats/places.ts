import type { DataFormat } from './data.js';
import { findJsonPlaces } from './json-keys.js';
import type { KeyPlaces } from './key-place.js';
import { findTomlPlaces } from './toml-places.js';
import { findYamlPlaces } from './yaml-places.js';

const finders: Readonly<Record<DataFormat, (text: string) => KeyPlaces>> = {
  yaml: findYamlPlaces,
  toml: findTomlPlaces,
  json: findJsonPlaces,
};

/**
 * Finds the keys of a text that parses, in one pass over its lines. Keys inside lists and, in YAML and TOML, inside
 * braces are left out; whoever asks for one of them takes the nearest key around it.
 */
export function findPlaces(format: DataFormat, text: string): KeyPlaces {
  return finders[format](text);
}
