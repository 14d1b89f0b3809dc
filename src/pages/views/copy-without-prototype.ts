/**
 * A copy of plain data in which objects have no prototype: `params.constructor` and `params.__proto__` are
 * undefined unless the data say otherwise (promises, section 4). Dates and other values stay as they are.
 */
export function copyWithoutPrototype<Value>(value: Value): Value {
  // The copy has the shape of the original, which no type can follow through the recursion.
  return copyValue(value) as Value;
}

function copyValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyValue);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, field] of Object.entries(value)) copy[key] = copyValue(field);
  return copy;
}
