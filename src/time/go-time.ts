import type { DateValue } from '../model/chapter.js';

/** A moment, and how far the clock it is read from is ahead of UTC, in minutes. */
export interface Moment {
  readonly ms: number;
  readonly offset: number;
  /** The zone's short name, where one was asked for: `CEST`. */
  readonly zone?: string;
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

type Print = (clock: Date, moment: Moment) => string;

/** The parts of Go's reference time, the longer before what they begin with (Go's `time`, constants). */
const parts: readonly (readonly [layout: string, print: Print])[] = [
  ['2006', (clock) => String(clock.getUTCFullYear()).padStart(4, '0')],
  ['January', nameMonth],
  ['Jan', (clock) => nameMonth(clock).slice(0, 3)],
  ['Monday', nameDay],
  ['Mon', (clock) => nameDay(clock).slice(0, 3)],
  ['MST', (_, { offset, zone }) => zone || (offset === 0 ? 'UTC' : printOffset(offset, '', true))],
  ['Z07:00', (_, { offset }) => (offset === 0 ? 'Z' : printOffset(offset, ':', true))],
  ['Z0700', (_, { offset }) => (offset === 0 ? 'Z' : printOffset(offset, '', true))],
  ['-07:00', (_, { offset }) => printOffset(offset, ':', true)],
  ['-0700', (_, { offset }) => printOffset(offset, '', true)],
  ['-07', (_, { offset }) => printOffset(offset, '', false)],
  ['002', (clock) => String(countDays(clock)).padStart(3, '0')],
  ['__2', (clock) => String(countDays(clock)).padStart(3, ' ')],
  ['_2', (clock) => String(clock.getUTCDate()).padStart(2, ' ')],
  ['.999999999', (clock) => printFraction(clock)],
  ['.999999', (clock) => printFraction(clock)],
  ['.999', (clock) => printFraction(clock)],
  ['.000000000', (clock) => `.${String(clock.getUTCMilliseconds()).padStart(3, '0')}000000`],
  ['.000000', (clock) => `.${String(clock.getUTCMilliseconds()).padStart(3, '0')}000`],
  ['.000', (clock) => `.${String(clock.getUTCMilliseconds()).padStart(3, '0')}`],
  ['01', (clock) => two(clock.getUTCMonth() + 1)],
  ['02', (clock) => two(clock.getUTCDate())],
  ['03', (clock) => two(clock.getUTCHours() % 12 || 12)],
  ['04', (clock) => two(clock.getUTCMinutes())],
  ['05', (clock) => two(clock.getUTCSeconds())],
  ['06', (clock) => two(clock.getUTCFullYear() % 100)],
  ['15', (clock) => two(clock.getUTCHours())],
  ['PM', (clock) => (clock.getUTCHours() < 12 ? 'AM' : 'PM')],
  ['pm', (clock) => (clock.getUTCHours() < 12 ? 'am' : 'pm')],
  ['1', (clock) => String(clock.getUTCMonth() + 1)],
  ['2', (clock) => String(clock.getUTCDate())],
  ['3', (clock) => String(clock.getUTCHours() % 12 || 12)],
  ['4', (clock) => String(clock.getUTCMinutes())],
  ['5', (clock) => String(clock.getUTCSeconds())],
];

/** What the clock shows at a date where it was written, as if that were UTC; without a date, Go's first moment. */
export function readClock(date: DateValue | null): Date {
  const clock = new Date(date === null ? '0001-01-01T00:00:00Z' : `${date.iso.slice(0, 19)}Z`);
  return Number.isNaN(clock.getTime()) ? new Date(date?.ms ?? 0) : clock;
}

/** A moment by a layout of Go (`2006`, `Jan 2`, `15-04`); what is no part of the reference time stays as it is. */
export function formatLayout(layout: string, moment: Moment): string {
  return printLayout(layout, moment).printed;
}

/** The same; null when nothing in the layout stands for a part of a date. */
export function formatGoTime(layout: string, clock: Date): string | null {
  const { printed, isLayout } = printLayout(layout, { ms: clock.getTime(), offset: 0 });
  return isLayout ? printed : null;
}

function printLayout(
  layout: string,
  moment: Moment,
): { readonly printed: string; readonly isLayout: boolean } {
  const clock = new Date(moment.ms + moment.offset * 60_000);
  let printed = '';
  let isLayout = false;
  for (let at = 0; at < layout.length; ) {
    const part = parts.find(([name]) => layout.startsWith(name, at) && !isInWord(layout, at, name));
    printed += part === undefined ? layout.charAt(at) : part[1](clock, moment);
    isLayout ||= part !== undefined;
    at += part === undefined ? 1 : part[0].length;
  }
  return { printed, isLayout };
}

/** `Jan` of `January`'s other forms, and `Mon` of `Month`, are parts only where no small letter follows. */
function isInWord(layout: string, at: number, name: string): boolean {
  return (name === 'Jan' || name === 'Mon') && /[a-z]/.test(layout.charAt(at + name.length));
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

/** Without the zeros at its end; nothing for a whole second. */
function printFraction(clock: Date): string {
  const digits = String(clock.getUTCMilliseconds())
    .padStart(3, '0')
    .replace(/(?<!0)0+$/, '');
  return digits === '' ? '' : `.${digits}`;
}

function printOffset(minutes: number, mark: string, withMinutes: boolean): string {
  const whole = Math.abs(minutes);
  const text = (minutes < 0 ? '-' : '+') + two(Math.floor(whole / 60));
  return withMinutes ? text + mark + two(whole % 60) : text;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
