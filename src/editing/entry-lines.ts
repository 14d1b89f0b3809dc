import type { KeyPlace } from '../formats/key-place.js';
import type { HeadText } from './key-edit.js';
import { type RawLine, splitRawLines } from './raw-lines.js';
import type { TextEdit } from './text-edit.js';

/** A top-level key of a head written in lines (YAML, TOML), and what belongs to it. */
export interface HeadEntry {
  readonly lines: readonly RawLine[];
  /** Offset of the value on the key's line; -1 when nothing stands there. */
  readonly valueStart: number;
  /** End of the value as far as it stands on the key's line. */
  readonly valueEnd: number;
}

/** The entry of a key whose value takes `count` lines, that of the key included. */
export function makeEntry(text: string, place: KeyPlace, count: number): HeadEntry {
  const lines = splitRawLines(text).slice(place.key.line - 1, place.key.line - 1 + count);
  const start = lines[0]?.start ?? 0;
  const isBare = place.value === place.key;
  const valueStart = isBare ? -1 : start + place.value.column - 1;
  return { lines, valueStart, valueEnd: valueStart + (isBare ? 0 : place.value.length) };
}

/** Takes the lines of an entry out, their line ends with them. */
export function removeEntry({ lines }: HeadEntry): TextEdit {
  const start = lines[0]?.start ?? 0;
  return { start, end: lines.at(-1)?.next ?? start, text: '' };
}

/** Puts a new line, given without its line end, where a line starts. */
export function insertLine({ lineEnd }: HeadText, at: number, line: string): TextEdit {
  return { start: at, end: at, text: `${line}${lineEnd}` };
}

/** Where the last line of an entry ends, before its line end. */
export function endOfEntry({ lines }: HeadEntry): number {
  return lines.at(-1)?.end ?? 0;
}
