/** The number of a heading such as "Chapter 14f", "Part IV", "3.2" or "12". */
export interface HeadingNumber {
  /** What stands before it, with its spaces: `Chapter `. */
  readonly prefix: string;
  readonly style: 'arabic' | 'roman' | 'lower-roman';
  readonly number: number;
  /** A lower-case letter behind it, or nothing: the `f` of "14f". */
  readonly letter: string;
  /** What follows: a full stop, a bracket. */
  readonly suffix: string;
}

const arabic = /^(.*?)(\d{1,6})([a-z]?)([^\p{L}\p{N}]*)$/u;
const roman = /^(.*\s|)([IVXLCDM]+|[ivxlcdm]+)([^\p{L}\p{N}]*)$/u;
const values: readonly (readonly [string, number])[] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** Reads the last number of a heading; null when it does not end in one. Words such as "mix" are no numerals. */
export function readHeadingNumber(heading: string): HeadingNumber | null {
  const digits = arabic.exec(heading);
  if (digits !== null) {
    const [, prefix = '', number = '', letter = '', suffix = ''] = digits;
    return { prefix, style: 'arabic', number: Number(number), letter, suffix };
  }
  const [, prefix = '', numeral = '', suffix = ''] = roman.exec(heading) ?? [];
  const number = readRoman(numeral.toUpperCase());
  if (number === 0) return null;
  return { prefix, style: /[a-z]/.test(numeral) ? 'lower-roman' : 'roman', number, letter: '', suffix };
}

/** The heading that a number came from, or that of another number of its kind. */
export function writeHeadingNumber({ prefix, style, number, letter, suffix }: HeadingNumber): string {
  const numeral = style === 'arabic' ? String(number) : writeRoman(number);
  return `${prefix}${style === 'lower-roman' ? numeral.toLowerCase() : numeral}${letter}${suffix}`;
}

/** Negative when the first comes before the second; only numbers of one kind (`prefix`) are comparable. */
export function compareHeadingNumbers(first: HeadingNumber, second: HeadingNumber): number {
  if (first.number !== second.number) return first.number - second.number;
  return first.letter === second.letter ? 0 : first.letter < second.letter ? -1 : 1;
}

/** 0 for what is no numeral in its usual form. */
function readRoman(numeral: string): number {
  let rest = numeral;
  let number = 0;
  for (const [letters, value] of values) {
    while (rest.startsWith(letters)) {
      rest = rest.slice(letters.length);
      number += value;
    }
  }
  return rest === '' && writeRoman(number) === numeral ? number : 0;
}

function writeRoman(number: number): string {
  let rest = number;
  let numeral = '';
  for (const [letters, value] of values) {
    while (rest >= value) {
      numeral += letters;
      rest -= value;
    }
  }
  return numeral;
}
