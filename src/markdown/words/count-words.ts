import { Buffer } from 'node:buffer';

/** Words of a text, those of Chinese, Japanese and Korean kept apart because they read at another pace. */
export interface WordCount {
  /** White-space separated fields. */
  readonly fields: number;
  /** Characters of the fields that hold Han, Kana or Hangul. */
  readonly runes: number;
}

const WORDS_PER_MINUTE = 212;
const RUNES_PER_MINUTE = 500;

/** Unicode's White_Space, of which `\s` lacks U+0085 and has U+FEFF too many. */
const whiteSpace =
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';
const spaces = new RegExp(`[${whiteSpace}]+`);
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Counts as Hugo does (content rule 10), but a field without a CJK character is one word on every page. */
export function countWords(text: string): WordCount {
  const fields = countNarrowFields(text);
  return fields === null ? countMixed(text) : { fields, runes: 0 };
}

/** Counts the fields of any text, as of a language that sets spaces between its words. */
export function countFields(text: string): WordCount {
  const fields = countNarrowFields(text) ?? text.split(spaces).filter((field) => field !== '').length;
  return { fields, runes: 0 };
}

/** What a UTF-16 unit is to a count: a space, part of a word, or perhaps Chinese, Japanese or Korean. */
const classes = new Uint8Array(0x10000);
const SPACE = 1;
const WIDE = 2;
// From Hangul Jamo and the CJK radicals on, surrogates included: what `cjk` may match.
classes.fill(WIDE, 0x1100, 0x1200).fill(WIDE, 0x2e80);
for (const space of whiteSpace) {
  classes[space.charCodeAt(0)] = SPACE;
}

/**
 * Where texts are copied to be counted: units of an array are read several times faster than those of a string that
 * is a part of another one. Holds nothing between two calls.
 */
const scratch = new Uint16Array(1 << 14);
const scratchBytes = Buffer.from(scratch.buffer);

/** The fields of a text in which no character may be CJK; null for others. */
function countNarrowFields(text: string): number | null {
  let fields = 0;
  let wasSpace = 1;
  for (let start = 0; start < text.length; start += scratch.length) {
    const piece = text.length > scratch.length ? text.slice(start, start + scratch.length) : text;
    const units = scratchBytes.write(piece, 'utf16le') / 2;
    for (let index = 0; index < units; index += 1) {
      const found = classes[scratch[index] ?? 0];
      if (found === WIDE) return null;
      const isSpaceNow = found === SPACE ? 1 : 0;
      fields += wasSpace & (isSpaceNow ^ 1);
      wasSpace = isSpaceNow;
    }
  }
  return fields;
}

function countMixed(text: string): WordCount {
  let fields = 0;
  let runes = 0;
  for (const field of text.split(spaces)) {
    if (field === '') continue;
    const length = runesOf(field);
    if (length > 0) runes += length;
    else fields += 1;
  }
  return { fields, runes };
}

/** The number shown as word count. */
export function totalWords({ fields, runes }: WordCount): number {
  return fields + runes;
}

/** Reading time in whole minutes, at least 1 when there is a word (content rule 10). */
export function readingMinutes({ fields, runes }: WordCount): number {
  return Math.ceil(fields / WORDS_PER_MINUTE + runes / RUNES_PER_MINUTE);
}

function runesOf(field: string): number {
  return cjk.test(field) ? [...field].length : 0;
}
