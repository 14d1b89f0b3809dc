import type { PlainValue } from './plain.js';

const words: Readonly<Record<string, boolean>> = {
  '1': true,
  t: true,
  true: true,
  '0': false,
  f: false,
  false: false,
};

/** Yes or no as Hugo casts it (Go's `ParseBool`): `true`, `"true"`, `"T"`, 1, and any other number but 0; null for anything else. */
export function readSwitch(value: PlainValue | undefined): boolean | null {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (typeof value !== 'string' || !/^(?:[a-z\d]|[A-Z]+|[A-Z]?[a-z]+)$/.test(value)) return null;
  const word = value.toLowerCase();
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}
