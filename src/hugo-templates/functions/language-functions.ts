import type { FunctionEntry } from '../../go-templates/functions/entries.js';
import { toFloat, toText, toWhole } from '../../go-templates/values/convert.js';
import type { GoValue } from '../../go-templates/values/value.js';
import type { Desk } from '../desk.js';

/** Numbers as the site's language writes them: Hugo's `lang.Format…`. */
export function languageFunctions({ site }: Desk): readonly FunctionEntry[] {
  const { locale } = site.settings;
  const format = (digits: GoValue | undefined, value: GoValue | undefined) =>
    writeNumber(toFloat(value).value, toWhole(digits), locale);
  const money = ([digits, currency, value]: readonly GoValue[]) => {
    const number = toFloat(value).value;
    const sign = currencySign(toText(currency), locale);
    return number < 0 ? `${sign}-${format(digits, -number)}` : sign + format(digits, number);
  };
  return [
    ['lang.FormatNumber', 2, 2, ([digits, value]) => format(digits, value)],
    ['lang.FormatPercent', 2, 2, ([digits, value]) => `${format(digits, value)}%`],
    ['lang.FormatCurrency', 3, 3, money],
    ['lang.FormatAccounting', 3, 3, money],
    [
      'lang.FormatNumberCustom',
      2,
      4,
      ([digits, value, marks, divider]) =>
        writeByMarks(
          toFloat(value).value,
          toWhole(digits),
          readMarks(toText(marks ?? '- . ,'), toText(divider ?? ' ')),
        ),
    ],
  ];
}

function writeNumber(value: number, digits: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

function currencySign(currency: string, locale: string): string {
  try {
    const parts = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    }).formatToParts(0);
    return parts.find(({ type }) => type === 'currency')?.value ?? currency;
  } catch {
    return currency;
  }
}

interface NumberMarks {
  readonly minus: string;
  readonly point: string;
  readonly group: string;
}

/** `- . ,`: the sign, the point, and what parts the thousands. */
function readMarks(marks: string, divider: string): NumberMarks {
  const [minus = '-', point = '.', group = ''] = marks.split(divider);
  return { minus, point, group };
}

function writeByMarks(value: number, digits: number, { minus, point, group }: NumberMarks): string {
  const [whole = '', fraction] = roundHalfUp(Math.abs(value), digits).split('.');
  const first = whole.length % 3 || 3;
  const grouped = whole.slice(0, first) + whole.slice(first).replace(/\d{3}/g, (three) => group + three);
  return (value < 0 ? minus : '') + grouped + (fraction === undefined ? '' : point + fraction);
}

function roundHalfUp(value: number, digits: number): string {
  const scaled = Math.round(Number(`${value}e${digits}`));
  return Number.isFinite(scaled) ? Number(`${scaled}e-${digits}`).toFixed(digits) : value.toFixed(digits);
}
