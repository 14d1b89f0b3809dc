import { type HeadingNumber, readHeadingNumber, writeHeadingNumber } from './heading-number.js';
import { readHeadingPiece } from './heading-piece.js';

/** A heading taken apart at its number and the letter of its piece, so that it can be counted anew: "Chapter 01b Simplified". */
export interface CountedHeading {
  /** What the pieces of one chapter share (`HeadingPiece.key`): "chapter 1". */
  readonly key: string;
  /** What is counted together: "chapter arabic". */
  readonly kind: string;
  /** The number that the chapter has, without its letter. */
  readonly number: HeadingNumber;
  /** Of a number with zeros before it, its digits; else 0. */
  readonly width: number;
  /** What stands between number and letter: a blank, or nothing. */
  readonly gap: string;
  /** As written, upper or lower case; empty for none. */
  readonly letter: string;
  /** What follows: punctuation, or words. */
  readonly rest: string;
}

const endsInRange = /\p{N}\p{L}?\s*[-–—−]\s*$/u;

/** Reads a heading that can be counted; null for one without a number, and for ranges ("Articles 3-7"), which count two. */
export function readCountedHeading(heading: string): CountedHeading | null {
  const piece = readHeadingPiece(heading);
  const number = piece === null ? null : readHeadingNumber(piece.base);
  if (piece === null || number === null || endsInRange.test(number.prefix)) return null;
  const behind = heading.trim().replace(/\s+/gu, ' ').slice(piece.base.length);
  if (piece.letter === '' && /^\s*[-–—−]/u.test(behind)) return null;
  const gap = piece.letter !== '' && behind.startsWith(' ') ? ' ' : '';
  const digits = /(?<!\d)\d+$/.exec(piece.base)?.[0] ?? '';
  return {
    key: piece.key,
    kind: `${number.prefix.trim().toLowerCase()} ${number.style}`,
    number,
    width: digits.startsWith('0') ? digits.length : 0,
    gap,
    letter: piece.letter,
    rest: behind.slice(gap.length + piece.letter.length),
  };
}

/** The heading with another number and letter, in its own way to write them. */
export function writeCountedHeading(
  { number, width, gap, letter, rest }: CountedHeading,
  count: number,
  piece: string,
): string {
  const written = writeHeadingNumber({ ...number, number: count, letter: '', suffix: '' });
  const padded =
    width === 0 ? written : written.replace(/(?<!\d)\d+$/, (digits) => digits.padStart(width, '0'));
  const cased = /[A-Z]/.test(letter) ? piece.toUpperCase() : piece;
  return `${padded}${piece === '' ? '' : gap}${cased}${rest}`;
}

/** The letter of a piece by its place among those with one, from 0: `a` to `z`, then `za` to `zz`; null beyond. */
export function letterAt(index: number): string | null {
  if (index < 0 || index >= 52) return null;
  return index < 26 ? String.fromCharCode(97 + index) : `z${letterAt(index - 26)}`;
}

/**
 * The place of a letter among all, from 0, and that of "b2" between `b` and `c`; -1 for none. Null for one whose place
 * is not known: "jj" may come after `j` or after `z`, and "ii" is a Roman number too.
 */
export function placeOfLetter(letter: string): number | null {
  if (letter === '') return -1;
  const [, name = '', own = ''] = /^(\D*)(.*)/u.exec(letter.toLowerCase()) ?? [];
  if (name.length > 2 || (name.length === 2 && !name.startsWith('z'))) return null;
  const code = (name.codePointAt(name.length - 1) ?? 0) - 97;
  return (name.length === 2 ? code + 26 : code) + Number(own) / 100;
}

/** The letter after one, in small letters: `b` after none, since a first piece may go without; null after the last. */
export function followLetter(letter: string): string | null {
  const [, name = '', own = ''] = /^(\D*)(.*)/u.exec(letter.toLowerCase()) ?? [];
  if (own !== '') return `${name}${Number(own) + 1}`;
  const place = placeOfLetter(name) ?? placeOfLetter(name.slice(0, 1)) ?? 0;
  return letterAt(Math.max(place, 0) + 1);
}
