import type { DataFormat } from '../formats/data.js';
import { parseData } from '../formats/parse-data.js';
import type { PlainMap, PlainValue } from '../formats/plain.js';
import { editJson } from './edit-json.js';
import { editToml } from './edit-toml.js';
import { editYaml } from './edit-yaml.js';
import type { EditHead, KeyEdit } from './key-edit.js';
import { locateHead, type RawHead } from './locate-head.js';
import { lineEndOf, normalizeText } from './raw-lines.js';

/** The edited file, or why it was left alone, as part of a sentence. */
export type EditedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

const editors: Readonly<Record<DataFormat, EditHead>> = { yaml: editYaml, toml: editToml, json: editJson };

/**
 * Changes keys of a chapter's front matter as text, one edit after the other:
 *
 * 1. find the head in the file as it is on the disk; where there is none, one of YAML is made;
 * 2. let the editor of its language put the edit into text;
 * 3. read the result back: the asked key must have the asked value, every other key its old one, the body its bytes.
 *
 * Whatever the edit does not touch (comments, order, quotes, line ends, byte order mark) stays byte for byte. When
 * step 3 fails, or the head cannot be read, the file is left alone and the reason is given. Pure; never throws.
 */
export function editFrontMatter(raw: string, edits: readonly KeyEdit[]): EditedText {
  let text = raw;
  for (const edit of edits) {
    const edited = editOnce(text, edit);
    if (!edited.ok) return edited;
    text = edited.text;
  }
  return { ok: true, text };
}

function editOnce(raw: string, edit: KeyEdit): EditedText {
  const head = locateHead(raw);
  if (head === undefined) return refuse('its front matter cannot be read');
  if (head === null) return edit.kind === 'remove' ? { ok: true, text: raw } : editOnce(addHead(raw), edit);
  const before = readHead(raw, head);
  if (before === null) return refuse('its front matter cannot be read');
  const wanted = expectValue(before, edit);
  if (sameData(before, wanted)) return { ok: true, text: raw };
  const text = raw.slice(head.start, head.end);
  const change = editors[head.format]({ text, lineEnd: head.lineEnd }, edit);
  if (change === null) return refuse(`the way \`${edit.key}\` is written leaves no place for the change`);
  const start = head.start + change.start;
  const result = raw.slice(0, start) + change.text + raw.slice(head.start + change.end);
  const after = locateHead(result);
  const isRight = after && sameData(readHead(result, after), wanted);
  const isWhole = after && result.slice(after.end) === raw.slice(head.end);
  if (isRight && isWhole) return { ok: true, text: result };
  return refuse(`the way \`${edit.key}\` is written leaves no place for the change`);
}

/** The file with an empty head before its text. */
function addHead(raw: string): string {
  const mark = raw.startsWith('\ufeff') ? '\ufeff' : '';
  const lineEnd = lineEndOf(raw);
  return `${mark}---${lineEnd}---${lineEnd}${raw.slice(mark.length)}`;
}

function readHead(raw: string, head: RawHead): PlainMap | null {
  const text = normalizeText(raw.slice(head.start, head.end));
  const parsed = parseData(head.format, text, { lowerCaseKeys: true });
  return parsed.ok ? parsed.value : null;
}

/** What the head should say after the edit. */
function expectValue(before: PlainMap, edit: KeyEdit): PlainMap {
  const key = edit.key.toLowerCase();
  const { [key]: old, ...others } = before;
  if (edit.kind === 'remove') return others;
  if (edit.kind === 'set') return { ...before, [key]: edit.value };
  return { ...before, [key]: [...listOf(old), edit.value] };
}

/** A list as it is, a single text split at its blanks (see `castList`). */
function listOf(value: PlainValue | undefined): readonly PlainValue[] {
  if (Array.isArray(value)) return value;
  return String(value ?? '')
    .split(/\s+/)
    .filter((item) => item !== '');
}

/** Keys may come in any order; `"30"` in quotes is as good as 30. */
function sameData(first: PlainMap | null, second: PlainMap): boolean {
  if (first === null || Object.keys(first).length !== Object.keys(second).length) return false;
  return Object.keys(second).every((key) => key in first && print(first[key]) === print(second[key]));
}

function print(value: PlainValue | undefined): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function refuse(reason: string): EditedText {
  return { ok: false, reason };
}
