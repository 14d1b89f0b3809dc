import { failEvaluation } from '../../go-templates/faults.js';
import { toText, toWhole } from '../../go-templates/values/convert.js';
import type { GoMethod, GoObject, GoValue } from '../../go-templates/values/value.js';
import { isObject } from '../../go-templates/values/value.js';
import type { DateValue } from '../../model/chapter.js';
import { parseDate } from '../../time/dates.js';
import { openZone } from '../../time/zone.js';
import { formatLayout } from '../format-layout.js';
import type { Moment } from '../moment.js';

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

/** A text or a moment as a moment. */
export function readMoment(value: GoValue | undefined): Moment {
  const known = momentOf(value);
  if (known !== undefined) return known;
  if (typeof value === 'number') return { ms: value * 1000, offset: 0 };
  const text = toText(value);
  const zone = openZone('UTC');
  const date = zone === null ? null : parseDate(text, zone);
  if (date === null) return failEvaluation(`unable to parse date: ${text}`);
  return momentOf(viewDate(date)) ?? { ms: date.ms, offset: 0 };
}

/** Go's `time.Time`. */
export function viewMoment(moment: Moment): GoObject {
  const clock = new Date(moment.ms + moment.offset * 60_000);
  const print = (layout: string) => formatLayout(layout, moment);
  const call = (run: (args: readonly GoValue[]) => GoValue): GoMethod => ({ kind: 'method', call: run });
  const fields: Readonly<Record<string, () => GoValue | GoMethod>> = {
    Format: () => call(([layout]) => print(toText(layout))),
    Year: () => clock.getUTCFullYear(),
    Month: () => viewNamed(clock.getUTCMonth() + 1, print('January')),
    Day: () => clock.getUTCDate(),
    Hour: () => clock.getUTCHours(),
    Minute: () => clock.getUTCMinutes(),
    Second: () => clock.getUTCSeconds(),
    Weekday: () => viewNamed(clock.getUTCDay(), print('Monday')),
    YearDay: () => Number(print('002')),
    Unix: () => Math.floor(moment.ms / 1000),
    UnixMilli: () => moment.ms,
    IsZero: () => moment.ms === zeroTime,
    UTC: () => viewMoment({ ms: moment.ms, offset: 0 }),
    Local: () => viewMoment({ ms: moment.ms, offset: 0 }),
    String: () => print('2006-01-02 15:04:05 -0700 MST'),
    Before: () => call(([other]) => moment.ms < readMoment(other).ms),
    After: () => call(([other]) => moment.ms > readMoment(other).ms),
    Equal: () => call(([other]) => moment.ms === readMoment(other).ms),
    AddDate: () =>
      call(([years, months, days]) => {
        const moved = new Date(clock);
        moved.setUTCFullYear(
          clock.getUTCFullYear() + toWhole(years),
          clock.getUTCMonth() + toWhole(months),
          clock.getUTCDate() + toWhole(days),
        );
        return viewMoment({ ms: moved.getTime() - moment.offset * 60_000, offset: moment.offset });
      }),
  };
  const view: GoObject = {
    kind: 'object',
    type: 'time.Time',
    member: (name) => (Object.hasOwn(fields, name) ? fields[name]?.() : undefined),
    print: () => print('2006-01-02 15:04:05 -0700 MST'),
    isTrue: moment.ms !== zeroTime,
    compare: (other) => {
      const against = momentOf(other);
      return against === undefined ? null : moment.ms - against.ms;
    },
  };
  moments.set(view, moment);
  return view;
}

/** A month or a day of the week: prints its name, compares as its number. */
function viewNamed(number: number, name: string): GoObject {
  const fields: Readonly<Record<string, GoValue>> = { String: name };
  return {
    kind: 'object',
    type: 'time.Month',
    member: (key) => fields[key],
    print: () => name,
    whole: number,
    compare: (other) => (typeof other === 'number' ? number - other : null),
  };
}
