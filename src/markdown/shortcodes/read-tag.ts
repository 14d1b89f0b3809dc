import { type ParameterValue, readValue, takeKey } from './parameter-value.js';
import { isAtCloser, skipSpace, type TagCursor, take } from './tag-cursor.js';
import { syntax, type TagFault, unreadable, unreadableName } from './tag-fault.js';

/** The parameters of a call: all named, or all by position. */
export interface Parameters {
  readonly isNamed: boolean;
  /** By name, or by position from `0`, in order. Without a prototype. */
  readonly values: Readonly<Record<string, ParameterValue>>;
  /** Keys of numbers that were written with a point. */
  readonly broken: readonly string[];
}

/** What stands between `{{<` and `>}}`, or `{{%` and `%}}`. Offsets count UTF-16 units of the text it stands in. */
export type Tag = { readonly start: number; readonly end: number } & (
  | {
      readonly kind: 'open';
      readonly isMarkdown: boolean;
      readonly name: string;
      readonly parameters: Parameters;
      readonly isClosed: boolean;
    }
  | { readonly kind: 'close'; readonly name: string }
  /** The pieces of text that a comment form leaves: the tag that it protects. */
  | { readonly kind: 'comment'; readonly pieces: readonly (readonly [start: number, end: number])[] }
  | { readonly kind: 'fault'; readonly at: number; readonly fault: TagFault }
);

const opener = /\{\{[<%]/g;
const namePattern = /[\p{L}\p{N}_][\p{L}\p{N}_\-/]*(?:\.inline(?![\p{L}\p{N}_\-/.]))?/uy;

const nameless = /=\s*/y;

/** The next opener of a tag in a text, from an offset on; -1 for none. */
export function findTag(text: string, from: number): number {
  opener.lastIndex = from;
  return opener.exec(text)?.index ?? -1;
}

/**
 * Reads the tag that opens at `start` as Hugo's lexer does (content rule 13), comment forms included. A fault is
 * returned with its place; reading may go on at `end`.
 */
export function readTag(text: string, start: number): Tag {
  const isMarkdown = text.charAt(start + 2) === '%';
  const cursor: TagCursor = { text, closer: isMarkdown ? '%}}' : '>}}', at: start + 3, name: '' };
  if (text.startsWith('/*', cursor.at)) return readComment(cursor, start);
  skipSpace(cursor);
  const isClosing = text.charAt(cursor.at) === '/';
  // Hugo reads `{{< //note >}}` as well.
  while (text.charAt(cursor.at) === '/') {
    cursor.at += 1;
    skipSpace(cursor);
  }
  const name = take(cursor, namePattern);
  if (name === null) return fail(cursor, start, unreadableName(cursor));
  cursor.name = name;
  if (text.charAt(cursor.at) === '.') {
    return fail(cursor, start, syntax(cursor, 'a name has no full stop'));
  }
  return isClosing ? readEnd(cursor, start) : readParameters(cursor, start, isMarkdown);
}

function readComment(cursor: TagCursor, start: number): Tag {
  const { text, at, closer } = cursor;
  const end = text.indexOf(`*/${closer}`, at + 2);
  if (end < 0) return fail(cursor, start, { kind: 'unterminated', what: 'comment', name: '' });
  const after = end + 2 + closer.length;
  return {
    kind: 'comment',
    start,
    end: after,
    pieces: [
      [start, at],
      [at + 2, end],
      [end + 2, after],
    ],
  };
}

function readEnd(cursor: TagCursor, start: number): Tag {
  skipSpace(cursor);
  if (!isAtCloser(cursor)) return fail(cursor, start, unreadable(cursor));
  return { kind: 'close', start, end: cursor.at + cursor.closer.length, name: cursor.name };
}

function readParameters(cursor: TagCursor, start: number, isMarkdown: boolean): Tag {
  const values: Record<string, ParameterValue> = Object.create(null);
  let isNamed: boolean | null = null;
  let isClosed = false;
  const broken: string[] = [];
  let count = 0;
  for (skipSpace(cursor); !isAtCloser(cursor); skipSpace(cursor)) {
    const at = cursor.at;
    if (cursor.text.charAt(at) === '/') {
      cursor.at += 1;
      isClosed = true;
      continue;
    }
    const isNameless = take(cursor, nameless) !== null;
    const key = takeKey(cursor);
    const from = cursor.at;
    const value = readValue(cursor, key !== null || isNameless);
    if (typeof value === 'object') return fail(cursor, start, value);
    // Hugo passes over a value whose name is missing: `{{< note ="brown" >}}`.
    if (isNameless) continue;
    if (typeof value === 'number' && cursor.text.slice(from, cursor.at).includes('.')) {
      broken.push(key ?? String(count));
    }
    if (isNamed !== null && isNamed !== (key !== null)) {
      return fail(cursor, start, { kind: 'mixed', name: cursor.name, parameter: key ?? String(value) }, at);
    }
    isNamed = key !== null;
    values[key ?? String(count)] = value;
    count += 1;
  }
  const end = cursor.at + cursor.closer.length;
  const parameters = { isNamed: isNamed === true, values, broken };
  return { kind: 'open', start, end, isMarkdown, name: cursor.name, parameters, isClosed };
}

/** A tag at fault ends on its own line, so that no other fault follows from it; a comment takes the rest along. */
function fail(cursor: TagCursor, start: number, fault: TagFault, at = cursor.at): Tag {
  const isEndless = fault.kind === 'unterminated';
  const end = isEndless && fault.what === 'comment' ? cursor.text.length : endOnLine(cursor, start);
  // A call or a string that never ends is shown where it begins.
  return { kind: 'fault', start, end, at: isEndless ? start : at, fault };
}

function endOnLine({ text, closer }: TagCursor, start: number): number {
  const found = text.indexOf('\n', start);
  const lineEnd = found < 0 ? text.length : found;
  const close = text.slice(start, lineEnd).indexOf(closer);
  return close < 0 ? lineEnd : start + close + closer.length;
}
