import { failEvaluation } from '../../go-templates/faults.js';
import { toText, toWhole } from '../../go-templates/values/convert.js';
import type { GoObject, GoValue } from '../../go-templates/values/value.js';
import { isObject } from '../../go-templates/values/value.js';
import type { DateValue } from '../../model/chapter.js';
import { parseDate } from '../../time/dates.js';
import { formatLayout, type Moment } from '../../time/go-time.js';
import { openZone } from '../../time/zone.js';
import { methodOf, viewObject } from './member-table.js';
import { cutTo, durationOf, roundTo, viewDuration } from './view-duration.js';

const moments = new WeakMap<GoObject, Moment>();

/** A date of the front matter as Go's `time.Time`; none is Go's zero time, which counts as false. */
export function viewDate(date: DateValue | null): GoObject {
  if (date === null) return viewMoment({ ms: zeroTime, offset: 0 });
  const offset = /([+-])(\d\d):?(\d\d)$/.exec(date.iso.slice(10));
  const minutes =
    offset === null ? 0 : (Number(offset[2]) * 60 + Number(offset[3])) * (offset[1] === '-' ? -1 : 1);
  return viewMoment({ ms: date.ms, offset: minutes });
}

const zeroTime = Date.parse('0001-01-01T00:00:00Z');

/** The moment behind a view; undefined for another value. */
function momentOf(value: GoValue | undefined): Moment | undefined {
  return isObject(value) ? moments.get(value) : undefined;
}

/** A text or a moment as a moment; a text without a zone stands in `zone`, an IANA name. */
export function readMoment(value: GoValue | undefined, zone = 'UTC'): Moment {
  const known = momentOf(value);
  if (known !== undefined) return known;
  if (typeof value === 'number') return { ms: value * 1000, offset: 0 };
  const text = toText(value);
  const clock = openZone(zone);
  if (clock === null) return failEvaluation(`unknown time zone ${zone}`);
  const date = parseDate(text, clock);
  if (date === null) return failEvaluation(`unable to parse date: ${text}`);
  if (/(?:[+-]\d\d:?\d\d|Z)$/.test(text)) return momentOf(viewDate(date)) ?? { ms: date.ms, offset: 0 };
  return { ms: date.ms, offset: clock.offsetAt(date.ms), zone: nameZone(zone, date.ms) };
}

/** A moment as the clocks of an IANA zone show it. */
export function moveToZone(moment: Moment, zone: string): Moment {
  const clock = openZone(zone);
  if (clock === null) return failEvaluation(`unknown time zone ${zone}`);
  return { ms: moment.ms, offset: clock.offsetAt(moment.ms), zone: nameZone(zone, moment.ms) };
}

/** `CEST`, `EST`, `JST`. */
function nameZone(timeZone: string, ms: number): string {
  for (const locale of ['en-US', 'en-GB', 'en-AU', 'en-IN']) {
    const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(ms);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    if (/^[A-Z]{3,5}$/.test(name)) return name;
  }
  return '';
}

/** Go's `time.Time`. */
export function viewMoment(moment: Moment): GoObject {
  const { ms, offset } = moment;
  const clock = new Date(ms + offset * 60_000);
  const print = (layout: string) => formatLayout(layout, moment);
  const against = (compare: (order: number) => GoValue) =>
    methodOf(([other]) => compare(ms - readMoment(other).ms));
  const at = (time: number) => viewMoment({ ...moment, ms: time });
  const view = viewObject(
    'time.Time',
    {
      Format: () => methodOf(([layout]) => print(toText(layout))),
      Year: () => clock.getUTCFullYear(),
      Month: () => viewNamed(clock.getUTCMonth() + 1, print('January')),
      Day: () => clock.getUTCDate(),
      Hour: () => clock.getUTCHours(),
      Minute: () => clock.getUTCMinutes(),
      Second: () => clock.getUTCSeconds(),
      Nanosecond: () => clock.getUTCMilliseconds() * 1e6,
      Weekday: () => viewNamed(clock.getUTCDay(), print('Monday')),
      YearDay: () => Number(print('002')),
      Unix: () => Math.floor(ms / 1000),
      UnixMilli: () => ms,
      UnixMicro: () => ms * 1e3,
      UnixNano: () => ms * 1e6,
      IsZero: () => ms === zeroTime,
      UTC: () => viewMoment({ ms, offset: 0 }),
      Local: () => viewMoment({ ms, offset: 0 }),
      String: () => print(printedLayout),
      Before: () => against((order) => order < 0),
      After: () => against((order) => order > 0),
      Equal: () => against((order) => order === 0),
      Compare: () => against(Math.sign),
      Sub: () => against(viewDuration),
      Add: () => methodOf(([step]) => at(ms + durationOf(step))),
      Round: () => methodOf(([step]) => at(roundTo(ms, durationOf(step)))),
      Truncate: () => methodOf(([step]) => at(cutTo(ms, durationOf(step)))),
      AddDate: () => methodOf((steps) => at(moveDate(clock, steps) - offset * 60_000)),
    },
    {
      print: () => print(printedLayout),
      isTrue: ms !== zeroTime,
      compare: (other) => {
        const known = momentOf(other);
        return known === undefined ? null : ms - known.ms;
      },
    },
  );
  moments.set(view, moment);
  return view;
}

const printedLayout = '2006-01-02 15:04:05 -0700 MST';

/** The wall time so many years, months and days later, in milliseconds. */
function moveDate(clock: Date, [years, months, days]: readonly GoValue[]): number {
  return new Date(clock).setUTCFullYear(
    clock.getUTCFullYear() + toWhole(years),
    clock.getUTCMonth() + toWhole(months),
    clock.getUTCDate() + toWhole(days),
  );
}

/** A month or a day of the week: prints its name, counts as its number. */
function viewNamed(number: number, name: string): GoObject {
  return viewObject(
    'time.Month',
    { String: () => name },
    {
      print: () => name,
      whole: number,
      compare: (other) => (typeof other === 'number' ? number - other : null),
    },
  );
}
