import { findParam } from '../formats/find-param.js';
import type { DateValue } from '../model/chapter.js';
import type { Config } from '../model/config.js';
import { escapeFor } from '../text/escape.js';
import { findLocale } from '../text/find-locale.js';
import { formatLocalLayout } from '../time/format-local-layout.js';
import { addBasePath, makeAbsolute } from '../url/site-address.js';
import type { Filter } from './engine.js';

/** What filters need of the configuration. */
export type FilterSettings = Pick<Config, 'language' | 'baseUrl' | 'basePath' | 'params'>;

type DateStyle = 'full' | 'long' | 'medium' | 'short';

/**
 * The filters of the templates, beside JavaScript's methods and `safe` (prints HTML as it is):
 *
 * - `date`, `date("long" | "full" | "medium" | "short" | "iso" | "year")`: the day of a date in the book's language.
 *   It is the day as written, whatever the zone of this machine or of the date. Without a form `params.BookDateFormat`
 *   counts, a layout of Go's.
 * - `url`: a site-relative address with the base path in front.
 * - `absolute`: the same with the book's `baseURL`, when there is one.
 * - `href`: the address, or `#` when its scheme is not http, https, mailto or tel. URL attributes get it by themselves.
 * - `json`: a value for `<script type="application/ld+json">`.
 */
export function createFilters(
  config: FilterSettings,
  markSafe: (html: string) => unknown,
): Readonly<Record<string, Filter>> {
  const formatDay = createDayFormat(config.language, findParam(config.params, 'BookDateFormat'));
  return {
    date: (value, style = '') => {
      const day = readDay(value);
      return day === null ? '' : formatDay(day, String(style));
    },
    url: (value) => addBasePath(config, String(value ?? '')),
    absolute: (value) => makeAbsolute(config, String(value ?? '')),
    href: (value) => escapeFor('url', String(value ?? '')),
    json: (value) => markSafe(escapeFor('json', JSON.stringify(value) ?? 'null')),
  };
}

/** The first ten characters of the ISO form, or null for what is no date. */
function readDay(value: unknown): string | null {
  const iso = typeof value === 'string' ? value : ((value as DateValue | null | undefined)?.iso ?? '');
  return /^\d{4}-\d\d-\d\d/.test(iso) ? iso.slice(0, 10) : null;
}

function createDayFormat(language: string, layout: unknown): (day: string, style: string) => string {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (day, style) => {
    if (style === 'iso') return day;
    if (style === 'year') return day.slice(0, 4);
    const ms = Date.parse(`${day}T00:00:00Z`);
    if (style === '' && typeof layout === 'string' && layout !== '')
      return formatLocalLayout(layout, { ms, offset: 0 }, findLocale(language));
    const format = formats.get(style) ?? createFormat(language, style);
    formats.set(style, format);
    return format.format(ms);
  };
}

const STYLES: readonly string[] = ['full', 'long', 'medium', 'short'] satisfies readonly DateStyle[];

function createFormat(language: string, style: string): Intl.DateTimeFormat {
  const dateStyle = STYLES.includes(style) ? (style as DateStyle) : 'long';
  return new Intl.DateTimeFormat(findLocale(language), { dateStyle, timeZone: 'UTC', calendar: 'gregory' });
}
