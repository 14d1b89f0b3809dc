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
/**
 * The letter of a piece, and what authors write where letters do not suffice: one twice for what came later ("5j", "5jj",
 * "5k"), another after `z` ("3z", "3za"), a small Roman number ("2ii", "2iii"); with a number of its own or none ("1b2").
 */
const letters = String.raw`(?:([A-Za-z])\2?|[Zz][A-Za-z]|[ivx]{2,4})\p{Nd}{0,2}`;
/** Letters right after the number, and nothing of a word, a number or a range after them. */
const attached = new RegExp(String.raw`^(${letters})(?![\p{L}\p{N}]|\s*[-–—−]\s*[\p{L}\p{N}])`, 'u');
/** A letter after a blank, with nothing but punctuation after it: "14 f", and not the article of "14 a new era". */
const apart = /^ ([A-Za-z])(?=[^\p{L}\p{N}]*$)/u;
/** "3-7", "2b-d", "3-": where a range goes on. */
const range = /^[A-Za-z]?\s*[-–—−]\s*(?:\p{N}|[A-Za-z](?!\p{L})|$)/u;
/** Between numbers that are listed and do not lie in each other: "Chapters 1, 2 and 3b". */
const joint =
  /^[^\p{L}]*(?:(?:and|or|to|through|und|oder|bis|et|ou|à|y|e|o|a|en|of|og|och|и|до)[^\p{L}]*)?$/iu;

/**
 * Reads the chapter and the piece that a heading names. A heading with words after the number ("Chapter 1a Simplified")
 * has the base that stands before the letter. Of two numbers, the first with a letter is that of the piece ("Chapter 2b of
 * Book 4", "Chapter 2 Section 3b"); without one ("Title 2 Chapter 5"), and where they are a range or a list ("Articles
 * 3-7b"), the whole is a base of its own and has no letter. A Roman number at the end counts as a number. Null for words
 * only.
 */
export function readHeadingPiece(heading: string): HeadingPiece | null {
  const text = heading.trim().replace(/\s+/gu, ' ');
  const found = [...text.matchAll(numbers)].map((match) => ({
    number: match[0],
    end: match.index + match[0].length,
  }));
  const [first, ...others] = found;
  if (first === undefined) return readRomanPiece(text);
  const lettered = findLettered(text, found);
  if (lettered !== null) return lettered;
  const behind = text.slice(first.end);
  if (others.length === 0 && !range.test(behind))
    return makePiece(text.slice(0, first.end), '', first.number, behind);
  const last = found.findLast(({ end }) => end === text.length)?.number ?? text;
  return makePiece(text, '', isList(text, found) ? text : last);
}

/** A number of a heading, and where it ends. */
interface NumberPlace {
  readonly number: string;
  readonly end: number;
}

function findLettered(text: string, found: readonly NumberPlace[]): HeadingPiece | null {
  for (const [index, { number, end }] of found.entries()) {
    const behind = text.slice(end);
    const letter = (attached.exec(behind) ?? apart.exec(behind))?.[1] ?? '';
    if (letter === '') continue;
    if (isList(text, found.slice(0, index + 1))) return null;
    return makePiece(
      text.slice(0, end),
      letter,
      number,
      behind.slice(behind.indexOf(letter) + letter.length),
    );
  }
  return null;
}

/** Whether numbers of a heading are the ends of a range, or items of a list. */
function isList(text: string, found: readonly NumberPlace[]): boolean {
  return found.some(({ end }, index) => {
    const next = found[index + 1];
    if (range.test(text.slice(end))) return true;
    return next !== undefined && joint.test(text.slice(end, next.end - next.number.length));
  });
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
