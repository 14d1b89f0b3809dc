import { formatFloat } from './format-number.js';
import { printValue } from './print.js';
import { quoteRune, quoteText } from './quote.js';
import { type GoValue, isFloat, isGoText, isObject, textOf } from './value.js';

/** A directive: `%-8.2f`. */
export interface Directive {
  readonly flags: string;
  readonly width: number | null;
  readonly precision: number | null;
  readonly verb: string;
}

/** Null where the verb does not suit the value. */
export function printScalar(asked: Directive, value: GoValue): string | null {
  if (typeof value === 'boolean') return asked.verb === 't' ? pad(String(value), asked) : null;
  if (isGoText(value)) return printText(asked, textOf(value));
  if (typeof value === 'number') return printWhole(asked, value);
  if (isFloat(value)) return printBroken(asked, value.value);
  if (isObject(value) && value.whole !== undefined && asked.verb !== 's')
    return printWhole(asked, value.whole);
  return asked.verb === 's' ? pad(printValue(value), asked) : null;
}

function printText(asked: Directive, text: string): string | null {
  const { verb, precision, flags } = asked;
  const cut = precision === null ? text : [...text].slice(0, precision).join('');
  if (verb === 's') return pad(cut, asked);
  if (verb === 'q')
    return pad(flags.includes('#') && !cut.includes('`') ? `\`${cut}\`` : quoteText(cut), asked);
  if (verb !== 'x' && verb !== 'X') return null;
  const bytes = [...new TextEncoder().encode(text)].slice(0, precision ?? undefined);
  const joined = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(flags.includes(' ') ? ' ' : '');
  return pad(verb === 'X' ? joined.toUpperCase() : joined, asked);
}

const bases: Readonly<Record<string, readonly [base: number, lead: string]>> = {
  d: [10, ''],
  b: [2, '0b'],
  o: [8, '0'],
  O: [8, '0o'],
  x: [16, '0x'],
  X: [16, '0X'],
};

function printWhole(asked: Directive, value: number): string | null {
  const { verb, flags, precision } = asked;
  if (verb === 'c') return pad(String.fromCodePoint(value), asked);
  if (verb === 'q') return pad(quoteRune(value), asked);
  if (verb === 'U') return pad(`U+${value.toString(16).toUpperCase().padStart(4, '0')}`, asked);
  const [base, lead] = bases[verb] ?? [0, ''];
  if (base === 0) return null;
  const digits = Math.abs(value)
    .toString(base)
    .padStart(precision ?? 0, '0');
  const mark = flags.includes('#') || verb === 'O' ? lead : '';
  return signed(value < 0, mark + (verb === 'X' ? digits.toUpperCase() : digits), asked, precision === null);
}

function printBroken(asked: Directive, value: number): string | null {
  const { verb, precision } = asked;
  if (!/[efgEFG]/.test(verb)) return null;
  const digits = precision ?? (/[gG]/.test(verb) ? -1 : 6);
  const made = formatFloat(Math.abs(value), verb.replace('F', 'f'), digits);
  return signed(value < 0 || Object.is(value, -0), made, asked, true);
}

/** A number with its sign; zeros that fill it up go between the two. */
function signed(isBelow: boolean, digits: string, asked: Directive, fills: boolean): string {
  const { flags, width } = asked;
  const sign = isBelow ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const zeros = fills && flags.includes('0') && !flags.includes('-');
  return zeros
    ? sign + digits.padStart((width ?? 0) - sign.length, '0')
    : pad(sign + digits, { ...asked, flags: flags.replaceAll('0', '') });
}

/** Fills up to the width, at the left unless the flags say otherwise. */
export function pad(text: string, { width, flags }: Directive): string {
  const lack = (width ?? 0) - [...text].length;
  if (lack <= 0) return text;
  if (flags.includes('-')) return text + ' '.repeat(lack);
  return (flags.includes('0') ? '0' : ' ').repeat(lack) + text;
}
