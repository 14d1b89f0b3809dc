import { findJsonPlaces } from './json-keys.js';
import type { DataFormat } from './parse-data.js';
import { findTomlPlaces } from './toml-places.js';
import { findYamlPlaces } from './yaml-places.js';

/** Part of one line; lines and columns start at 1, lengths count UTF-16 units. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** Where a key and its value stand. A value that begins on a later line has the span of its key. */
export interface KeyPlace {
  /** 1 for a top-level key. */
  readonly depth: number;
  readonly key: Span;
  readonly value: Span;
}

/** Places by path: the keys from the top, lower-cased and joined by dots (`markup.goldmark`). */
export type KeyPlaces = ReadonlyMap<string, KeyPlace>;

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
