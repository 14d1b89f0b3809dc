import type { PlainValue } from './plain.js';

const pattern = /^[-+]?(?:0[xX][0-9a-fA-F_]+|0[oO]?[0-7_]*|0[bB][01_]+|[1-9][0-9_]*)$/;

/**
 * Reads a whole number as Hugo does, with leading zeros as octal (content rule 21.1) and `_` between digits.
 * Null when the text is none, or one too large to be held exactly.
 */
export function parseInteger(text: string): number | null {
  if (!pattern.test(text)) return null;
  const digits = text.replace(/^[-+]|_/g, '').replace(/^0(?=[0-7])/, '0o');
  const value = Number(digits);
  if (!Number.isSafeInteger(value)) return null;
  return text.startsWith('-') && value !== 0 ? -value : value;
}

/** A whole number, also one that is written as text, as Hugo casts it; null for anything else. */
export function readInteger(value: PlainValue): number | null {
  const number = typeof value === 'string' ? parseInteger(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : null;
}
