import { floatOf, type GoFloat } from '../values/value.js';

/** A number of a template: whole, or with a point or an exponent. Null for one that Go cannot read. */
export function readNumber(written: string): number | GoFloat | null {
  const text = written.replaceAll('_', '');
  const isWhole = /^[-+]?(?:\d+|0[xXbBoO][\da-fA-F]+)$/.test(text);
  const digits = text.replace(/^[-+]/, '');
  const octal = isWhole && /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  const value = Number(octal) * (text.startsWith('-') ? -1 : 1);
  if (Number.isNaN(value)) return null;
  return isWhole ? value : floatOf(value);
}

const escapes =
  /\\(?:([abfnrtv\\"'])|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|([\s\S]))/g;

const named: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** What stands between two quotes, its escapes read as Go reads them; null where one of them is none. */
export function readQuoted(inside: string): string | null {
  let isValid = true;
  const read = inside.replace(escapes, (_, name, byte, short, long, octal) => {
    if (name !== undefined) return named[name] ?? name;
    const digits = byte ?? short ?? long;
    const point = digits !== undefined ? Number.parseInt(digits, 16) : Number.parseInt(octal ?? '-1', 8);
    if (point >= 0 && point <= 0x10ffff) return String.fromCodePoint(point);
    isValid = false;
    return '';
  });
  return isValid ? read : null;
}
