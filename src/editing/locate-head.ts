import { findFrontMatter, type Head } from '../chapters/find-front-matter.js';
import type { DataFormat } from '../formats/data.js';
import { lineEndOf, normalizeText, type RawLine, splitRawLines } from './raw-lines.js';

/** The front matter of a file as it is on the disk. Offsets count UTF-16 units of the raw text. */
export interface RawHead {
  readonly format: DataFormat;
  /** The lines between the fences, with their line ends; JSON in braces from brace to brace. */
  readonly start: number;
  readonly end: number;
  readonly lineEnd: string;
}

/**
 * Finds the head of a raw text. Null when there is none: an edit then makes one. Undefined when what is there cannot be
 * read (see `findFrontMatter`): such a file is not edited.
 */
export function locateHead(raw: string): RawHead | null | undefined {
  const found = findFrontMatter(normalizeText(raw));
  if (found.kind === 'none') return null;
  if (found.kind === 'fault') return undefined;
  const lines = splitRawLines(raw);
  const start = (lines[found.line - 1]?.start ?? 0) + found.column - 1;
  const lineEnd = lineEndOf(raw);
  if (found.text === '') return { format: found.format, start, end: skipBlank(lines, found, raw), lineEnd };
  const written = found.text.split('\n');
  const last = lines[found.line - 2 + written.length];
  // Braces end where they close; between fences the last line ends with its line end.
  const isBraced = raw.startsWith('{', start) && found.text.endsWith('}') && !isFenced(lines, found, raw);
  const lineStart = written.length === 1 ? start : (last?.start ?? 0);
  const end = isBraced ? lineStart + (written.at(-1)?.length ?? 0) : (last?.next ?? raw.length);
  return { format: found.format, start, end, lineEnd };
}

/** An empty head has no line, or a single blank one. */
function skipBlank(lines: readonly RawLine[], { line }: Head, raw: string): number {
  const { start = 0, end = 0, next = 0 } = lines[line - 1] ?? {};
  return raw.slice(start, end).trim() === '' ? next : start;
}

/** JSON may stand between fences, too: `---json`. */
function isFenced(lines: readonly RawLine[], { line }: Head, raw: string): boolean {
  const before = lines[line - 2];
  return before !== undefined && /^\s*(?:---|\+\+\+)/.test(raw.slice(before.start, before.end));
}
