import { failEvaluation } from '../faults.js';
import { printValue, typeName } from './print.js';
import {
  floatOf,
  type GoFloat,
  type GoValue,
  isFloat,
  isGoMap,
  isGoText,
  isObject,
  itemsOf,
  textOf,
} from './value.js';

/** A value as text, as Hugo's functions on text take it: numbers and booleans as they are printed, nil as nothing. */
export function toText(value: GoValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (isGoMap(value) || (itemsOf(value) !== null && !isGoText(value))) {
    return failEvaluation(`${typeName(value)} cannot be turned into text`);
  }
  return printValue(value);
}

/** A value as a whole number: what stands after the point is cut off, a text must be a number. */
export function toWhole(value: GoValue | undefined): number {
  if (typeof value === 'number') return value;
  if (isFloat(value)) return Math.trunc(value.value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined || value === null) return 0;
  if (isObject(value) && value.whole !== undefined) return value.whole;
  if (isGoText(value)) {
    const text = textOf(value);
    if (text === '') return 0;
    const number = readWhole(text);
    if (number !== null) return number;
  }
  return failEvaluation(`${describe(value)} is not a whole number`);
}

/** Decimal, or with `0x`, `0b`, `0o`; octal with a zero alone, as in Go. Null for anything else. */
function readWhole(text: string): number | null {
  const found = /^([-+]?)(0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)(\.\d*)?$/.exec(text);
  if (found?.[2] === undefined) return null;
  const number = /^0\d/.test(found[2]) ? Number.parseInt(found[2], 8) : Number(found[2]);
  return found[1] === '-' ? -number : number;
}

/** A value as a number with a point. */
export function toFloat(value: GoValue | undefined): GoFloat {
  if (isFloat(value)) return value;
  if (typeof value === 'number') return floatOf(value);
  if (value === undefined || value === null) return floatOf(0);
  if (typeof value === 'boolean') return floatOf(value ? 1 : 0);
  const number = isGoText(value) && textOf(value).trim() !== '' ? Number(textOf(value)) : Number.NaN;
  return Number.isNaN(number) ? failEvaluation(`${describe(value)} is not a number`) : floatOf(number);
}

/** A number that is one already: arithmetic takes no text. */
export function needNumber(value: GoValue | undefined): number | GoFloat {
  if (typeof value === 'number' || isFloat(value)) return value;
  if (isObject(value) && value.whole !== undefined) return value.whole;
  return failEvaluation(`${describe(value ?? null)} is not a number: can't apply the operator to the values`);
}

/** The members of a list; nil has none. */
export function toList(value: GoValue | undefined): readonly GoValue[] {
  if (value === undefined || value === null) return [];
  return itemsOf(value) ?? failEvaluation(`${describe(value)} is not a list`);
}

/** A value with its type, for messages. */
export function describe(value: GoValue): string {
  const printed = printValue(value);
  const short = printed.length > 40 ? `${printed.slice(0, 40)}…` : printed;
  return isGoText(value) ? `the text "${short}"` : `${short} (${typeName(value)})`;
}
