/** The text of a tag, how far it has been read, and what was read of it. */
export interface TagCursor {
  readonly text: string;
  /** `>}}` or `%}}`. */
  readonly closer: string;
  at: number;
  name: string;
}

const space = /\s*/y;

/** Moves on behind white space, line ends included. */
export function skipSpace(cursor: TagCursor): void {
  take(cursor, space);
}

/** What a sticky pattern finds where the cursor stands, which moves on behind it; null for nothing. */
export function take(cursor: TagCursor, pattern: RegExp): string | null {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text);
  if (found === null) return null;
  cursor.at = pattern.lastIndex;
  return found[0];
}

/** Whether the tag ends here. */
export function isAtCloser({ text, at, closer }: TagCursor): boolean {
  return text.startsWith(closer, at);
}
