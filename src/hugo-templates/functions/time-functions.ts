import type { FunctionEntry } from '../../go-templates/functions/entries.js';
import { toFloat, toText } from '../../go-templates/values/convert.js';
import type { Desk } from '../desk.js';
import { formatLayout } from '../format-layout.js';
import type { Moment } from '../moment.js';
import { millisecondsOf, parseDuration, viewDuration } from '../views/view-duration.js';
import { moveToZone, readMoment, viewMoment } from '../views/view-time.js';

/** Dates. "Now" is when the build began. */
export function timeFunctions({ site: { settings } }: Desk): readonly FunctionEntry[] {
  const now = () => viewMoment({ ms: settings.now, offset: 0 });
  const format = (layout: string, moment: Moment) => formatLocal(layout, moment, settings.locale);
  return [
    ['time.Now now', 0, 0, now],
    [
      'time.AsTime time',
      1,
      2,
      ([value, zone]) => viewMoment(readMoment(value, zone === undefined ? 'UTC' : toText(zone))),
    ],
    ['time.In', 2, 2, ([zone, value]) => viewMoment(moveToZone(readMoment(value), toText(zone)))],
    [
      'time.Duration duration',
      2,
      2,
      ([unit, count]) => viewDuration(millisecondsOf(toText(unit), toFloat(count).value)),
    ],
    ['time.ParseDuration', 1, 1, ([text]) => viewDuration(parseDuration(toText(text)))],
    [
      'time.Format dateFormat',
      2,
      2,
      ([layout, value]) => (toText(value) === '' ? '' : format(toText(layout), readMoment(value))),
    ],
  ];
}

const styles = { full: 'full', long: 'long', medium: 'medium', short: 'short' } as const;

/** Names of months and days in the site's language; `:date_long` and its kin as that language writes them. */
function formatLocal(layout: string, moment: Moment, locale: string): string {
  const [, kind, style] = /^:(date|time)_(full|long|medium|short)$/.exec(layout) ?? [];
  const clock = new Date(moment.ms + moment.offset * 60_000);
  if (kind !== undefined && style !== undefined) {
    // The pattern holds the names of `styles` alone.
    const wanted = styles[style as keyof typeof styles];
    const isEnglish = /^en\b/i.test(locale);
    const options =
      kind === 'date'
        ? { dateStyle: wanted }
        : { timeStyle: wanted === 'full' && isEnglish ? 'long' : wanted };
    const printed = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(clock);
    // Hugo's tables have small letters here.
    return isEnglish ? printed.replace(/[AP]M\b/, (half) => half.toLowerCase()) : printed;
  }
  if (/^en\b/i.test(locale)) return formatLayout(layout, moment);
  const name = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(clock);
  const parts = layout.split(/(January|Jan(?![a-z])|Monday|Mon(?![a-z]))/);
  return parts
    .map((part) => {
      if (part === 'January') return name({ month: 'long' });
      if (part === 'Jan') return name({ month: 'short' });
      if (part === 'Monday') return name({ weekday: 'long' });
      return part === 'Mon' ? name({ weekday: 'short' }) : formatLayout(part, moment);
    })
    .join('');
}
