import type { KeyPlace } from '../formats/key-place.js';
import { parseData } from '../formats/parse-data.js';
import { findPlaces } from '../formats/places.js';
import { appendInside } from './append-inside.js';
import { endOfEntry, type HeadEntry, insertLine, makeEntry, removeEntry } from './entry-lines.js';
import type { EditHead, HeadText, KeyEdit } from './key-edit.js';
import { normalizeText, splitRawLines } from './raw-lines.js';
import { findValueEnd } from './scan-value.js';
import type { TextEdit } from './text-edit.js';

/** Edits a TOML document. A new key comes after the last one before the first table. */
export const editToml: EditHead = (head, edit) => {
  const entry = findEntry(head.text, edit.key);
  if (entry === null) return edit.kind === 'remove' ? null : addEntry(head, edit);
  if (edit.kind === 'remove') return removeEntry(entry);
  if (entry.valueStart === -1) return null;
  return edit.kind === 'set' ? setValue(head, entry, edit) : appendItem(head, entry, edit);
};

type SetEdit = Extract<KeyEdit, { kind: 'set' }>;
type AppendEdit = Extract<KeyEdit, { kind: 'append' }>;

function findEntry(text: string, key: string): HeadEntry | null {
  const place = findPlaces('toml', normalizeText(text)).get(key.toLowerCase());
  return place === undefined || place.depth !== 1 ? null : entryOfToml(text, place);
}

/** The lines of a key, in a table or not, and of its value. */
export function entryOfToml(text: string, place: KeyPlace): HeadEntry {
  const lines = normalizeText(text)
    .split('\n')
    .slice(place.key.line - 1);
  let count = 1;
  while (count < lines.length && !parseData('toml', lines.slice(0, count).join('\n')).ok) count += 1;
  return makeEntry(text, place, count);
}

function addEntry(head: HeadText, edit: SetEdit | AppendEdit): TextEdit {
  const value = edit.kind === 'set' ? writeScalar(edit.value) : `[${JSON.stringify(edit.value)}]`;
  return insertLine(head, endOfTopLevel(head.text), `${edit.key} = ${value}`);
}

/** Where the first table starts, with the comments and blank lines above it; else the end. */
function endOfTopLevel(text: string): number {
  let end = 0;
  for (const line of splitRawLines(text)) {
    const written = text.slice(line.start, line.end);
    // A line of a value in brackets may look like a table's; what stands before a table is whole.
    if (/^\s*\[/.test(written) && parseData('toml', normalizeText(text.slice(0, line.start))).ok) return end;
    if (!/^\s*(?:#|$)/.test(written)) end = line.next;
  }
  return text.length;
}

function setValue({ text }: HeadText, entry: HeadEntry, edit: SetEdit): TextEdit {
  const start = entry.valueStart;
  const end = findValueEnd(text, start);
  const old = text.slice(start, end);
  return { start, end: Math.min(end, endOfEntry(entry)), text: writeScalar(edit.value, old) };
}

function appendItem({ text }: HeadText, { valueStart }: HeadEntry, edit: AppendEdit): TextEdit {
  const end = findValueEnd(text, valueStart);
  const item = JSON.stringify(edit.value);
  if (text[valueStart] === '[') return appendInside(text, valueStart, end, item);
  const parsed = parseData('toml', `k = ${normalizeText(text.slice(valueStart, end))}`);
  const old = parsed.ok ? String(parsed.value['k']).split(/\s+/) : [];
  const items = [...old.filter((word) => word !== ''), edit.value].map((value) => JSON.stringify(value));
  return { start: valueStart, end, text: `[${items.join(', ')}]` };
}

const date = /^\d{4}-\d\d-\d\d(?:[Tt ][\d:.]+(?:[Zz]|[-+]\d\d:\d\d)?)?$/;

function writeScalar(value: string | number | boolean, old = ''): string {
  const text = String(value);
  if (old.startsWith("'") && !/['\r\n]/.test(text)) return `'${text}'`;
  if (old.startsWith('"') || old.startsWith("'")) return JSON.stringify(text);
  if (typeof value !== 'string') return text;
  return date.test(value) && (old === '' || date.test(old)) ? value : JSON.stringify(value);
}
