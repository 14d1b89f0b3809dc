import { isAtCloser, type TagCursor } from './tag-cursor.js';

/** Why a tag cannot be read. */
export type TagFault =
  | { readonly kind: 'unterminated'; readonly what: 'call' | 'string' | 'comment'; readonly name: string }
  | { readonly kind: 'mixed'; readonly name: string; readonly parameter: string }
  | { readonly kind: 'syntax'; readonly name: string; readonly reason: string };

/** What is wrong where a name should stand. */
export function unreadableName(cursor: TagCursor): TagFault {
  return isAtCloser(cursor) ? syntax(cursor, 'it has no name') : unreadable(cursor);
}

/** What is wrong with what stands here. */
export function unreadable(cursor: TagCursor): TagFault {
  const mark = cursor.text.codePointAt(cursor.at);
  // The next call shows that this one was not ended.
  const isOpen = mark === undefined || /^\{\{[<%]/.test(cursor.text.slice(cursor.at, cursor.at + 3));
  if (isOpen) return { kind: 'unterminated', what: 'call', name: cursor.name };
  return syntax(cursor, `"${String.fromCodePoint(mark)}" cannot stand here without quotes`);
}

/** @param reason As part of a sentence. */
export function syntax({ name }: TagCursor, reason: string): TagFault {
  return { kind: 'syntax', name, reason };
}
