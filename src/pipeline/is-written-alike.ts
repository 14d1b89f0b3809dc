/**
 * Whether two values are the same once they are written down: plain data and maps of it, keys in the same order. Objects that
 * have come from the disk have another prototype, and are none the less the same.
 */
export function isWrittenAlike(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one, spellMap) === JSON.stringify(other, spellMap);
}

function spellMap(_: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
