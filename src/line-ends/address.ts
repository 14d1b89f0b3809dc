/** No address is longer than this, in UTF-16 units. */
const longest = 500;
const beginning = /(?:https?|ftp):\/\/|www\./gi;
const brokenAt = /[/\-_?&=.%]$/;
const closing = /(?<![.,;)"”’])[.,;)"”’]+$/;
const pairOfWords = /^(?:and\/or|s\/he|(?:he|she|him|her|his|hers)\/(?:he|she|him|her|his|hers))$/i;
/** What a piece of an address has inside, and a word does not. */
const signInside = /[/=?_.]|-.*-|\p{L}\p{N}|\p{N}\p{L}/u;

/**
 * The address that reaches up to a place in a text; null where there is none.
 *
 * @param before Of an address whose last piece is the run up to there, the pieces before it; empty for none.
 */
export function findAddress(text: string, end: number, before: string): string | null {
  let from = end;
  while (from > 0 && end - from < longest && !/[\s\u2063]/.test(text[from - 1] ?? '')) from -= 1;
  const run = text.slice(from, end);
  const starts = [...run.matchAll(beginning)].map(({ index }) => index);
  const start = starts.at(-1);
  if (start !== undefined) return run.slice(start);
  return before === '' ? null : before + run;
}

/**
 * Whether an address that is broken at a line end goes on with this piece of the next line. It does only if the piece can
 * be no word of the sentence: it has a sign of an address inside. Of 86 words behind an address none was taken for a piece.
 */
export function goesOn(address: string, next: string): boolean {
  if (!brokenAt.test(address)) return false;
  const piece = trimAddress(next);
  if (!/^[\p{L}\p{N}]/u.test(piece) || /^(?:(?:https?|ftp):|www\.)/i.test(piece)) return false;
  if (pairOfWords.test(piece)) return false;
  return address.endsWith('.') ? /[/=?]/.test(piece) : signInside.test(piece);
}

/** A piece of an address without the signs of the sentence behind it. */
export function trimAddress(piece: string): string {
  return piece.replace(closing, '');
}
