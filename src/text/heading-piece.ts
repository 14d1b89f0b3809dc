import { readHeadingNumber } from './heading-number.js';

/** What a heading says of the chapter that it is a piece of: "Chapter 14f" is piece `f` of "Chapter 14". */
export interface HeadingPiece {
  /** The heading up to its number, as written, without punctuation at its end: "Chapter 14". */
  readonly base: string;
  /** The base in a form in which equal ones are the same text: "chapter 14". */
  readonly key: string;
  /** As written, `a`–`z` or `A`–`Z`; empty for a heading without one. */
  readonly letter: string;
  /** What marks the piece where its letter would stand: the letter, else the number: "14". */
  readonly mark: string;
  /** The words behind: "Simplified" of "Chapter 1a Simplified". */
  readonly rest: string;
}

const numbers = /\p{Nd}+(?:\.\p{Nd}+)*/gu;
/** A letter right behind the number, and nothing of a word, a number or a range behind it. */
const attached = /^([A-Za-z])(?![\p{L}\p{N}]|\s*[-–—−]\s*[\p{L}\p{N}])/u;
/** A letter behind a blank, with nothing but punctuation behind it: "14 f", and not the article of "14 a new era". */
const apart = /^ ([A-Za-z])(?=[^\p{L}\p{N}]*$)/u;
/** "3-7", "2b-d", "3-": where a range goes on. */
const range = /^[A-Za-z]?\s*[-–—−]\s*(?:\p{N}|[A-Za-z](?!\p{L})|$)/u;

/**
 * Reads the chapter and the piece that a heading names. A heading with words behind the number ("Chapter 1a Simplified")
 * has the base that stands before the letter; one with a range ("Articles 3-7") or with two numbers ("Title 2 Chapter 5")
 * is a base of its own and has no letter; a Roman number at the end counts as a number. Null for words only.
 */
export function readHeadingPiece(heading: string): HeadingPiece | null {
  const text = heading.trim().replace(/\s+/gu, ' ');
  const found = [...text.matchAll(numbers)];
  const [first] = found;
  if (first === undefined) return readRomanPiece(text);
  const end = first.index + first[0].length;
  const behind = text.slice(end);
  const letter = (attached.exec(behind) ?? apart.exec(behind))?.[1] ?? '';
  if (letter === '' && (found.length > 1 || range.test(behind))) return makePiece(text, '', text);
  return makePiece(
    text.slice(0, end),
    letter,
    first[0],
    behind.slice(letter === '' ? 0 : behind.indexOf(letter) + 1),
  );
}

/** "Part IV", "Part IVb", "IV b": the number first, for the letters of "Part VI" are no pieces of "Part V". */
function readRomanPiece(text: string): HeadingPiece | null {
  const whole = readHeadingNumber(text);
  if (whole !== null) return makePiece(text, '', text.slice(whole.prefix.length));
  const [, base = '', letter = ''] = /^(.*?\p{L}) ?([A-Za-z])[^\p{L}\p{N}]*$/u.exec(text) ?? [];
  const numeral = readHeadingNumber(base);
  return numeral === null ? null : makePiece(base, letter, base.slice(numeral.prefix.length));
}

function makePiece(written: string, letter: string, number: string, behind = ''): HeadingPiece {
  const base = written.replace(/(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/u, '');
  const key = base
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<!\p{N})0+(?=\p{N})/gu, '');
  const mark = letter || number.replace(/(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/u, '');
  return {
    base,
    key,
    letter,
    mark,
    rest: behind.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, ''),
  };
}
