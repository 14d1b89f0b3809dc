/** What a UTF-16 unit is to the words of a text. */
const UNKNOWN = 0;
export const SEPARATOR = 1;
export const LETTER = 2;
/** Ties two words: hyphens, apostrophes, the low line. */
export const TIE = 3;
/** A letter of a script that puts no spaces between words. */
export const DENSE = 4;
/** Stands in words without being seen: the soft hyphen, joiners. */
export const UNSEEN = 5;
export const SURROGATE = 6;
/** Ties the groups of a number: `1,000`. */
export const COMMA = 7;
/** Ends a word of few letters that has a sign for a name: `C++`, `C#`. */
export const SIGN = 8;

const letter = /[\p{L}\p{M}\p{N}]/u;
const tie = /[-_'\u00b7\u02bc\u2010\u2011\u2018\u2019\uff07]/;
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/;
const surrogate = /[\ud800-\udfff]/;
const dense =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\u30fc]/u;

/** By unit; filled by `kindOfUnit` as units are met, but for the space. */
export const kinds = new Uint8Array(0x10000);
kinds[0x20] = SEPARATOR;

/** The kind of a unit; never unknown. */
export function kindOfUnit(unit: number): number {
  const known = kinds[unit] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const kind = kindOf(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

/** The kind of a character; of half of one, `SURROGATE`. */
export function kindOf(character: string): number {
  if (surrogate.test(character) && character.length === 1) return SURROGATE;
  if (tie.test(character)) return TIE;
  if (character === ',') return COMMA;
  if (character === '+' || character === '#') return SIGN;
  if (unseen.test(character)) return UNSEEN;
  if (!letter.test(character)) return SEPARATOR;
  return dense.test(character) ? DENSE : LETTER;
}

/** Whether a text is one character of a script without spaces, of which there are no words to be found by. */
export function isLoneCharacter(text: string): boolean {
  return [...text].length === 1 && dense.test(text);
}
