import { addAll } from '../lists/add-all.js';
import type { Diagnostic, Severity, SourceSpan } from '../model/diagnostic.js';
import type { Fold } from './fold.js';
import { frameExcerpt } from './frame.js';

/** Paints a piece of text; the identity where colour is not wanted. */
export type Paint = (text: string) => string;

export interface Palette {
  readonly error: Paint;
  readonly warning: Paint;
  readonly strong: Paint;
  readonly dim: Paint;
}

export interface FormatOptions {
  readonly palette: Palette;
  /** The lines of a file of the book, or null when it cannot be read: for excerpts. */
  readonly linesOf: (file: string) => readonly string[] | null;
  /** Columns for an excerpt; 100 where nothing is said. */
  readonly room?: number;
}

/**
 * A finding as the terminal shows it: place, severity and code; the sentence; an excerpt with a caret; the hint;
 * related places. Ends without a line break.
 */
export function formatDiagnostic(diagnostic: Diagnostic, options: FormatOptions): string {
  const { palette } = options;
  const severity = severityPaint(diagnostic.severity, palette)(diagnostic.severity);
  const place = diagnostic.file === undefined ? '' : `${palette.strong(formatPlace(diagnostic))} `;
  const lines = [`${place}${severity} ${palette.dim(diagnostic.code)}`, `  ${diagnostic.message}`];
  addAll(lines, excerptLines(diagnostic, options));
  for (const related of diagnostic.related ?? []) {
    addAll(lines, [
      `  ${palette.strong(formatPlace(related))} ${related.message}`,
      ...excerptLines(related, options),
    ]);
  }
  if (diagnostic.hint !== undefined) lines.push(`  ${palette.dim('help:')} ${diagnostic.hint}`);
  return lines.join('\n');
}

/** Sentences that are repeated in a fold. */
const REPEATED = 5;

/** `861 more warnings shortcode/unknown, in 402 files`, and under it the sentences that they repeat. Ends without a line break. */
export function formatFold({ code, severity, count, files, repeated }: Fold, palette: Palette): string {
  const kind = severityPaint(severity, palette)(plural(severity, count));
  const lines = [`${count} more ${kind} ${palette.dim(code)}, in ${files} ${files === 1 ? 'file' : 'files'}`];
  for (const [message, times] of repeated.slice(0, REPEATED)) lines.push(`  ${times} × ${message}`);
  if (repeated.length > REPEATED) lines.push(`  … (${repeated.length - REPEATED} more that are repeated)`);
  return lines.join('\n');
}

/** `content/x.md:3:9`, as editors and terminals link it. */
export function formatPlace(place: Partial<SourceSpan>): string {
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

/** "2 errors, 1 warning": the count line that ends a list of findings; empty when there is none. */
export function formatCounts(diagnostics: readonly Diagnostic[]): string {
  const parts: string[] = [];
  for (const severity of ['error', 'warning', 'advice', 'note'] as const) {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    if (count > 0) parts.push(`${count} ${plural(severity, count)}`);
  }
  return parts.join(', ');
}

function plural(severity: Severity, count: number): string {
  return count === 1 || severity === 'advice' ? severity : `${severity}s`;
}

function excerptLines(place: Partial<SourceSpan>, options: FormatOptions): readonly string[] {
  if (place.file === undefined || place.line === undefined) return [];
  const lines = options.linesOf(place.file);
  if (lines === null) return [];
  return frameExcerpt(lines, place, options.room).map((line) => `    ${options.palette.dim(line)}`);
}

function severityPaint(severity: Severity, palette: Palette): Paint {
  if (severity === 'error') return palette.error;
  return severity === 'warning' ? palette.warning : palette.dim;
}
