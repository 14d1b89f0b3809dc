import { eastAsianWidth } from 'get-east-asian-width';
import type { Place } from '../model/diagnostic.js';

const maxWidth = 100;

/**
 * The line of a place with a caret under it, as lines of text without colour:
 *
 *     3 | date: 2025-13-45
 *       |       ^^^^^^^^^^
 *
 * Long lines are cut to a window around the caret; control characters are shown as blanks, so that a
 * chapter cannot drive the terminal. Empty when the place has no line or the text does not reach it.
 *
 * @param lines All lines of the text: split by the caller, who may have thousands of places in it.
 */
export function frameExcerpt(lines: readonly string[], place: Partial<Place>): readonly string[] {
  if (place.line === undefined) return [];
  const line = lines[place.line - 1];
  if (line === undefined) return [];
  const column = Math.min(Math.max(place.column ?? 1, 1), line.length + 1);
  const start = column > maxWidth - 20 ? column - 40 : 0;
  const cut = line.slice(start, start + maxWidth);
  const shown = `${start > 0 ? '…' : ''}${showable(cut)}${start + maxWidth < line.length ? '…' : ''}`;
  const number = String(place.line);
  const gutter = ' '.repeat(number.length);
  if (place.column === undefined) return [`${number} | ${shown}`];
  const indent = ' '.repeat(displayWidth(line.slice(start, column - 1)) + (start > 0 ? 1 : 0));
  const length = Math.max(
    1,
    Math.min(place.length ?? 1, start + maxWidth - column + 1, line.length - column + 1),
  );
  const carets = '^'.repeat(Math.max(1, displayWidth(line.slice(column - 1, column - 1 + length))));
  return [`${number} | ${shown}`, `${gutter} | ${indent}${carets}`];
}

function showable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, ' ');
}

/** Columns on a terminal: East Asian wide characters take two. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
}
