import { findPlaces } from '../formats/places.js';
import { appendInside } from './append-inside.js';
import type { EditHead, HeadText, KeyEdit } from './key-edit.js';
import { normalizeText, splitRawLines } from './raw-lines.js';
import { findValueEnd } from './scan-value.js';
import type { TextEdit } from './text-edit.js';

/** Edits a JSON object. A new member becomes the last, on a line of its own where the others have one. */
export const editJson: EditHead = (head, edit) => {
  const member = findMember(head.text, edit.key);
  if (member === null) return edit.kind === 'remove' ? null : addMember(head, edit);
  if (edit.kind === 'remove') return removeMember(head, member);
  const { valueStart: start, valueEnd: end } = member;
  if (edit.kind === 'set') return { start, end, text: writeScalar(edit.value, head.text[start] ?? '') };
  if (head.text[start] === '[') return appendInside(head.text, start, end, JSON.stringify(edit.value));
  const items = [...readTexts(head.text.slice(start, end)), edit.value];
  return { start, end, text: JSON.stringify(items) };
};

/** A key of the object with its value, by offsets. */
interface Member {
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

function findMember(text: string, key: string): Member | null {
  const place = findPlaces('json', normalizeText(text)).get(key.toLowerCase());
  if (place === undefined || place.depth !== 1) return null;
  const lines = splitRawLines(text);
  const offsetOf = (line: number, column: number) => (lines[line - 1]?.start ?? 0) + column - 1;
  const valueStart = offsetOf(place.value.line, place.value.column);
  const start = offsetOf(place.key.line, place.key.column);
  return { start, valueStart, valueEnd: endOfValue(text, valueStart) };
}

function endOfValue(text: string, start: number): number {
  if (/["{[]/.test(text[start] ?? '')) return findValueEnd(text, start);
  return start + (/^[^\s,}]*/.exec(text.slice(start))?.[0].length ?? 0);
}

function addMember({ text }: HeadText, edit: Exclude<KeyEdit, { kind: 'remove' }>): TextEdit | null {
  const open = text.indexOf('{');
  const close = text.lastIndexOf('}');
  if (open === -1 || close < open) return null;
  const inner = text.slice(open + 1, close);
  const value = edit.kind === 'set' ? JSON.stringify(edit.value) : JSON.stringify([edit.value]);
  const written = `${JSON.stringify(edit.key)}: ${value}`;
  const at = open + 1 + inner.trimEnd().length;
  if (inner.trim() === '') return { start: at, end: at, text: written };
  const lead = /^\s*[\r\n]\s*/.exec(inner)?.[0] ?? ' ';
  return { start: at, end: at, text: `,${lead}${written}` };
}

/** With the comma behind it, or, for the last member, the one before it. */
function removeMember({ text }: HeadText, { start, valueEnd }: Member): TextEdit {
  const behind = /^\s*,\s*/.exec(text.slice(valueEnd))?.[0];
  if (behind !== undefined) return { start, end: valueEnd + behind.length, text: '' };
  const before = /(?:,\s*|(?<=\{)\s*)$/.exec(text.slice(0, start))?.[0] ?? '';
  return { start: start - before.length, end: valueEnd, text: '' };
}

function readTexts(written: string): readonly string[] {
  const value: unknown = JSON.parse(written);
  return String(value ?? '')
    .split(/\s+/)
    .filter((item) => item !== '');
}

/** What stands in quotes stays in quotes. */
function writeScalar(value: string | number | boolean, first: string): string {
  return JSON.stringify(first === '"' ? String(value) : value);
}
