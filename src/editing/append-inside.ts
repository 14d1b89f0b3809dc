import type { TextEdit } from './text-edit.js';

/**
 * Adds an item to a list in square brackets that lies between two offsets, in the way its items are separated: on a
 * line of its own when they stand on lines of their own.
 */
export function appendInside(text: string, start: number, end: number, item: string): TextEdit {
  const inner = text.slice(start + 1, end - 1);
  const at = start + 1 + inner.trimEnd().length;
  if (inner.trim() === '') return { start: start + 1, end: end - 1, text: item };
  const lead = /^\s*[\r\n]\s*/.exec(inner)?.[0] ?? ' ';
  const comma = inner.trimEnd().endsWith(',') ? '' : ',';
  return { start: at, end: at, text: `${comma}${lead}${item}` };
}
