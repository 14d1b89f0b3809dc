import type { DateValue } from '../model/chapter.js';
import { offsetOfWallTime, type Zone } from './zone.js';

const day = String.raw`(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)`;
const month = '(?<monthName>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const weekday = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? +)?';
const clock = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?`;
const offset = String.raw`(?<offset>z|utc|gmt|[+-]\d\d:?\d\d)`;
const offsetOrName = `(?:${offset}|[a-z]{3,5})`;

/**
 * The forms Hugo takes (content rule 3: RFC 3339 and its variants, RFC 1123, 822, 850, the C library's), and the
 * American one. Names of zones other than UTC say nothing, as in Hugo: alone they name several.
 */
const patterns: readonly RegExp[] = [
  day,
  `${day}[t ]${clock} ?${offset}?(?: (?![ap]m$)[a-z]{2,5})?`,
  String.raw`${weekday}(?<day>\d{1,2})[ -]${month}[ -](?<year>\d{4}|\d\d)(?: ${clock}(?: ${offsetOrName})?)?`,
  String.raw`${month}\.? (?<day>\d{1,2}),? (?<year>\d{4})(?: ${clock}(?: ${offset})?)?`,
  String.raw`${weekday}${month} +(?<day>\d{1,2}) ${clock}(?: ${offsetOrName})? (?<year>\d{4})`,
].map((pattern) => new RegExp(`^${pattern}$`, 'i'));

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a date as written in front matter; `zone` decides where the text names no offset. Null when the text is
 * no date, or one that no calendar has (2025-02-30). The machine's own zone never matters.
 */
export function parseDate(text: string, zone: Zone): DateValue | null {
  const trimmed = text.trim();
  for (const pattern of patterns) {
    const parts = pattern.exec(trimmed)?.groups;
    if (parts !== undefined) return toDate(parts, zone);
  }
  return null;
}

/** The date of a moment given in seconds since 1970 UTC, as numbers in Hugo's front matter are. */
export function fromUnixSeconds(seconds: number): DateValue | null {
  const ms = Math.trunc(seconds) * 1000;
  return Math.abs(ms) > 8.64e15 ? null : { ms, iso: toIso(ms, 0) };
}

type Parts = Readonly<Record<string, string | undefined>>;

function toDate(parts: Parts, zone: Zone): DateValue | null {
  const wall = toWallTime(parts);
  if (wall === null) return null;
  const minutes = parts['offset'] === undefined ? offsetOfWallTime(zone, wall) : readOffset(parts['offset']);
  return minutes === null ? null : { ms: wall - minutes * 60_000, iso: toIso(wall, minutes) };
}

/** What the clocks show, in milliseconds as if it were UTC; null when a field is out of its range. */
function toWallTime(parts: Parts): number | null {
  const day = Number(parts['day']);
  const monthIndex = readMonth(parts);
  const [hour, minute, second] = ['hour', 'minute', 'second'].map((name) => Number(parts[name] ?? 0));
  if (hour === undefined || minute === undefined || second === undefined) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const milliseconds = Number((parts['fraction'] ?? '').padEnd(3, '0').slice(0, 3));
  const date = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(readYear(parts['year'] ?? ''), monthIndex, day);
  date.setUTCHours(hour, minute, second, milliseconds);
  // A day that the month has not spills over into another month.
  return date.getUTCMonth() === monthIndex ? date.getTime() : null;
}

/** Months count from 0. */
function readMonth(parts: Parts): number {
  const name = parts['monthName'];
  return name === undefined ? Number(parts['month']) - 1 : monthNames.indexOf(name.toLowerCase());
}

/** Two digits stand for 1969 to 2068, as in Go. */
function readYear(written: string): number {
  const year = Number(written);
  if (written.length > 2) return year;
  return year >= 69 ? 1900 + year : 2000 + year;
}

/** Minutes east of UTC, or null when there is no such offset. */
function readOffset(written: string): number | null {
  if (/^[a-z]/i.test(written)) return 0;
  const hours = Number(written.slice(1, 3));
  const minutes = Number(written.slice(-2));
  if (hours > 23 || minutes > 59) return null;
  const total = hours * 60 + minutes;
  return written.startsWith('-') ? -total : total;
}

function toIso(wall: number, minutes: number): string {
  const local = new Date(wall).toISOString().replace(/\.000Z$|Z$/, '');
  if (minutes === 0) return `${local}Z`;
  const size = Math.abs(minutes);
  const digits = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
  return `${local}${minutes < 0 ? '-' : '+'}${digits.join(':')}`;
}
