import { decodeSegment } from './url.js';

const alreadyClean = /^[a-z0-9._~+#@/-]*$/;
// JavaScript takes the byte order mark for white space; Unicode and Go do not.
const dropped = /\ufeff|%(?![0-9a-fA-F]{2})|[^\p{L}\p{M}\p{Nd}._~+#@/\\%\s-]/gu;
const escapes = /(?:%[0-9a-fA-F]{2})+/g;
const ascii = /^[\0-\x7f]*$/;

/**
 * Lower case as Hugo has it: every code point by itself, so that `İ` is `i` and a `Σ` at the end of a
 * word is `σ`. Independent of the machine's locale.
 */
export function lowerCase(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  let lower = '';
  for (const point of text) lower += String.fromCodePoint(point.toLowerCase().codePointAt(0) ?? 0);
  return lower;
}

/**
 * Part of an address from free text, by the table of content rule 6: letters, digits and marks of any script
 * stay, as do `. _ - ~ + # @ / \` and `%` with two hexadecimal digits that
 * are part of a character in UTF-8; spaces become one `-`, none beside another;
 * the rest is dropped. Lower case, NFC, not percent-encoded. May be empty.
 */
export function urlize(text: string): string {
  if (alreadyClean.test(text)) return text;
  return cleanPart(lowerCase(text.normalize('NFC')));
}

function cleanPart(text: string): string {
  const bare = text.replace(dropped, '').replace(escapes, keepEscapes);
  return bare.trim().replace(/\s+/g, ' ').replace(/ ?- ?/g, '-').replaceAll(' ', '-');
}

/** Percent signs that are no escapes of UTF-8 were never meant as such: `per%cent`. */
function keepEscapes(run: string): string {
  return decodeSegment(run) === null ? run.replaceAll('%', '') : run;
}

/** How parts of addresses are made, apart from the table of content rule 6. */
export interface UrlizeRules {
  /** Capitals stay (`disablePathToLower`). */
  readonly keepCase: boolean;
  /** Letters lose their accents (`removePathAccents`). */
  readonly removeAccents: boolean;
}

/** `urlize` under the rules of a book. */
export function createUrlizer({ keepCase, removeAccents }: UrlizeRules): (text: string) => string {
  if (!keepCase && !removeAccents) return urlize;
  return (text) => {
    const bare = removeAccents ? text.normalize('NFD').replace(/\p{Mn}/gu, '') : text;
    const clean = cleanPart(bare.normalize('NFC'));
    return keepCase ? clean : lowerCase(clean);
  };
}
