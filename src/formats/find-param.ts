/**
 * A value by its dotted key (`author.name`), whatever the case of its letters; undefined for none. Keys that data
 * have from their prototype do not count.
 */
export function findParam(params: Readonly<Record<string, unknown>>, key: string): unknown {
  let value: unknown = params;
  for (const part of key.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    const wanted = part.toLowerCase();
    const found = Object.entries(value).find(([name]) => name.toLowerCase() === wanted);
    value = found?.[1];
  }
  return value;
}
