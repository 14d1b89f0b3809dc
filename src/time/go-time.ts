import type { DateValue } from '../model/chapter.js';

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** The parts of Go's reference time, the longer before what they begin with. */
const parts: readonly (readonly [layout: string, print: (clock: Date) => string])[] = [
  ['2006', (clock) => String(clock.getUTCFullYear()).padStart(4, '0')],
  ['January', nameMonth],
  ['Jan', (clock) => nameMonth(clock).slice(0, 3)],
  ['Monday', nameDay],
  ['Mon', (clock) => nameDay(clock).slice(0, 3)],
  ['002', (clock) => String(countDays(clock)).padStart(3, '0')],
  ['01', (clock) => twoDigits(clock.getUTCMonth() + 1)],
  ['02', (clock) => twoDigits(clock.getUTCDate())],
  ['03', (clock) => twoDigits(toTwelve(clock.getUTCHours()))],
  ['04', (clock) => twoDigits(clock.getUTCMinutes())],
  ['05', (clock) => twoDigits(clock.getUTCSeconds())],
  ['06', (clock) => twoDigits(clock.getUTCFullYear() % 100)],
  ['15', (clock) => twoDigits(clock.getUTCHours())],
  ['PM', (clock) => (clock.getUTCHours() < 12 ? 'AM' : 'PM')],
  ['pm', (clock) => (clock.getUTCHours() < 12 ? 'am' : 'pm')],
  ['1', (clock) => String(clock.getUTCMonth() + 1)],
  ['2', (clock) => String(clock.getUTCDate())],
  ['3', (clock) => String(toTwelve(clock.getUTCHours()))],
  ['4', (clock) => String(clock.getUTCMinutes())],
  ['5', (clock) => String(clock.getUTCSeconds())],
];

/** What the clock shows at a date where it was written, as if that were UTC; without a date, Go's first moment. */
export function readClock(date: DateValue | null): Date {
  const clock = new Date(date === null ? '0001-01-01T00:00:00Z' : `${date.iso.slice(0, 19)}Z`);
  return Number.isNaN(clock.getTime()) ? new Date(date?.ms ?? 0) : clock;
}

/** Prints a date by a layout of Go (`2006`, `Jan 2`, `15-04`); null when nothing in it stands for a part of a date. */
export function formatGoTime(layout: string, clock: Date): string | null {
  let printed = '';
  let isLayout = false;
  for (let index = 0; index < layout.length; ) {
    const part = parts.find(([name]) => layout.startsWith(name, index));
    printed += part === undefined ? layout.charAt(index) : part[1](clock);
    isLayout ||= part !== undefined;
    index += part === undefined ? 1 : part[0].length;
  }
  return isLayout ? printed : null;
}

/** The English name of the month. */
export function nameMonth(clock: Date): string {
  return months[clock.getUTCMonth()] ?? '';
}

/** The English name of the day of the week. */
export function nameDay(clock: Date): string {
  return weekdays[clock.getUTCDay()] ?? '';
}

/** The day of the year, from 1. */
export function countDays(clock: Date): number {
  const newYear = new Date(clock);
  newYear.setUTCMonth(0, 1);
  return Math.round((clock.getTime() - newYear.getTime()) / 86_400_000) + 1;
}

function toTwelve(hours: number): number {
  return hours % 12 || 12;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
