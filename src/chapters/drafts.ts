import type { DateValue } from '../model/chapter.js';
import { castDate } from './casts.js';
import { describeValue, type Field, reportAt } from './field.js';

const yes = new Set(['true', 'yes', 'y', 'on', 't', '1']);
const no = new Set(['false', 'no', 'n', 'off', 'f', '0']);
const draftStates = new Set(['draft', 'unpublished', 'private', 'hidden', 'wip']);

/**
 * Whether `draft` holds the chapter back: also for `yes`, `on` and the like, which YAML 1.2 reads as text (promise
 * 1e). Undefined when empty. What says neither counts as a draft, and reports `front-matter/invalid-draft`.
 */
export function castDraft(field: Field): boolean | undefined {
  if (field.value === null || field.value === '') return undefined;
  const draft = readSwitch(field);
  if (draft !== null) return draft;
  rejectSwitch(field);
  return true;
}

/**
 * `published` is Hugo's older opposite of `draft`, or a date (content rule 2). What is neither counts as
 * not published, and is reported.
 */
export function castPublished(field: Field): boolean | DateValue | undefined {
  if (field.value === null || field.value === '') return undefined;
  const published = readSwitch(field);
  if (published !== null && !isLargeNumber(field)) return published;
  if (/\d/.test(describeValue(field))) return castDate(field);
  rejectSwitch(field);
  return false;
}

/** Reports `front-matter/unread-draft` for a key of another tool that says "draft" and that nothing here obeys. */
export function warnOfUnreadDraft(field: Field): void {
  const value = describeValue(field);
  const isDraft = field.key === 'status' ? draftStates.has(value.toLowerCase()) : readSwitch(field) === true;
  if (isDraft) reportAt(field, 'front-matter/unread-draft', { key: field.key, value });
}

function readSwitch({ value }: Field): boolean | null {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (typeof value !== 'string') return null;
  const word = value.trim().toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : null;
}

function isLargeNumber({ value }: Field): boolean {
  return typeof value === 'number' && value > 1;
}

function rejectSwitch(field: Field): void {
  reportAt(field, 'front-matter/invalid-draft', { key: field.key, value: describeValue(field) });
}
