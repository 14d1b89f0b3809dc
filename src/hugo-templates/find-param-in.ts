/** A value by its name, in any case; `a.b` looks into groups. Undefined for none. */
export function findParamIn(params: Readonly<Record<string, unknown>>, name: string): unknown {
  let value: unknown = params;
  for (const key of name.toLowerCase().split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const found = Object.entries(value).find(([other]) => other.toLowerCase() === key);
    value = found?.[1];
  }
  return value;
}
