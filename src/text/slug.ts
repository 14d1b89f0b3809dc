const alreadyClean = /^[a-z0-9._~+#@/-]*$/;
const dropped = /%(?![0-9a-fA-F]{2})|[^\p{L}\p{M}\p{Nd}._~+#@/\\%\s-]/gu;
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
 * stay, as do `. _ - ~ + # @ / \` and `%` with two hexadecimal digits; spaces become one `-`, none beside another;
 * the rest is dropped. Lower case, NFC, not percent-encoded. May be empty.
 */
export function urlize(text: string): string {
  if (alreadyClean.test(text)) return text;
  return lowerCase(text.normalize('NFC'))
    .replace(dropped, '')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?- ?/g, '-')
    .replaceAll(' ', '-');
}
