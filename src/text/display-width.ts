import { eastAsianWidth } from 'get-east-asian-width';

/** Columns on a terminal: East Asian wide characters take two, marks above others none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/** Columns of one character. */
export function widthOf(character: string): number {
  return /^[\p{Mn}\p{Me}]/u.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0);
}
