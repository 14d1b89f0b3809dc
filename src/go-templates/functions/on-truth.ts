import { failEvaluation } from '../faults.js';
import { areEqual, compareValues } from '../values/compare.js';
import { isTrue } from '../values/truth.js';
import type { GoValue } from '../values/value.js';
import { type FunctionEntry, many } from './entries.js';

/** `compare` of Hugo, with Go's `not`, `and`, `or`; the last two as a pipe calls them. */
export const truthFunctions: readonly FunctionEntry[] = [
  ['compare.Eq eq', 2, many, ([first, ...others]) => others.some((other) => areEqual(first ?? null, other))],
  [
    'compare.Ne ne',
    2,
    many,
    ([first, ...others]) => others.every((other) => !areEqual(first ?? null, other)),
  ],
  ['compare.Lt lt', 2, many, against((order) => order < 0)],
  ['compare.Le le', 2, many, against((order) => order <= 0)],
  ['compare.Gt gt', 2, many, against((order) => order > 0)],
  ['compare.Ge ge', 2, many, against((order) => order >= 0)],
  ['not', 1, 1, ([value]) => !isTrue(value ?? null)],
  ['and', 1, many, (args) => args.find((arg) => !isTrue(arg)) ?? args.at(-1) ?? null],
  ['or', 1, many, (args) => args.find(isTrue) ?? args.at(-1) ?? null],
  // The evaluator runs it itself where it is not called from afar.
  ['try', 1, 1, ([value]) => value ?? null],
  ['compare.Conditional cond', 3, 3, ([test, yes, no]) => (isTrue(test ?? null) ? yes : no) ?? null],
  ['compare.Default default', 1, 2, takeDefault],
];

function against(holds: (order: number) => boolean) {
  return ([first, ...others]: readonly GoValue[]): GoValue =>
    others.every((other) => holds(compareValues(first ?? null, other)));
}

/** The second value, unless it is nothing, empty or 0; a boolean counts as a value in any case. */
function takeDefault(args: readonly GoValue[]): GoValue {
  const [otherwise = null, given] = args;
  if (args.length === 0) return failEvaluation('default needs a value');
  if (args.length === 1) return otherwise;
  return typeof given === 'boolean' || isTrue(given ?? null) ? (given ?? null) : otherwise;
}
