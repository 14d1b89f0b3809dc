import { readInteger } from '../../formats/integer.js';
import type { PlainValue } from '../../formats/plain.js';
import { readSwitch } from '../../formats/switch.js';
import type { JsonSchema } from '../../model/json-schema.js';
import type { ReadValue, ValueKind } from '../config-key.js';

/** `true` or `false`, and what Hugo takes for them. */
export const flag: ValueKind<boolean> = valueKind(readSwitch, '`true` or `false`', { type: 'boolean' });

/** A flag whose key says the opposite of the setting. */
export const negated: ValueKind<boolean> = valueKind(
  (value) => {
    const on = readSwitch(value);
    return on === null ? null : !on;
  },
  '`true` or `false`',
  { type: 'boolean' },
);

/** Text; a number or a switch counts as it is written, and an empty value as `''`. */
export const text: ValueKind<string> = valueKind(
  (value) => (typeof value === 'object' && value !== null ? null : value === null ? '' : String(value)),
  'text',
  { type: 'string' },
);

/** Text and nothing else. */
export function exactText(expected: string): ValueKind<string> {
  return valueKind((value) => (typeof value === 'string' ? value : null), expected, { type: 'string' });
}

/** One of some words; `isFolded` where capitals make no difference. */
export function oneOf<Word extends string>(words: readonly Word[], isFolded = false): ValueKind<Word> {
  const expected = words.map((word) => `\`${word}\``).join(' or ');
  const fold = (value: PlainValue) => (isFolded && typeof value === 'string' ? value.toLowerCase() : value);
  return valueKind((value) => words.find((word) => word === fold(value)) ?? null, expected, { enum: words });
}

/** A whole number from `least` on. */
export function wholeNumber(least: number, expected: string): ValueKind<number> {
  const read = (value: PlainValue) => {
    const number = readInteger(value);
    return number === null || number < least ? null : number;
  };
  return valueKind(read, expected, { type: 'integer', minimum: least });
}

/** A kind from a function that gives null for a value that cannot be used. */
export function valueKind<Value>(
  read: (value: PlainValue) => Value | null,
  expected: string,
  schema: JsonSchema,
): ValueKind<Value> {
  return {
    read: (value): ReadValue<Value> => {
      const found = read(value);
      return found === null ? { expected } : { value: found };
    },
    schema,
  };
}

/** One word or a list of them; a number is one, too. Undefined for anything else. */
export function readWords(value: PlainValue): readonly string[] | undefined {
  if (isWord(value)) return [String(value)];
  if (!Array.isArray(value)) return undefined;
  const words: readonly PlainValue[] = value;
  return words.every(isWord) ? words.map(String) : undefined;
}

function isWord(value: PlainValue): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

/** The schema of a list of texts, for which one text may stand alone. */
export const wordsSchema: JsonSchema = {
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
};
