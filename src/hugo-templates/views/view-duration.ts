import { failEvaluation } from '../../go-templates/faults.js';
import { floatOf, type GoObject, type GoValue, isObject } from '../../go-templates/values/value.js';
import { methodOf, viewObject } from './member-table.js';

const durations = new WeakMap<GoObject, number>();

/** Milliseconds of the units of a duration, as Go writes them. */
const units: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
  us: 1e-3,
  µs: 1e-3,
  ns: 1e-6,
};

const names: Readonly<Record<string, string>> = {
  hour: 'h',
  minute: 'm',
  second: 's',
  millisecond: 'ms',
  microsecond: 'us',
  nanosecond: 'ns',
};

/** `duration UNIT NUMBER`: milliseconds by the name of a unit, short or long. */
export function millisecondsOf(unit: string, count: number): number {
  const size = units[names[unit.toLowerCase()] ?? unit.toLowerCase()];
  return size === undefined ? failEvaluation(`"${unit}" is not a valid duration unit`) : size * count;
}

/** `1h30m`, `-1.5h`, `300ms` as milliseconds (Go's `time.ParseDuration`). */
export function parseDuration(text: string): number {
  const [, sign, rest = ''] = /^([-+]?)(.*)$/s.exec(text) ?? [];
  const parts = [...rest.matchAll(/(\d+(?:\.\d*)?|\.\d+)(h|ms|m|s|us|µs|ns)/gy)];
  const length = parts.reduce((sum, [part]) => sum + part.length, 0);
  if (rest !== '0' && (parts.length === 0 || length !== rest.length))
    return failEvaluation(`time: invalid duration "${text}"`);
  const sum = parts.reduce((total, [, count, unit = 's']) => total + Number(count) * (units[unit] ?? 0), 0);
  return sign === '-' ? -sum : sum;
}

/** The milliseconds behind a view; a fault for another value. */
export function durationOf(value: GoValue | undefined): number {
  const known = isObject(value) ? durations.get(value) : undefined;
  return known ?? failEvaluation('a duration is expected, as `duration "hour" 1` makes it');
}

/** Go's `time.Duration`; counts as its nanoseconds. */
export function viewDuration(ms: number): GoObject {
  const by = (unit: number) => floatOf(ms / unit);
  const view = viewObject(
    'time.Duration',
    {
      Hours: () => by(3_600_000),
      Minutes: () => by(60_000),
      Seconds: () => by(1000),
      Milliseconds: () => Math.trunc(ms),
      Microseconds: () => Math.trunc(ms * 1000),
      Nanoseconds: () => Math.trunc(ms * 1e6),
      Abs: () => viewDuration(Math.abs(ms)),
      String: () => printDuration(ms),
      Round: () => methodOf(([step]) => viewDuration(roundTo(ms, durationOf(step)))),
      Truncate: () => methodOf(([step]) => viewDuration(cutTo(ms, durationOf(step)))),
    },
    {
      print: () => printDuration(ms),
      whole: Math.round(ms * 1e6),
      isTrue: ms !== 0,
      compare: (other) => {
        const against = isObject(other) ? durations.get(other) : undefined;
        return against === undefined ? null : ms - against;
      },
    },
  );
  durations.set(view, ms);
  return view;
}

/** The nearest multiple; half away from zero. A step of nothing changes nothing. */
export function roundTo(ms: number, step: number): number {
  return step <= 0 ? ms : Math.sign(ms) * Math.round(Math.abs(ms) / step) * step;
}

/** The multiple towards zero. */
export function cutTo(ms: number, step: number): number {
  return step <= 0 ? ms : Math.trunc(ms / step) * step;
}

/** `1h30m0s`, `1.5s`, `300ms` (Go's `Duration.String`). */
function printDuration(ms: number): string {
  const sign = ms < 0 ? '-' : '';
  const size = Math.abs(ms);
  if (size === 0) return '0s';
  if (size < 1e-3) return `${sign}${Math.round(size * 1e6)}ns`;
  if (size < 1) return `${sign}${shorten(size * 1e3, 3)}µs`;
  if (size < 1000) return `${sign}${shorten(size, 6)}ms`;
  const hours = Math.floor(size / 3_600_000);
  const minutes = Math.floor(size / 60_000) % 60;
  const seconds = `${shorten((size % 60_000) / 1000, 9)}s`;
  const before = hours > 0 ? `${hours}h${minutes}m` : minutes > 0 ? `${minutes}m` : '';
  return sign + before + seconds;
}

/** At most so many digits behind the point, and no zeros at the end. */
function shorten(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}
