/** Words of a text, those of Chinese, Japanese and Korean kept apart because they read at another pace. */
export interface WordCount {
  /** White-space separated fields. */
  readonly fields: number;
  /** Characters of the fields that hold Han, Kana or Hangul. */
  readonly runes: number;
}

const WORDS_PER_MINUTE = 212;
const RUNES_PER_MINUTE = 500;

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Counts as Hugo does (content rule 10), but a field without a CJK character is one word on every page. */
export function countWords(text: string): WordCount {
  let fields = 0;
  let runes = 0;
  let start = -1;
  let wide = false;
  for (let index = 0; index <= text.length; index += 1) {
    const code = index < text.length ? text.charCodeAt(index) : 32;
    if (!isSpace(code)) {
      if (start < 0) start = index;
      if (code >= 0x2e80 || (code >= 0x1100 && code < 0x1200)) wide = true;
    } else if (start >= 0) {
      const length = wide ? runesOf(text.slice(start, index)) : 0;
      if (length > 0) runes += length;
      else fields += 1;
      start = -1;
      wide = false;
    }
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

/** Unicode's White_Space, without asking a regular expression for each of a million characters. */
function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  return (
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680
  );
}
