import { type GoValue, isFloat, isGoMap, isGoText, itemsOf, textOf } from './value.js';

/** Whether a value counts as true: not false, 0, nil, and not empty (Go's `template.IsTrue`, Hugo's zero times). */
export function isTrue(value: GoValue): boolean {
  if (value === null || typeof value === 'boolean') return value === true;
  if (typeof value === 'number') return value !== 0;
  if (isGoText(value)) return textOf(value) !== '';
  if (isFloat(value)) return value.value !== 0;
  if (isGoMap(value)) return value.entries.size > 0;
  const items = itemsOf(value);
  if (items !== null) return items.length > 0;
  return !('isTrue' in value) || value.isTrue !== false;
}
