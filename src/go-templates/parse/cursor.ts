import { failEvaluation } from '../faults.js';
import type { Token, TokenKind } from './tokens.js';

/** Which names a template may use. */
export interface KnownNames {
  /** A function by its whole name: `trim`, `strings.Trim`. */
  readonly isFunction: (name: string) => boolean;
  /** A space of functions: `strings`. */
  readonly isSpace: (name: string) => boolean;
}

/** The reading of a template's tokens. */
export interface Cursor extends KnownNames {
  readonly tokens: readonly Token[];
  readonly file: string;
  at: number;
  /** Variables that can be seen here, the outermost first. */
  variables: string[];
}

const nothing: Token = { kind: 'end', text: '', offset: 0, isTight: false };

export function peek({ tokens, at }: Cursor): Token {
  return tokens[at] ?? tokens.at(-1) ?? nothing;
}

export function takeToken(cursor: Cursor): Token {
  const token = peek(cursor);
  cursor.at += 1;
  return token;
}

/** Takes a token of this kind; another one is a fault. */
export function expect(cursor: Cursor, kind: TokenKind, message: string): Token {
  const token = takeToken(cursor);
  return token.kind === kind ? token : failAt(cursor, message, token);
}

/** A fault at a token, or at the one that comes next. */
export function failAt(
  cursor: Cursor,
  message: string,
  token: Pick<Token, 'offset' | 'text'> = peek(cursor),
): never {
  return failEvaluation(message, {
    file: cursor.file,
    offset: token.offset,
    length: Math.max(1, token.text.length),
  });
}

/** From an offset to the end of the token that was taken last. */
export function lengthFrom(cursor: Cursor, offset: number): number {
  const last = cursor.tokens[cursor.at - 1];
  return last === undefined ? 0 : Math.max(0, last.offset + last.text.length - offset);
}
