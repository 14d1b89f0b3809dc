/** A parameter's value: quoted ones are text, others as they look. */
export type ParameterValue = string | number | boolean;

/** The parameters of a call: all named, or all by position. */
export interface Parameters {
  readonly isNamed: boolean;
  /** By name, or by position from `0`, in order. Without a prototype. */
  readonly values: Readonly<Record<string, ParameterValue>>;
}

/** Why a tag cannot be read. */
export type TagFault =
  | { readonly kind: 'unterminated'; readonly what: 'call' | 'string' | 'comment'; readonly name: string }
  | { readonly kind: 'mixed'; readonly name: string; readonly parameter: string }
  | { readonly kind: 'syntax'; readonly name: string; readonly reason: string };

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

/** The text, how far it has been read, and what was read of the tag. */
interface Reading {
  readonly text: string;
  /** `>}}` or `%}}`. */
  readonly closer: string;
  at: number;
  name: string;
}

const opener = /\{\{[<%]/g;
const space = /\s*/y;
const namePattern = /[\p{L}\p{N}_][\p{L}\p{N}_\-/]*/uy;
const namedPattern = /([\p{L}\p{N}_-]+)\s*=\s*/uy;
const positionalPattern = /[\p{L}\p{N}_.+-]+/uy;

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
  const reading: Reading = { text, closer: isMarkdown ? '%}}' : '>}}', at: start + 3, name: '' };
  if (text.startsWith('/*', reading.at)) return readComment(reading, start);
  skipSpace(reading);
  const isClosing = text.charAt(reading.at) === '/';
  if (isClosing) {
    reading.at += 1;
    skipSpace(reading);
  }
  const name = take(reading, namePattern);
  if (name === null) return fail(reading, start, unreadableName(reading));
  reading.name = name;
  if (text.charAt(reading.at) === '.') {
    return fail(reading, start, syntax(reading, 'a name has no full stop (inline shortcodes are not read)'));
  }
  return isClosing ? readEnd(reading, start) : readParameters(reading, start, isMarkdown);
}

function readComment(reading: Reading, start: number): Tag {
  const { text, at, closer } = reading;
  const end = text.indexOf(`*/${closer}`, at + 2);
  if (end < 0) return fail(reading, start, { kind: 'unterminated', what: 'comment', name: '' });
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

function readEnd(reading: Reading, start: number): Tag {
  skipSpace(reading);
  if (!isAtCloser(reading)) return fail(reading, start, unreadable(reading));
  return { kind: 'close', start, end: reading.at + reading.closer.length, name: reading.name };
}

function readParameters(reading: Reading, start: number, isMarkdown: boolean): Tag {
  const values: Record<string, ParameterValue> = Object.create(null);
  let isNamed: boolean | null = null;
  let isClosed = false;
  let count = 0;
  for (skipSpace(reading); !isAtCloser(reading); skipSpace(reading)) {
    const at = reading.at;
    if (reading.text.charAt(at) === '/') {
      reading.at += 1;
      isClosed = true;
      continue;
    }
    const key = takeKey(reading);
    const value = readValue(reading, key !== null);
    if (typeof value === 'object') return fail(reading, start, value);
    if (isNamed !== null && isNamed !== (key !== null)) {
      return fail(reading, start, { kind: 'mixed', name: reading.name, parameter: key ?? String(value) }, at);
    }
    isNamed = key !== null;
    values[key ?? String(count)] = value;
    count += 1;
  }
  const end = reading.at + reading.closer.length;
  const parameters = { isNamed: isNamed === true, values };
  return { kind: 'open', start, end, isMarkdown, name: reading.name, parameters, isClosed };
}

function takeKey(reading: Reading): string | null {
  namedPattern.lastIndex = reading.at;
  const found = namedPattern.exec(reading.text);
  if (found?.[1] === undefined) return null;
  reading.at = namedPattern.lastIndex;
  return found[1];
}

/** @param isNamed Whether it follows a name: then a bare value goes on to the next space. */
function readValue(reading: Reading, isNamed: boolean): ParameterValue | TagFault {
  const mark = reading.text.charAt(reading.at);
  if (mark === '"') return readString(reading, '"', /"|\n/g);
  if (mark === '`') return readString(reading, '`', /`/g);
  if (reading.text.startsWith('\\"', reading.at)) return readString(reading, '\\"', /\\?"|\n/g);
  const bare = isNamed ? takeBare(reading) : take(reading, positionalPattern);
  return bare === null || bare === '' ? unreadable(reading) : typed(bare);
}

function readString(reading: Reading, quote: string, end: RegExp): string | TagFault {
  const { text } = reading;
  const start = reading.at + quote.length;
  end.lastIndex = start;
  let found = end.exec(text);
  while (quote === '"' && found?.[0] === '"' && text.charAt(found.index - 1) === '\\') found = end.exec(text);
  if (found === null || found[0] === '\n') {
    return { kind: 'unterminated', what: 'string', name: reading.name };
  }
  reading.at = found.index + found[0].length;
  const value = text.slice(start, found.index);
  return quote === '"' ? value.replaceAll('\\"', '"') : value;
}

function takeBare(reading: Reading): string {
  const { text, at, closer } = reading;
  const rest = /\s/g;
  rest.lastIndex = at;
  const word = text.slice(at, rest.exec(text)?.index);
  const close = word.indexOf(closer);
  const bare = close < 0 ? word : word.slice(0, close);
  reading.at = at + bare.length;
  return bare;
}

function typed(bare: string): ParameterValue {
  if (bare === 'true' || bare === 'false') return bare === 'true';
  return /^[-+]?(?:\d+|\d*\.\d+)$/.test(bare) ? Number(bare) : bare;
}

function skipSpace(reading: Reading): void {
  take(reading, space);
}

function take(reading: Reading, pattern: RegExp): string | null {
  pattern.lastIndex = reading.at;
  const found = pattern.exec(reading.text);
  if (found === null) return null;
  reading.at = pattern.lastIndex;
  return found[0];
}

function isAtCloser({ text, at, closer }: Reading): boolean {
  return text.startsWith(closer, at);
}

function unreadableName(reading: Reading): TagFault {
  return isAtCloser(reading) ? syntax(reading, 'it has no name') : unreadable(reading);
}

function unreadable(reading: Reading): TagFault {
  const mark = reading.text.codePointAt(reading.at);
  // The next call shows that this one was not ended.
  const isOpen = mark === undefined || /^\{\{[<%]/.test(reading.text.slice(reading.at, reading.at + 3));
  if (isOpen) return { kind: 'unterminated', what: 'call', name: reading.name };
  return syntax(reading, `"${String.fromCodePoint(mark)}" cannot stand here without quotes`);
}

function syntax({ name }: Reading, reason: string): TagFault {
  return { kind: 'syntax', name, reason };
}

/** A tag at fault ends on its own line, so that no other fault follows from it; a comment takes the rest along. */
function fail(reading: Reading, start: number, fault: TagFault, at = reading.at): Tag {
  const isEndless = fault.kind === 'unterminated';
  const end = isEndless && fault.what === 'comment' ? reading.text.length : endOnLine(reading, start);
  // A call or a string that never ends is shown where it begins.
  return { kind: 'fault', start, end, at: isEndless ? start : at, fault };
}

function endOnLine({ text, closer }: Reading, start: number): number {
  const found = text.indexOf('\n', start);
  const lineEnd = found < 0 ? text.length : found;
  const close = text.slice(start, lineEnd).indexOf(closer);
  return close < 0 ? lineEnd : start + close + closer.length;
}
