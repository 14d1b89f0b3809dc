import { formatLayout, type Moment } from './go-time.js';

const styles = { full: 'full', long: 'long', medium: 'medium', short: 'short' } as const;

/**
 * A moment by a layout of Go, with the names of months and days in a language; `:date_long` and its kin as that language writes them
 * (Hugo's `time.Format`).
 */
export function formatLocalLayout(layout: string, moment: Moment, locale: string): string {
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
