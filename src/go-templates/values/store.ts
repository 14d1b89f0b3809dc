import { failEvaluation } from '../faults.js';
import { numberOf } from './compare.js';
import { toText } from './convert.js';
import { spreadOrigin } from './origin.js';
import { typeName } from './print.js';
import {
  comparePoints,
  floatOf,
  type GoMap,
  type GoMethod,
  type GoObject,
  type GoValue,
  isFloat,
  isGoMap,
  isGoText,
  isList,
} from './value.js';

/** A place to keep values in while templates run: Hugo's `Scratch` and `Store`. Its methods that change it print nothing. */
export function createStore(): GoObject {
  const values = new Map<string, GoValue>();
  const methods = new Map<string, (args: readonly GoValue[]) => GoValue>([
    ['Get', ([key]) => values.get(toText(key)) ?? null],
    ['Set', silent(([key, value]) => void values.set(toText(key), value ?? null))],
    ['Add', silent(([key, value]) => addValue(values, toText(key), value ?? null))],
    ['Delete', silent(([key]) => void values.delete(toText(key)))],
    [
      'SetInMap',
      silent(([key, inner, value]) => setInMap(values, toText(key), toText(inner), value ?? null)),
    ],
    ['DeleteInMap', silent(([key, inner]) => void mapAt(values, toText(key)).delete(toText(inner)))],
    ['GetSortedMapValues', ([key]) => sortedValues(values.get(toText(key)))],
    ['Values', (): GoMap => ({ kind: 'map', entries: values })],
  ]);
  return {
    kind: 'object',
    type: 'Scratch',
    member: (name): GoMethod | undefined => {
      const call = methods.get(name);
      return call && { kind: 'method', call };
    },
    print: () => '',
  };
}

function silent(change: (args: readonly GoValue[]) => void): (args: readonly GoValue[]) => GoValue {
  return (args) => {
    change(args);
    return '';
  };
}

/** Numbers are summed, texts joined, lists lengthened. */
function addValue(values: Map<string, GoValue>, key: string, value: GoValue): void {
  const before = values.get(key) ?? null;
  values.set(key, before === null ? value : sum(before, value));
}

function sum(before: GoValue, value: GoValue): GoValue {
  if (isList(before)) return [...before, ...(isList(value) ? value : [value])];
  if (isGoText(before) && isGoText(value)) {
    return spreadOrigin(([left, right]) => toText(left) + toText(right), [before, value]);
  }
  const [left, right] = [numberOf(before), numberOf(value)];
  if (left === null || right === null) {
    return failEvaluation(`can't add a value of type ${typeName(value)} to one of type ${typeName(before)}`);
  }
  return isFloat(before) || isFloat(value) ? floatOf(left + right) : left + right;
}

function setInMap(values: Map<string, GoValue>, key: string, inner: string, value: GoValue): void {
  const entries = mapAt(values, key);
  entries.set(inner, value);
  values.set(key, { kind: 'map', entries });
}

function mapAt(values: Map<string, GoValue>, key: string): Map<string, GoValue> {
  const found = values.get(key);
  if (!isGoMap(found)) return new Map();
  // Only `setInMap` makes the maps that are changed here.
  return found.entries instanceof Map ? (found.entries as Map<string, GoValue>) : new Map(found.entries);
}

function sortedValues(value: GoValue | undefined): readonly GoValue[] {
  if (!isGoMap(value)) return [];
  return [...value.entries].sort(([left], [right]) => comparePoints(left, right)).map(([, item]) => item);
}
