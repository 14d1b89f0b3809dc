import type { KeyPlace } from '../formats/key-place.js';
import { parseData } from '../formats/parse-data.js';
import { findPlaces } from '../formats/places.js';
import type { PlainValue } from '../formats/plain.js';
import { appendInside } from './append-inside.js';
import { endOfEntry, type HeadEntry, insertLine, makeEntry, removeEntry } from './entry-lines.js';
import type { EditHead, HeadText, KeyEdit } from './key-edit.js';
import { normalizeText } from './raw-lines.js';
import { findValueEnd } from './scan-value.js';
import type { TextEdit } from './text-edit.js';

/** Edits a block mapping of YAML. A new key becomes the last line, indented like the first. */
export const editYaml: EditHead = (head, edit) => {
  const entry = findEntry(head.text, edit.key);
  if (entry === null) return edit.kind === 'remove' ? null : addEntry(head, edit);
  if (edit.kind === 'remove') return removeEntry(entry);
  return edit.kind === 'set' ? setValue(head, entry, edit) : appendItem(head, entry, edit);
};

type SetEdit = Extract<KeyEdit, { kind: 'set' }>;
type AppendEdit = Extract<KeyEdit, { kind: 'append' }>;

function findEntry(text: string, key: string): HeadEntry | null {
  const place = findPlaces('yaml', normalizeText(text)).get(key.toLowerCase());
  return place === undefined || place.depth !== 1 ? null : entryOfYaml(text, place);
}

/** The lines of a key of a block mapping, at any depth, and of its value. */
export function entryOfYaml(text: string, place: KeyPlace): HeadEntry {
  const following = normalizeText(text).split('\n').slice(place.key.line);
  const isBare = place.value === place.key;
  return makeEntry(text, place, 1 + countValueLines(following, place.key.column - 1, isBare));
}

/** Lines below a key that belong to it: what is indented more, the items of its list, blank lines between those. */
function countValueLines(lines: readonly string[], indent: number, isBare: boolean): number {
  let count = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const own = line.search(/[^ ]/);
    const isItem = isBare && own === indent && /^ *-(?:\s|$)/.test(line);
    if (own <= indent && !isItem) break;
    count = index + 1;
  }
  return count;
}

function addEntry(head: HeadText, edit: SetEdit | AppendEdit): TextEdit {
  const indent = /^ *(?=[^\s#])/m.exec(head.text)?.[0] ?? '';
  const value = edit.kind === 'set' ? writeScalar(edit.value) : `[${writeItem(edit.value)}]`;
  return insertLine(head, head.text.length, `${indent}${edit.key}: ${value}`);
}

function setValue({ text }: HeadText, entry: HeadEntry, edit: SetEdit): TextEdit {
  const { start, end } = valueSpan(text, entry);
  const old = text.slice(start, end);
  const quote = /^["']/.exec(old)?.[0] ?? '';
  const blank = entry.valueStart === -1 ? ' ' : '';
  return { start, end, text: blank + writeScalar(edit.value, quote) };
}

/** The value with all its lines; behind the colon when there is none yet. */
function valueSpan(text: string, entry: HeadEntry): { start: number; end: number } {
  const [first, ...more] = entry.lines;
  const start = entry.valueStart === -1 ? afterColon(text, entry) : entry.valueStart;
  if (entry.valueStart === -1) return { start, end: more.length === 0 ? start : endOfEntry(entry) };
  const end = findValueEnd(text, start);
  return { start, end: more.length > 0 && end <= (first?.end ?? 0) ? endOfEntry(entry) : end };
}

/** The colon of a key without a value is the last of its line that nothing but a comment follows. */
function afterColon(text: string, { lines }: HeadEntry): number {
  const { start = 0, end = 0 } = lines[0] ?? {};
  return start + text.slice(start, end).search(/:[ \t]*(?:#[\s\S]*)?$/) + 1;
}

function appendItem(head: HeadText, entry: HeadEntry, edit: AppendEdit): TextEdit {
  const { text, lineEnd } = head;
  if (text[entry.valueStart] === '[') {
    return appendInside(text, entry.valueStart, findValueEnd(text, entry.valueStart), writeItem(edit.value));
  }
  const item = entry.lines.slice(1).find(({ start, end }) => /^ *-\s/.test(text.slice(start, end)));
  if (item !== undefined) {
    const indent = /^ */.exec(text.slice(item.start, item.end))?.[0] ?? '';
    const end = endOfEntry(entry);
    return { start: end, end, text: `${lineEnd}${indent}- ${writeItem(edit.value)}` };
  }
  const items = [...readTexts(text, edit.key), edit.value].map(writeItem);
  const { start, end } = valueSpan(text, entry);
  return { start, end, text: `${entry.valueStart === -1 ? ' ' : ''}[${items.join(', ')}]` };
}

/** A single text counts as the list of what stands between its blanks (see `castList`). */
function readTexts(text: string, key: string): readonly string[] {
  const parsed = parseData('yaml', normalizeText(text), { lowerCaseKeys: true });
  const value = parsed.ok ? (parsed.value[key.toLowerCase()] ?? '') : '';
  return String(value)
    .split(/\s+/)
    .filter((item) => item !== '');
}

function writeScalar(value: string | number | boolean, quote = ''): string {
  if (quote === "'" && !/[\r\n]/.test(String(value))) return `'${String(value).replaceAll("'", "''")}'`;
  if (quote === '"') return JSON.stringify(String(value));
  if (typeof value !== 'string') return String(value);
  return readsBack(`k: ${value}`, value) ? value : JSON.stringify(value);
}

function writeItem(value: string): string {
  return readsBack(`k: [${value}]`, [value]) ? value : JSON.stringify(value);
}

function readsBack(line: string, value: PlainValue): boolean {
  const parsed = parseData('yaml', line);
  return parsed.ok && JSON.stringify(parsed.value['k']) === JSON.stringify(value);
}
