import { largest, smallest } from '../../lists/largest.js';
import { failEvaluation } from '../faults.js';
import { numberOf } from '../values/compare.js';
import { needNumber, toFloat, toText, toWhole } from '../values/convert.js';
import { floatOf, type GoFloat, type GoValue, isFloat, isGoText, itemsOf } from '../values/value.js';
import { type FunctionEntry, many, onTexts } from './entries.js';

type Number2 = (left: number, right: number) => number;

/** `math` and `cast` of Hugo. Whole numbers stay whole where both are. */
export const numberFunctions: readonly FunctionEntry[] = [
  ['cast.ToInt int', 1, 1, ([value]) => toWhole(value)],
  ['cast.ToFloat float', 1, 1, ([value]) => toFloat(value)],
  onTexts('cast.ToString string', 1, 1, ([value]) => toText(value)),
  onTexts('math.Add add', 2, many, addAll),
  ['math.Sub sub', 2, many, fold((left, right) => left - right)],
  ['math.Mul mul', 2, many, fold((left, right) => left * right)],
  ['math.Div div', 2, many, fold(null)],
  ['math.Mod mod', 2, 2, ([left, right]) => remainder(left, right)],
  ['math.ModBool modBool', 2, 2, ([left, right]) => remainder(left, right) === 0],
  ['math.Round', 1, 1, broken((value) => Math.sign(value) * Math.round(Math.abs(value)))],
  ['math.Floor', 1, 1, broken(Math.floor)],
  ['math.Ceil', 1, 1, broken(Math.ceil)],
  ['math.Abs', 1, 1, broken(Math.abs)],
  ['math.Sqrt', 1, 1, broken(Math.sqrt)],
  ['math.Log', 1, 1, broken(Math.log)],
  ['math.Sin', 1, 1, broken(Math.sin)],
  ['math.Cos', 1, 1, broken(Math.cos)],
  ['math.Tan', 1, 1, broken(Math.tan)],
  ['math.Asin', 1, 1, broken(Math.asin)],
  ['math.Acos', 1, 1, broken(Math.acos)],
  ['math.Atan', 1, 1, broken(Math.atan)],
  ['math.Atan2', 2, 2, ([y, x]) => floatOf(Math.atan2(toFloat(y).value, toFloat(x).value))],
  ['math.ToDegrees', 1, 1, broken((value) => (value * 180) / Math.PI)],
  ['math.ToRadians', 1, 1, broken((value) => (value * Math.PI) / 180)],
  ['math.Pi', 0, 0, () => floatOf(Math.PI)],
  ['math.MaxInt64', 0, 0, () => Number.MAX_SAFE_INTEGER],
  ['math.Pow pow', 2, 2, ([base, power]) => floatOf(toFloat(base).value ** toFloat(power).value)],
  ['math.Max', 1, many, (args) => floatOf(largest(flatten(args)))],
  ['math.Min', 1, many, (args) => floatOf(smallest(flatten(args)))],
  ['math.Sum', 1, many, (args) => floatOf(flatten(args).reduce((sum, value) => sum + value, 0))],
  ['math.Product', 1, many, (args) => floatOf(flatten(args).reduce((product, value) => product * value, 1))],
];

function broken(compute: (value: number) => number) {
  return ([value]: readonly GoValue[]): GoFloat => floatOf(compute(toFloat(value).value));
}

function fold(compute: Number2 | null) {
  return (args: readonly GoValue[]): GoValue =>
    args.slice(1).reduce((left, right) => operate(left, right, compute), args[0] ?? null);
}

/** Null divides. */
function operate(left: GoValue, right: GoValue, compute: Number2 | null): number | GoFloat {
  const [a, b] = [needNumber(left), needNumber(right)];
  const isBroken = isFloat(a) || isFloat(b);
  const [x, y] = [numberOf(a) ?? 0, numberOf(b) ?? 0];
  if (compute === null) {
    if (y === 0) return failEvaluation("can't divide the value by 0");
    return isBroken ? floatOf(x / y) : Math.trunc(x / y);
  }
  return isBroken ? floatOf(compute(x, y)) : compute(x, y);
}

/** Texts are joined, as in Go. */
function addAll(args: readonly GoValue[]): GoValue {
  if (args.every((arg) => isGoText(arg))) return args.map(toText).join('');
  return fold((left, right) => left + right)(args);
}

function remainder(left: GoValue | undefined, right: GoValue | undefined): number {
  const [a, b] = [toWhole(left), toWhole(right)];
  return b === 0 ? failEvaluation("the number can't be divided by zero at modulo operation") : a % b;
}

function flatten(args: readonly GoValue[]): readonly number[] {
  return args.flatMap((arg) => {
    const items = isGoText(arg) ? null : itemsOf(arg);
    return items === null ? [toFloat(arg).value] : flatten(items);
  });
}
