import { createMap, isMap, type PlainMap, type PlainValue } from '../formats/plain.js';
import type { SourceSpan } from '../model/diagnostic.js';

/** A configuration as data: of one file, or of several laid over each other. */
export interface SettingsTree {
  /** The file to name where no place is known. */
  readonly file: string;
  /** Keys as written. */
  readonly data: PlainMap;
  /** Keys lower-cased: Hugo's are case-insensitive. */
  readonly keys: PlainMap;
  /** By dotted path, lower-cased. */
  readonly places: ReadonlyMap<string, SettingsPlace>;
  /** Of a part of a configuration: the key that it stands below. */
  readonly around?: SourceSpan;
}

/** Where a key and its value stand. */
export interface SettingsPlace {
  readonly key: SourceSpan;
  readonly value: SourceSpan;
}

/** Lays trees over each other: groups of keys are merged, any other value is replaced by the later one. */
export function mergeSettings(trees: readonly SettingsTree[]): SettingsTree | null {
  const [first, ...others] = trees;
  if (first === undefined) return null;
  return others.reduce((below, above) => {
    return {
      file: below.file,
      data: mergeMaps(below.data, above.data),
      keys: mergeMaps(below.keys, above.keys),
      places: new Map([...below.places, ...above.places]),
    };
  }, first);
}

/** Case does not count; of two spellings the first stays. */
function mergeMaps(below: PlainMap, above: PlainMap): PlainMap {
  const merged: Record<string, PlainValue> = Object.assign(createMap<PlainValue>(), below);
  const spellings = new Map(Object.keys(below).map((key) => [key.toLowerCase(), key]));
  for (const [key, value] of Object.entries(above)) {
    const spelled = spellings.get(key.toLowerCase()) ?? key;
    const before = merged[spelled];
    const areGroups = isMap(before) && isMap(value);
    merged[spelled] = areGroups ? mergeMaps(before, value) : value;
  }
  return merged;
}

/** The value at a dotted path, undefined if there is none. Case does not count. */
export function readPath(keys: PlainMap, path: string): PlainValue | undefined {
  let value: PlainValue | undefined = keys;
  for (const key of path.toLowerCase().split('.')) {
    if (!isMap(value)) return undefined;
    value = value[key];
  }
  return value;
}

/** Where the key or the value at a dotted path stands; where that is unknown, the key around it. */
export function placePath(
  { file, places, around }: SettingsTree,
  path: string,
  part: 'key' | 'value',
): SourceSpan {
  for (let name = path.toLowerCase(); name !== ''; name = name.slice(0, Math.max(name.lastIndexOf('.'), 0))) {
    const place = places.get(name)?.[part];
    if (place !== undefined) return place;
  }
  return around ?? { file };
}
