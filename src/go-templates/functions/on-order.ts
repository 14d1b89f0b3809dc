import { chargeSize, countStep } from '../evaluate/evaluate-pipe.js';
import { readFieldPath } from '../evaluate/read-field.js';
import { failEvaluation, refuseName } from '../faults.js';
import type { Session } from '../library.js';
import { areEqual, compareValues } from '../values/compare.js';
import { describe, toList, toText } from '../values/convert.js';
import {
  entryOf,
  type GoValue,
  isGoMap,
  isGoText,
  isList,
  itemsOf,
  pickFrom,
  sortedKeys,
  textOf,
} from '../values/value.js';
import { type FunctionEntry, many } from './entries.js';
import { findMatches } from './on-patterns.js';

/** `sort`, `where` and `apply`. */
export const orderFunctions: readonly FunctionEntry[] = [
  [
    'collections.Sort sort',
    1,
    3,
    (args, { library }) => pickFrom(args[0], sortItems(args, library.compareTexts)),
  ],
  ['collections.Where where', 3, 4, (args) => pickFrom(args[0], filterItems(args))],
  ['collections.Apply apply', 2, many, applyToAll],
];

type CompareTexts = (left: string, right: string) => number;

function sortItems(args: readonly GoValue[], compareTexts: CompareTexts): readonly GoValue[] {
  const [collection = null, key, order] = args;
  const by = key === undefined ? 'value' : toText(key);
  const path = by === 'value' || by === 'key' || by === '' ? [] : by.replace(/^\./, '').split('.');
  const pairs = pairsOf(collection, key === undefined || by === 'key').map(([sortKey, value]) => ({
    value,
    key: path.length === 0 ? sortKey : (readFieldPath(value, path) ?? null),
  }));
  pairs.sort((left, right) => compareKeys(left.key, right.key, compareTexts));
  if (order !== undefined && toText(order) === 'desc') pairs.reverse();
  return pairs.map(({ value }) => value);
}

/** Members with what they are sorted by: of a map its keys, unless its values are asked for. */
function pairsOf(collection: GoValue, byKey: boolean): readonly (readonly [GoValue, GoValue])[] {
  if (!isGoMap(collection)) return toList(collection).map((item) => [item, item]);
  return sortedKeys(collection).map((key) => {
    const value = entryOf(collection, key) ?? null;
    return [byKey ? key : value, value];
  });
}

function compareKeys(left: GoValue, right: GoValue, compareTexts: CompareTexts): number {
  // What has no key comes last.
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  if (isGoText(left) && isGoText(right)) return compareTexts(textOf(left), textOf(right));
  return compareValues(left, right);
}

function filterItems(args: readonly GoValue[]): readonly GoValue[] {
  const [collection = null, key = null] = args;
  const operator = args.length === 4 ? toText(args[2]) : 'eq';
  const wanted = args.at(-1) ?? null;
  const path = toText(key).replace(/^\./, '').split('.');
  const items = isGoMap(collection)
    ? sortedKeys(collection).map((name) => entryOf(collection, name) ?? null)
    : toList(collection);
  return items.filter((item) => holds(readFieldPath(item, path) ?? null, operator, wanted));
}

function holds(value: GoValue, operator: string, wanted: GoValue): boolean {
  switch (operator) {
    case 'eq':
    case '=':
    case '==':
      return areEqual(value, wanted);
    case 'ne':
    case '!=':
    case '<>':
      return !areEqual(value, wanted);
    case 'in':
      return isAmong(value, wanted);
    case 'not in':
      return !isAmong(value, wanted);
    case 'intersect':
      return toList(value).some((item) => toList(wanted).some((other) => areEqual(item, other)));
    case 'like':
      return isGoText(value) && findMatches(toText(wanted), textOf(value), 1).length > 0;
    default:
      return isOrdered(value, operator, wanted);
  }
}

function isAmong(value: GoValue, wanted: GoValue): boolean {
  if (isGoText(wanted)) return isGoText(value) && textOf(wanted).includes(textOf(value));
  return (itemsOf(wanted) ?? []).some((other) => areEqual(other, value));
}

function isOrdered(value: GoValue, operator: string, wanted: GoValue): boolean {
  const tests: Readonly<Record<string, (order: number) => boolean>> = {
    lt: (order) => order < 0,
    '<': (order) => order < 0,
    le: (order) => order <= 0,
    '<=': (order) => order <= 0,
    gt: (order) => order > 0,
    '>': (order) => order > 0,
    ge: (order) => order >= 0,
    '>=': (order) => order >= 0,
  };
  const test = tests[operator];
  if (test === undefined) return failEvaluation(`no such operator: "${operator}"`);
  // A text and a number are of different kinds, and one that is absent is of none.
  if (value === null || wanted === null || isGoText(value) !== isGoText(wanted)) return false;
  return test(compareValues(value, wanted));
}

/** `apply LIST "name" ARGS…`: the function with each member in place of `"."`. */
function applyToAll([list, name, ...args]: readonly GoValue[], session: Session): readonly GoValue[] {
  const called = toText(name);
  const found = session.library.functions.get(called);
  if (found === undefined) {
    if (session.library.isRefused(called)) return refuseName(called);
    return failEvaluation(`can't find function "${called}"`);
  }
  if (list !== null && !isList(list) && itemsOf(list) === null)
    return failEvaluation(`can't apply to ${describe(list ?? null)}`);
  return toList(list).map((item) => {
    const given = args.map((arg) => (isGoText(arg) && textOf(arg) === '.' ? item : arg));
    const made = found.run(given, session);
    countStep(session);
    chargeSize(made, session);
    return made;
  });
}
