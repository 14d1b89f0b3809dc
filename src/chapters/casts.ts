import { parseInteger } from '../formats/integer.js';
import { isMap, type PlainMap, type PlainValue } from '../formats/plain.js';
import { readSwitch } from '../formats/switch.js';
import type { DateValue } from '../model/chapter.js';
import { fromUnixSeconds, parseDate } from '../time/dates.js';
import { describeValue, type Field, nameType, readRestOfLine, reportAt } from './field.js';

/** Below it a number is a year or a day without its hyphens, not seconds since 1970 (1e8: March 1973). */
const leastUnixSeconds = 1e8;

/** Text, from a number or boolean as written, too. Undefined when blank; reports `front-matter/invalid-type`. */
export function castText(field: Field): string | undefined {
  const { value } = field;
  if (value === null) return undefined;
  if (typeof value === 'object') return rejectType(field, 'text');
  const text = describeValue(field);
  return text.trim() === '' ? undefined : text;
}

/** Text, any CSS colour. Reports `front-matter/lost-colour` where YAML read `#fff` as a comment. */
export function castColour(field: Field): string | undefined {
  const lost = field.value === null ? /^:\s+(#\S+)/.exec(readRestOfLine(field))?.[1] : undefined;
  if (lost !== undefined) reportAt(field, 'front-matter/lost-colour', { key: field.key, value: lost });
  return castText(field);
}

/** `true` or `false`. Reports `front-matter/invalid-type`. */
export function castSwitch(field: Field): boolean | undefined {
  if (field.value === null) return undefined;
  return readSwitch(field.value) ?? rejectType(field, '`true` or `false`');
}

/** Text without the hyphens around it (content rule 2). */
export function castSlug(field: Field): string | undefined {
  return castText(field)?.replace(/^-+|(?<!-)-+$/g, '') || undefined;
}

/** An address inside the book. Reports `front-matter/absolute-url`. */
export function castUrl(field: Field): string | undefined {
  const url = castText(field);
  return url === undefined || isInside(field, url) ? url : undefined;
}

/** Addresses inside the book. Reports `front-matter/absolute-url` for each that is not. */
export function castUrls(field: Field): readonly string[] | undefined {
  return castList(field)?.filter((url) => isInside(field, url));
}

/** A list of texts; one text is split at blanks, as by Hugo. Reports `front-matter/invalid-type`. */
export function castList(field: Field): readonly string[] | undefined {
  const { value } = field;
  if (value === null) return undefined;
  if (isMap(value)) return rejectType(field, 'a list');
  if (!isList(value)) return (castText(field) ?? '').split(/\s+/).filter((item) => item !== '');
  const inner = value.find((item) => typeof item === 'object' && item !== null);
  if (inner !== undefined) return rejectType({ ...field, value: inner }, 'a list of texts');
  return value.filter((item) => item !== null && item !== '').map(String);
}

/**
 * A whole number as Hugo casts it: `"010"` is octal, 2.7 is 2 (content rule 21.1). 0 when empty.
 * Reports `front-matter/invalid-weight` and gives 0.
 */
export function castWeight(field: Field): number {
  const { value } = field;
  if (value === null || value === '') return 0;
  const weight = typeof value === 'number' ? Math.trunc(value) : readWeight(value);
  if (weight !== null && Number.isSafeInteger(weight)) return weight;
  reportAt(field, 'front-matter/invalid-weight', { value: describeValue(field) });
  return 0;
}

/**
 * A date (content rule 3); large numbers are seconds since 1970. Undefined when empty; reports
 * `front-matter/invalid-date`.
 */
export function castDate(field: Field): DateValue | undefined {
  const { value } = field;
  if (value === null || value === '') return undefined;
  const date = readDate(field);
  if (date !== null) return date;
  reportAt(field, 'front-matter/invalid-date', { key: field.key, value: describeValue(field) });
  return undefined;
}

/** Keys and values. Reports `front-matter/invalid-type`. */
export function castMap(field: Field): PlainMap | undefined {
  const { value } = field;
  if (value === null) return undefined;
  return typeof value === 'object' && !isList(value) ? value : rejectType(field, 'a group of keys');
}

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

function isInside(field: Field, url: string): boolean {
  if (!/^https?:\/\//i.test(url)) return true;
  reportAt(field, 'front-matter/absolute-url', { key: field.key, value: url });
  return false;
}

function readWeight(value: PlainValue): number | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return /^[-+]?\d+\.\d*$/.test(text) ? Math.trunc(Number(text)) : parseInteger(text);
}

function readDate({ value, zone }: Field): DateValue | null {
  if (typeof value === 'string') return parseDate(value, zone);
  return typeof value === 'number' && value >= leastUnixSeconds ? fromUnixSeconds(value) : null;
}

function rejectType(field: Field, expected: string): undefined {
  const { key, value } = field;
  reportAt(field, 'front-matter/invalid-type', { key, value: nameType(value), expected });
  return undefined;
}
