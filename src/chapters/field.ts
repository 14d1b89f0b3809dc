import { type DiagnosticCode, diagnose } from '../diagnostics/catalogue.js';
import type { PlainValue } from '../formats/plain.js';
import type { Diagnostic, SourceSpan } from '../model/diagnostic.js';
import type { Zone } from '../time/zone.js';

/** One key of a head, with all that a cast needs to read its value or to say what is wrong with it. */
export interface Field {
  /** Lower-cased. */
  readonly key: string;
  readonly value: PlainValue;
  readonly place: SourceSpan;
  /** The head it stands in. */
  readonly source: HeadSource;
  readonly zone: Zone;
  /** Diagnostics of the chapter; a cast adds to them. */
  readonly diagnostics: Diagnostic[];
}

/** The text of a head and where it starts in its file. */
interface HeadSource {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Adds a diagnostic at the field's value. */
export function reportAt<Code extends DiagnosticCode>(
  field: Field,
  code: Code,
  details: Parameters<typeof diagnose<Code>>[1],
): void {
  field.diagnostics.push(diagnose(code, details, field.place));
}

/**
 * A scalar as the author wrote it (`1.10`, `True`), as far as it can be told from its place; otherwise as JavaScript
 * prints it. Lists and maps by their kind.
 */
export function describeValue(field: Field): string {
  const { value } = field;
  if (typeof value === 'string') return value;
  if (typeof value !== 'number' && typeof value !== 'boolean') return nameType(value);
  const written = sliceSource(field);
  // Quotes, anchors and tags belong to the language, not to the value.
  return /^[-+.\w]+$/.test(written) ? written : String(value);
}

/** The kind of a value, as part of a sentence. */
export function nameType(value: PlainValue): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'empty';
  if (typeof value === 'object') return 'a group of keys';
  if (typeof value === 'boolean') return `\`${value}\``;
  return typeof value === 'number' ? `the number \`${value}\`` : `the text \`${value}\``;
}

/** What stands behind the field's place on its line. */
export function readRestOfLine(field: Field): string {
  const { line, end } = findInSource(field);
  return line.slice(end);
}

function sliceSource(field: Field): string {
  const { line, start, end } = findInSource(field);
  return line.slice(start, end);
}

function findInSource({ place, source }: Field): { line: string; start: number; end: number } {
  const { line = 1, column = 1, length = 0 } = place;
  const row = line - source.line;
  const start = column - (row === 0 ? source.column : 1);
  return { line: source.text.split('\n')[row] ?? '', start, end: start + length };
}
