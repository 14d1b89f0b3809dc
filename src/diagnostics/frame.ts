import type { SourceSpan } from '../model/diagnostic.js';
import { displayWidth, widthOf } from '../text/display-width.js';

/** Columns for the text of a line, where no terminal says otherwise. */
const usualRoom = 100;
/** Columns that a line goes on behind the caret, if it can. */
const ahead = 20;

/**
 * The line of a place with a caret under it, as lines of text without colour:
 *
 *     3 | date: 2025-13-45
 *       |       ^^^^^^^^^^
 *
 * Long lines are cut to a window around the caret, of `room` columns: wide characters take two of them, combining ones
 * none. Control characters are shown as blanks, so that a chapter cannot drive the terminal. Empty when the place has no
 * line or the text does not reach it.
 *
 * @param lines All lines of the text: split by the caller, who may have thousands of places in it.
 */
export function frameExcerpt(
  lines: readonly string[],
  place: Partial<SourceSpan>,
  room = usualRoom,
): readonly string[] {
  if (place.line === undefined) return [];
  const line = lines[place.line - 1];
  if (line === undefined) return [];
  const column = Math.min(Math.max(place.column ?? 1, 1), line.length + 1);
  const [left, right] = [line.slice(0, column - 1), line.slice(column - 1)];
  // A line may be a whole chapter: it is not measured from its beginning for each of its findings.
  const isCut = left.length > 4 * room || displayWidth(left) >= Math.max(ahead, room - ahead);
  const shownLeft = isCut ? takeEnd(left, Math.floor(room * 0.4) - 1) : left;
  const shownRight = takeStart(right, room - displayWidth(shownLeft));
  const end = shownRight.length < right.length ? '…' : '';
  const shown = `${isCut ? '…' : ''}${showable(shownLeft + shownRight)}${end}`;
  const number = String(place.line);
  if (place.column === undefined) return [`${number} | ${shown}`];
  const indent = ' '.repeat(displayWidth(shownLeft) + (isCut ? 1 : 0));
  const marked = displayWidth(shownRight.slice(0, Math.max(1, place.length ?? 1)));
  const gutter = ' '.repeat(number.length);
  return [`${number} | ${shown}`, `${gutter} | ${indent}${'^'.repeat(Math.max(1, marked))}`];
}

/** As much of the beginning of a text as has room, whole characters. */
function takeStart(text: string, room: number): string {
  let width = 0;
  let end = 0;
  for (const character of text) {
    width += widthOf(character);
    if (width > room) break;
    end += character.length;
  }
  return text.slice(0, end);
}

function takeEnd(text: string, room: number): string {
  const characters = [...text.slice(-2 * room)];
  let width = 0;
  const start = characters.findLastIndex((character) => {
    width += widthOf(character);
    return width > room;
  });
  // A combining mark belongs to the character that was cut off.
  return characters
    .slice(start + 1)
    .join('')
    .replace(/^\p{Mn}+/u, '');
}

function showable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, ' ');
}
