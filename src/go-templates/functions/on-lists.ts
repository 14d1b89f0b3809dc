import { failEvaluation } from '../faults.js';
import { describe, toList, toText, toWhole } from '../values/convert.js';
import { createStore } from '../values/store.js';
import {
  entryOf,
  type GoMap,
  type GoValue,
  gather,
  isGoMap,
  isGoText,
  isList,
  itemsOf,
  mapOf,
  pickFrom,
  textOf,
} from '../values/value.js';
import { type FunctionEntry, many } from './entries.js';

/** The longest list that `seq` makes. */
const SEQUENCE_LIMIT = 100_000;

/** Functions that put lists and maps together and take them apart. What is in them stays as it is. */
export const listFunctions: readonly FunctionEntry[] = [
  ['collections.Slice slice', 0, many, (args) => gather([...args])],
  ['collections.Dictionary dict', 0, many, makeMap],
  ['collections.Index index', 1, many, ([value, ...keys]) => walkKeys(value ?? null, keys)],
  ['len', 1, 1, ([value]) => measure(value ?? null)],
  ['collections.First first', 2, 2, ([count, list]) => cut(list, 0, wholeCount(count))],
  ['collections.Last last', 2, 2, ([count, list]) => cutLast(list, wholeCount(count))],
  ['collections.After after', 2, 2, ([count, list]) => cut(list, wholeCount(count), null)],
  ['collections.Append append', 1, many, (args) => gather(appendItems(args))],
  ['collections.Merge merge', 1, many, (args) => args.reduce(mergeMaps)],
  ['collections.Reverse', 1, 1, ([list]) => pickFrom(list, [...toList(list)].reverse())],
  ['collections.IsSet isset', 2, 2, ([value, key]) => isSet(value ?? null, key ?? null)],
  [
    'collections.KeyVals keyVals',
    2,
    many,
    ([key, ...values]) =>
      mapOf([
        ['Key', key ?? null],
        ['Values', values],
      ]),
  ],
  ['collections.Seq seq', 1, 3, (args) => makeSequence(args.map(toWhole))],
  ['collections.NewScratch newScratch', 0, 0, () => createStore()],
];

function makeMap(args: readonly GoValue[]): GoMap {
  if (args.length % 2 === 1) return failEvaluation('invalid dictionary call: a key has no value');
  const entries = new Map<string, GoValue>();
  for (let at = 0; at < args.length; at += 2) {
    const [key = null, value = null] = args.slice(at, at + 2);
    setPath(entries, isList(key) ? key.map(toText) : [keyText(key)], value);
  }
  return { kind: 'map', entries };
}

function keyText(key: GoValue): string {
  return isGoText(key) ? textOf(key) : failEvaluation('invalid dictionary key: it must be a text');
}

function setPath(
  entries: Map<string, GoValue>,
  [first = '', ...rest]: readonly string[],
  value: GoValue,
): void {
  if (rest.length === 0) {
    entries.set(first, value);
    return;
  }
  const found = entries.get(first);
  const inner = new Map(isGoMap(found) ? found.entries : []);
  setPath(inner, rest, value);
  entries.set(first, { kind: 'map', entries: inner });
}

function walkKeys(start: GoValue, keys: readonly GoValue[]): GoValue {
  const path = keys.length === 1 && isList(keys[0]) ? keys[0] : keys;
  return path.reduce((value, key) => readKey(value, key), start);
}

function readKey(value: GoValue, key: GoValue): GoValue {
  if (value === null) return null;
  if (isGoMap(value)) return entryOf(value, toText(key)) ?? null;
  if (isGoText(value))
    return new TextEncoder().encode(textOf(value))[toWhole(key)] ?? failEvaluation('index out of range');
  const items = itemsOf(value);
  if (items === null) return failEvaluation(`can't index ${describe(value)}`);
  return items[toWhole(key)] ?? null;
}

/** Of a text the bytes, of a list the members. */
function measure(value: GoValue): number {
  if (isGoText(value)) return new TextEncoder().encode(textOf(value)).length;
  if (isGoMap(value)) return value.entries.size;
  return itemsOf(value)?.length ?? failEvaluation(`len of ${describe(value)}`);
}

function wholeCount(value: GoValue | undefined): number {
  const count = toWhole(value);
  return count < 0 ? failEvaluation('sequence length must be non-negative') : count;
}

function cut(list: GoValue | undefined, start: number, count: number | null): GoValue {
  if (isGoText(list)) return textOf(list).slice(start, count === null ? undefined : start + count);
  return pickFrom(list, toList(list).slice(start, count === null ? undefined : start + count));
}

function cutLast(list: GoValue | undefined, count: number): GoValue {
  return pickFrom(list, count === 0 ? [] : toList(list).slice(-count));
}

/** `append A B … LIST`; one list is joined to another, unless that one holds lists. */
function appendItems(args: readonly GoValue[]): readonly GoValue[] {
  const items = args.slice(0, -1);
  const to = toList(args.at(-1));
  const [only] = items;
  const from = items.length === 1 ? itemsOf(only) : null;
  return from === null || isGoText(only) || isList(to[0]) ? [...to, ...items] : [...to, ...from];
}

/** The later map wins; maps within both are merged as well. */
function mergeMaps(left: GoValue, right: GoValue): GoValue {
  if (!isGoMap(left)) return right;
  if (right === null) return left;
  if (!isGoMap(right)) return failEvaluation(`merge needs maps, not ${describe(right)}`);
  const entries = new Map(left.entries);
  for (const [key, value] of right.entries) {
    const known = [...entries.keys()].find((other) => other.toLowerCase() === key.toLowerCase()) ?? key;
    const before = entries.get(known);
    entries.delete(known);
    entries.set(key, isGoMap(before) && isGoMap(value) ? mergeMaps(before, value) : value);
  }
  return { ...left, entries };
}

function isSet(value: GoValue, key: GoValue): boolean {
  if (isGoMap(value)) return entryOf(value, toText(key)) !== undefined;
  const at = typeof key === 'number' ? key : -1;
  return at >= 0 && at < (itemsOf(value)?.length ?? 0);
}

function makeSequence(numbers: readonly number[]): readonly number[] {
  const [first = 1, second = 1, third] = numbers;
  const [start, step, end] =
    numbers.length === 1
      ? [first < 0 ? -1 : 1, first < 0 ? -1 : 1, first]
      : numbers.length === 2
        ? [first, first <= second ? 1 : -1, second]
        : [first, second, third ?? first];
  if (step === 0) return failEvaluation("'increment' must not be 0");
  if (numbers.length === 1 && end === 0) return [];
  const count = Math.floor((end - start) / step) + 1;
  if (count <= 0) return failEvaluation(step < 0 ? "'increment' must be > 0" : "'increment' must be < 0");
  if (count > SEQUENCE_LIMIT) return failEvaluation(`size of result exceeds limit: ${SEQUENCE_LIMIT}`);
  return Array.from({ length: count }, (_, at) => start + at * step);
}
