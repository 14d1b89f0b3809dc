import {
  comparePoints,
  entryOf,
  type GoValue,
  isFloat,
  isGoMap,
  isGoText,
  isList,
  isObject,
  itemsOf,
  textOf,
} from './value.js';

/** Whether two values are equal, as Hugo's `eq` has it: a text is never equal to a number, 5 is equal to 5.0. */
export function areEqual(left: GoValue, right: GoValue): boolean {
  if (isGoText(left) || isGoText(right))
    return isGoText(left) && isGoText(right) && textOf(left) === textOf(right);
  if (isObject(left) && left.compare !== undefined) return left.compare(right) === 0;
  if (isObject(right) && right.compare !== undefined) return right.compare(left) === 0;
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== null || b !== null) return a === b;
  if (isList(left) && isList(right)) return haveEqualItems(left, right);
  if (isGoMap(left) && isGoMap(right)) {
    if (left.entries.size !== right.entries.size) return false;
    return [...left.entries].every(([key, value]) => {
      const other = entryOf(right, key);
      return other !== undefined && areEqual(value, other);
    });
  }
  return left === right;
}

function haveEqualItems(left: readonly GoValue[], right: readonly GoValue[]): boolean {
  return left.length === right.length && left.every((item, at) => areEqual(item, right[at] ?? null));
}

/**
 * Below 0 where the left comes first, as Hugo's `lt` has it. Against a number, a text that reads as a number counts as
 * that number, any other text as 0; a list counts as its length; text against text goes by code points.
 */
export function compareValues(left: GoValue, right: GoValue): number {
  if (isGoText(left) && isGoText(right)) return comparePoints(textOf(left), textOf(right));
  if (isObject(left) && left.compare !== undefined) return left.compare(right) ?? 0;
  if (isObject(right) && right.compare !== undefined) return -(right.compare(left) ?? 0);
  return measure(left) - measure(right);
}

function measure(value: GoValue): number {
  if (isGoText(value)) {
    const text = textOf(value);
    const number = text.trim() === text && text !== '' ? Number(text) : 0;
    return Number.isNaN(number) ? 0 : number;
  }
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (isGoMap(value)) return value.entries.size;
  return numberOf(value) ?? itemsOf(value)?.length ?? 0;
}

/** A number as JavaScript has it; null for anything else. */
export function numberOf(value: GoValue): number | null {
  if (typeof value === 'number') return value;
  return isFloat(value) ? value.value : null;
}
