/** A piece of a text to replace; offsets count UTF-16 units. `start` = `end` inserts. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text with all edits made, whatever their order. Of two edits that overlap the one that starts first is made and
 * the other is left out, so that a caller can ask again with what came of it.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let done = 0;
  let last = -1;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < done || (edit.start === last && edit.start === edit.end)) continue;
    parts.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
    last = edit.start;
  }
  parts.push(text.slice(done));
  return parts.join('');
}
