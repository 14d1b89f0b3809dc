import type { FunctionEntry } from '../../go-templates/functions/entries.js';
import { toText } from '../../go-templates/values/convert.js';
import type { Desk } from '../desk.js';
import { formatLayout } from '../format-layout.js';
import type { Moment } from '../moment.js';
import { readMoment, viewMoment } from '../views/view-time.js';

/** Dates. "Now" is when the build began. */
export function timeFunctions({ site: { settings } }: Desk): readonly FunctionEntry[] {
  const now = () => viewMoment({ ms: settings.now, offset: 0 });
  const format = (layout: string, moment: Moment) => formatLocal(layout, moment, settings.locale);
  return [
    ['time.Now now', 0, 0, now],
    ['time.AsTime time', 1, 2, ([value]) => viewMoment(readMoment(value))],
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
    const options = kind === 'date' ? { dateStyle: wanted } : { timeStyle: wanted };
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(clock);
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
