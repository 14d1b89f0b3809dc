import type { PaperSize } from '../model/paper.js';
import type { PlainValue } from './plain.js';

/** The sizes that have names. */
export const PAPER_SIZES: Readonly<Record<string, PaperSize>> = {
  a5: { width: 148, height: 210 },
  '6x9': { width: 152.4, height: 228.6 },
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
};

/** Millimetres in each unit. */
const UNITS: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72 };

/** A length with its unit, such as `18mm`, in millimetres; null for anything else. */
export function readLength(value: PlainValue): number | null {
  const [, number = '', unit = ''] =
    typeof value === 'string' ? (/^\s*(\d{1,4}(?:\.\d{1,4})?)\s*(mm|cm|in|pt)\s*$/i.exec(value) ?? []) : [];
  const length = Number(number) * (UNITS[unit.toLowerCase()] ?? 0);
  return number === '' ? null : Math.round(length * 1000) / 1000;
}

/** No printer takes less, and no reader's program more. */
const [LEAST, MOST] = [50, 2000];

/** A size by its name, or `135mmx210mm`; null for anything else. */
export function readPaperSize(value: PlainValue): PaperSize | null {
  if (typeof value !== 'string') return null;
  const name = value.trim().toLowerCase();
  if (Object.hasOwn(PAPER_SIZES, name)) return PAPER_SIZES[name] ?? null;
  const [width, height, ...more] = name.split(/x|×/).map(readLength);
  const isSize = (length: number | null | undefined): length is number =>
    typeof length === 'number' && length >= LEAST && length <= MOST;
  return isSize(width) && isSize(height) && more.length === 0 ? { width, height } : null;
}
