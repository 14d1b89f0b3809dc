import { type Joint, markUp, type TextSpan } from './joint.js';

type Second = Pick<Joint, 'second' | 'beyond' | 'isCounted'>;

const word = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}'’\\u00ad‐-]*[\\p{L}\\p{M}\\p{N}])?";
const wordStart = new RegExp(`^${markUp}*(${word})`, 'u');
/** A word in small letters behind a number, in its line or the next. */
const behindNumber = /^(?:[ \t]+|[ \t]*\n)(\p{Ll}[\p{L}\p{M}'’-]*)/u;
/** A line that may be the head of a page, and the word that begins the next one. */
const headLine = /^([^\n]{1,70})\n(\p{Ll}[\p{L}\p{M}'’-]*)/u;
/** As far as a word reaches behind a hyphen, and a line with it. */
const reach = 160;

/** The word behind a gap, and the one beyond it where that may be no part of the text: a number, or the head of a page. */
export function readSecond(text: string, gap: TextSpan, isLineEnd: boolean): Second {
  const behind = text.slice(gap.end, gap.end + reach);
  const second = wordStart.exec(behind)?.[1] ?? '';
  if (!isLineEnd) return { second, beyond: '', isCounted: false };
  if (/^\d{1,4}$/.test(second)) {
    const beyond = behindNumber.exec(behind.slice(second.length))?.[1] ?? '';
    return { second, beyond, isCounted: beyond !== '' && isCounted(Number(second), text, gap) };
  }
  const [, line = '', beyond = ''] = headLine.exec(behind) ?? [];
  const isHead = /\d$/.test(line) || /^\d/.test(line) || (/\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line));
  return { second, beyond: isHead ? beyond : '', isCounted: false };
}

/** Whether the line above or below begins with the number before or behind this one. */
function isCounted(number: number, text: string, { start, end }: TextSpan): boolean {
  const above = /(?:^|\n)(\d{1,4})[ \t][^\n]*$/.exec(text.slice(Math.max(0, start - 2 * reach), start))?.[1];
  const below = /\n(\d{1,4})[ \t]/.exec(text.slice(end, end + 2 * reach))?.[1];
  return Number(above) === number - 1 || Number(below) === number + 1;
}
