import { placeAt } from '../formats/place-at.js';
import type { TemplateEnd } from '../go-templates/faults.js';
import type { SourceSpan } from '../model/diagnostic.js';

/** Where a template ended; null where that is not known. */
export function spanOfEnd(end: TemplateEnd, textOf: (file: string) => string | undefined): SourceSpan | null {
  if (end.file === undefined) return null;
  const text = textOf(end.file);
  if (text === undefined || end.offset === undefined) return { file: end.file };
  const { line, column } = placeAt(text, end.offset);
  const rest = text.slice(end.offset, end.offset + (end.length ?? 1)).split('\n')[0] ?? '';
  return { file: end.file, line, column, length: Math.max(1, rest.length) };
}
