import {
  COMMA,
  DENSE,
  kindOf,
  kindOfUnit,
  LETTER,
  SEPARATOR,
  SIGN,
  SURROGATE,
  TIE,
  UNSEEN,
} from './unit-kinds.js';

/** How a word stands in its text. */
type WordTie =
  /** Something that is no part of a word stands before it. */
  | 'free'
  /** A hyphen or apostrophe ties it to the word before, or it is a pair that overlaps with the pair before. */
  | 'tied'
  /** All the words that were tied to each other, as one; at the position of the first. */
  | 'whole';

/** Takes a word: its position among the words, and where it starts and ends in the text. */
export type TakeWord = (position: number, start: number, end: number, tie: WordTie) => void;

function kindAt({ units, end }: TextStretch, index: number): number {
  if (index >= end) return SEPARATOR;
  const kind = kindOfUnit(units[index] ?? 0);
  return kind === SURROGATE ? kindOfPair(units, index) : kind;
}

function kindOfPair(units: Uint16Array, index: number): number {
  const first = isSecondOfPair(units[index]) ? index - 1 : index;
  const character = String.fromCharCode(units[first] ?? 0, units[first + 1] ?? 0);
  return character.codePointAt(0) !== units[first] ? kindOf(character) : SEPARATOR;
}

function isSecondOfPair(unit: number | undefined): boolean {
  return ((unit ?? 0) & 0xfc00) === 0xdc00;
}

/** A part of a text in UTF-16 units; no word goes on beyond it. */
export interface TextStretch {
  readonly units: Uint16Array;
  readonly start: number;
  readonly end: number;
}

/**
 * Splits a text into words, in order. A word is a run of letters, marks and digits; hyphens and apostrophes inside it
 * part it, and the whole follows its parts, so that `people-to-people` is met as three words and as one; so do the commas of `1,000`.
 * `C++` and `C#` are met as a letter and as a whole. Scripts
 * without spaces yield every two neighbouring characters and the last one alone.
 *
 * @param position That of the first word; each word has the next, a whole that of its first part.
 * @returns The position behind the last word.
 */
export function splitWords(stretch: TextStretch, position: number, take: TakeWord): number {
  const { units, start, end } = stretch;
  const scan = { units, start, end, at: start, position };
  while (scan.at < end) {
    const kind = kindAt(scan, scan.at);
    if (kind === LETTER) takeCompound(scan, take);
    else if (kind === DENSE) takePairs(scan, take);
    else scan.at += 1;
  }
  return scan.position;
}

interface Scan extends TextStretch {
  at: number;
  position: number;
}

function takeCompound(scan: Scan, take: TakeWord): void {
  const first = scan.at;
  const { position } = scan;
  let start = first;
  for (;;) {
    const end = findEnd(scan, start);
    take(scan.position, start, end, start === first ? 'free' : 'tied');
    scan.position += 1;
    scan.at = end;
    const isTied = kindAt(scan, end) === TIE && kindAt(scan, end + 1) === LETTER;
    if (!isTied && !partsNumber(scan, end)) break;
    start = end + 1;
  }
  scan.at += signLength(scan, first);
  if (start > first || scan.at > findEnd(scan, start)) take(position, first, scan.at, 'whole');
}

/** Whether a comma parts the groups of a number: digits stand before it, and just three behind it. */
function partsNumber(scan: TextStretch, at: number): boolean {
  if (kindAt(scan, at) !== COMMA) return false;
  const isDigit = [-1, 1, 2, 3, 4].map((step) => {
    const unit = at + step < scan.end ? (scan.units[at + step] ?? 0) : 0;
    return unit >= 0x30 && unit <= 0x39;
  });
  return isDigit.join() === 'true,true,true,true,false';
}

/** The longest word that has a sign for a name. */
const LONGEST_SIGNED = 2;
const PLUS = 0x2b;

/** Units of a sign that belongs to the word that ends before it, as in `C++` and `C#`; 0 for none. */
function signLength(scan: TextStretch & { readonly at: number }, first: number): number {
  const { at, units } = scan;
  if (kindAt(scan, at) !== SIGN || at - first > LONGEST_SIGNED) return 0;
  const length = units[at] !== PLUS ? 1 : units[at + 1] === PLUS && at + 1 < scan.end ? 2 : 0;
  const next = kindAt(scan, at + length);
  return next === LETTER || next === SIGN || next === DENSE ? 0 : length;
}

function findEnd(text: TextStretch, start: number): number {
  let end = start + 1;
  for (;;) {
    const kind = kindAt(text, end);
    if (kind !== LETTER && kind !== UNSEEN) return end;
    end += 1;
  }
}

function takePairs(scan: Scan, take: TakeWord): void {
  let start = scan.at;
  let tie: WordTie = 'free';
  for (;;) {
    const middle = start + widthAt(scan, start);
    const hasNext = kindAt(scan, middle) === DENSE;
    take(scan.position, start, hasNext ? middle + widthAt(scan, middle) : middle, tie);
    scan.position += 1;
    scan.at = middle;
    if (!hasNext) return;
    start = middle;
    tie = 'tied';
  }
}

/** Units of a character, with what completes it: ｶﾞ is one character of two, a Korean syllable may be one of three. */
function widthAt({ units, end }: TextStretch, index: number): number {
  const isPair =
    isSecondOfPair(units[index + 1]) && !isSecondOfPair(units[index]) && (units[index] ?? 0) >= 0xd800;
  let behind = index + (isPair ? 2 : 1);
  while (behind < end && completes(units[behind - 1] ?? 0, units[behind] ?? 0)) behind += 1;
  return behind - index;
}

/** Whether a unit belongs to the character before: a sign that voices it, or a vowel or consonant of a syllable taken apart. */
function completes(before: number, unit: number): boolean {
  if (isVoicing(unit)) return !isVoicing(before);
  if (unit >= 0x1160 && unit <= 0x11a7) return before >= 0x1100 && before < 0x1160;
  const isTrailing = unit >= 0x11a8 && unit <= 0x11ff;
  const isOpen = before >= 0xac00 && before <= 0xd7a3 && (before - 0xac00) % 28 === 0;
  return isTrailing && (isOpen || (before >= 0x1160 && before <= 0x11a7));
}

function isVoicing(unit: number): boolean {
  return unit === 0x3099 || unit === 0x309a || unit === 0xff9e || unit === 0xff9f;
}
