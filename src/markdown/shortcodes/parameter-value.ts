import { type TagCursor, take } from './tag-cursor.js';
import { type TagFault, unreadable } from './tag-fault.js';

/** A parameter's value: quoted ones are text, others as they look. */
export type ParameterValue = string | number | boolean;

const namedPattern = /([\p{L}\p{N}_-]+)\s*=\s*/uy;
const positionalPattern = /[\p{L}\p{N}_.+-]+/uy;

/** The name in front of a value, taken with its equals sign; null where a value has none. */
export function takeKey(cursor: TagCursor): string | null {
  namedPattern.lastIndex = cursor.at;
  const found = namedPattern.exec(cursor.text);
  if (found?.[1] === undefined) return null;
  cursor.at = namedPattern.lastIndex;
  return found[1];
}

/**
 * Takes a value, in quotes or bare.
 *
 * @param isNamed Whether it follows a name: then a bare value goes on to the next space.
 */
export function readValue(cursor: TagCursor, isNamed: boolean): ParameterValue | TagFault {
  const mark = cursor.text.charAt(cursor.at);
  if (mark === '"') return readString(cursor, '"', /"|\n/g);
  if (mark === '`') return readString(cursor, '`', /`/g);
  if (cursor.text.startsWith('\\"', cursor.at)) return readString(cursor, '\\"', /\\?"|\n/g);
  const bare = isNamed ? takeBare(cursor) : take(cursor, positionalPattern);
  return bare === null || bare === '' ? unreadable(cursor) : typed(bare);
}

function readString(cursor: TagCursor, quote: string, end: RegExp): string | TagFault {
  const { text } = cursor;
  const start = cursor.at + quote.length;
  end.lastIndex = start;
  let found = end.exec(text);
  while (quote === '"' && found?.[0] === '"' && text.charAt(found.index - 1) === '\\') found = end.exec(text);
  if (found === null || found[0] === '\n') {
    return { kind: 'unterminated', what: 'string', name: cursor.name };
  }
  cursor.at = found.index + found[0].length;
  const value = text.slice(start, found.index);
  return quote === '"' ? value.replaceAll('\\"', '"') : value;
}

function takeBare(cursor: TagCursor): string {
  const { text, at, closer } = cursor;
  const rest = /\s/g;
  rest.lastIndex = at;
  const word = text.slice(at, rest.exec(text)?.index);
  const close = word.indexOf(closer);
  const bare = close < 0 ? word : word.slice(0, close);
  cursor.at = at + bare.length;
  return bare;
}

function typed(bare: string): ParameterValue {
  if (bare === 'true' || bare === 'false') return bare === 'true';
  return /^[-+]?(?:\d+|\d*\.\d+)$/.test(bare) ? Number(bare) : bare;
}
