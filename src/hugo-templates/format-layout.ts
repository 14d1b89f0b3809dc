import type { Moment } from './moment.js';

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

type Print = (clock: Date, moment: Moment) => string;

/** The parts of Go's reference time, the longer before what they begin with (Go's `time`, constants). */
const parts: readonly (readonly [layout: string, print: Print])[] = [
  ['2006', (clock) => String(clock.getUTCFullYear()).padStart(4, '0')],
  ['January', (clock) => nameOf(months, clock.getUTCMonth())],
  ['Jan', (clock) => nameOf(months, clock.getUTCMonth()).slice(0, 3)],
  ['Monday', (clock) => nameOf(weekdays, clock.getUTCDay())],
  ['Mon', (clock) => nameOf(weekdays, clock.getUTCDay()).slice(0, 3)],
  ['MST', (_, { offset, zone }) => zone || (offset === 0 ? 'UTC' : printOffset(offset, '', true))],
  ['Z07:00', (_, { offset }) => (offset === 0 ? 'Z' : printOffset(offset, ':', true))],
  ['Z0700', (_, { offset }) => (offset === 0 ? 'Z' : printOffset(offset, '', true))],
  ['-07:00', (_, { offset }) => printOffset(offset, ':', true)],
  ['-0700', (_, { offset }) => printOffset(offset, '', true)],
  ['-07', (_, { offset }) => printOffset(offset, '', false)],
  ['002', (clock) => String(dayOfYear(clock)).padStart(3, '0')],
  ['__2', (clock) => String(dayOfYear(clock)).padStart(3, ' ')],
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

/** A moment by a layout of Go; what is no part of the reference time stays as it is. */
export function formatLayout(layout: string, moment: Moment): string {
  const clock = new Date(moment.ms + moment.offset * 60_000);
  let printed = '';
  for (let at = 0; at < layout.length; ) {
    const part = parts.find(([name]) => layout.startsWith(name, at) && !isInWord(layout, at, name));
    printed += part === undefined ? layout.charAt(at) : part[1](clock, moment);
    at += part === undefined ? 1 : part[0].length;
  }
  return printed;
}

/** `Jan` of `January`'s other forms, and `Mon` of `Month`, are parts only where no small letter follows. */
function isInWord(layout: string, at: number, name: string): boolean {
  return (name === 'Jan' || name === 'Mon') && /[a-z]/.test(layout.charAt(at + name.length));
}

function nameOf(names: readonly string[], index: number): string {
  return names[index] ?? '';
}

function dayOfYear(clock: Date): number {
  return (
    Math.round(
      (Date.UTC(clock.getUTCFullYear(), clock.getUTCMonth(), clock.getUTCDate()) -
        Date.UTC(clock.getUTCFullYear(), 0, 1)) /
        86_400_000,
    ) + 1
  );
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
