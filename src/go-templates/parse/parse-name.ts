import { type Cursor, failAt, lengthFrom, peek, takeToken } from './cursor.js';
import type { Token } from './tokens.js';
import type { Operand } from './tree.js';

/** `true`, `nil`, or a function; one in a space takes the field after it along, unless the space is a function too. */
export function parseName(cursor: Cursor, token: Token): Operand {
  const spot = { offset: token.offset, length: token.text.length };
  if (token.text === 'true' || token.text === 'false') {
    return { ...spot, kind: 'literal', value: token.text === 'true' };
  }
  if (token.text === 'nil') return { ...spot, kind: 'nil' };
  const names = parseFields(cursor, true);
  const length = lengthFrom(cursor, token.offset);
  const whole = `${token.text}.${names[0]}`;
  // `time` is a function and a space of functions.
  const isInSpace = cursor.isSpace(token.text) && cursor.isFunction(whole);
  if (names.length > 0 && (isInSpace || !cursor.isFunction(token.text))) {
    if (cursor.isFunction(whole))
      return { ...spot, length, kind: 'function', name: whole, names: names.slice(1) };
    return failAt(cursor, cursor.isSpace(token.text) ? `unknown function "${whole}"` : undefinedName(token), {
      ...token,
      text: whole,
    });
  }
  if (!cursor.isFunction(token.text)) return failAt(cursor, undefinedName(token), token);
  return { ...spot, length, kind: 'function', name: token.text, names };
}

function undefinedName({ text }: Token): string {
  return `function "${text}" not defined`;
}

/** Fields that follow without a space. */
export function parseFields(cursor: Cursor, isTight = false): readonly string[] {
  const names: string[] = [];
  for (let token = peek(cursor); token.kind === 'field'; token = peek(cursor)) {
    if ((isTight || names.length > 0) && !token.isTight) break;
    names.push(token.text.slice(1));
    takeToken(cursor);
  }
  return names;
}
