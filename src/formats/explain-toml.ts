import type { DataFault } from './data.js';
import { nameBlank, odd } from './odd-blanks.js';

const pair = /^([ \t]*)([\w.-]+|"[^"]*")([ \t]*)([:=：＝])([ \t]*)([\s\S]*)/;
const curly = /^[“”„‘’«]/;

/**
 * Why a TOML text is not valid, in the author's terms: a blank that is none, `:` for `=`, curly quotes, text without
 * quotes or behind them, a quote that nothing closes. The parser's own words for everything else.
 */
export function explainTomlFault(text: string, fault: DataFault): DataFault {
  const lines = text.split('\n');
  const written = lines[fault.line - 1] ?? '';
  const found =
    findOddLine(written) ?? (fault.line > 1 ? findOddLine(lines[fault.line - 2] ?? '', true) : null);
  if (found === null) return fault;
  const { at, isAbove, ...rest } = found;
  return { ok: false, line: fault.line - (isAbove ? 1 : 0), column: at + 1, ...rest };
}

/** `at` counts columns from 0. */
interface Cause {
  readonly at: number;
  readonly length: number;
  readonly message: string;
  readonly advice: string;
  readonly isAbove: boolean;
}

/** Of the line above the parser's place only a quote left open can be the reason. */
function findOddLine(written: string, isAbove = false): Cause | null {
  const [, indent = '', key = '', blank = '', sign = '', space = '', value = ''] = pair.exec(written) ?? [];
  const at = indent.length + key.length + blank.length;
  if (isAbove) return findOpenQuote(value, at + 1 + space.length, key, true);
  const hidden = odd.exec(written);
  if (hidden !== null && (key === '' || hidden.index <= at + 1)) {
    const message = `there is a ${nameBlank(hidden[0])} here`;
    return {
      at: hidden.index,
      length: 1,
      message,
      advice: 'Write an ordinary space, or none, in its place.',
      isAbove,
    };
  }
  if (key === '') return null;
  if (sign !== '=') {
    const message = `\`${sign}\` stands behind \`${key}\` where TOML has \`=\``;
    return { at, length: 1, message, advice: `Write \`${key} = ${quoteToml(value)}\`.`, isAbove };
  }
  const start = at + 1 + space.length;
  return findOpenQuote(value, start, key, isAbove) ?? findOddText(value, start, key);
}

/** A string of one line that its line does not close. */
function findOpenQuote(value: string, at: number, key: string, isAbove: boolean): Cause | null {
  if (!/^(?:"(?!"")(?:[^"\\]|\\.)*|'(?!'')[^']*)$/.test(value)) return null;
  const [quote = ''] = value;
  const message = `the quote \`${quote}\` opens here and is never closed`;
  return { at, length: 1, message, advice: `Close it: \`${key} = ${value.trimEnd()}${quote}\`.`, isAbove };
}

function findOddText(value: string, at: number, key: string): Cause | null {
  const advice = `Write \`${key} = ${quoteToml(value)}\`.`;
  if (curly.test(value)) {
    const message = `\`${value.slice(0, 1)}\` is no quote of TOML's`;
    return { at, length: 1, message, advice, isAbove: false };
  }
  const time = /^\d{4}-\d\d-\d\d[T ][\d:.]+[ ]*[AaPp]\.?[Mm]\.?/.exec(value);
  if (time !== null) {
    const message = `\`${time[0]}\` is no time of TOML's, which counts 24 hours`;
    return {
      at,
      length: time[0].length,
      message,
      advice: 'Write it like `2025-10-13T20:00:00`.',
      isAbove: false,
    };
  }
  const closed = /^(?:"(?!"")(?:[^"\\]|\\.)*"|'(?!'')[^']*')[ \t]*(?=[^\s#,])/.exec(value);
  if (closed !== null) {
    const message = `text stands behind the quote that closes the value of \`${key}\``;
    const length = value.trimEnd().length - closed[0].length;
    return { at: at + closed[0].length, length, message, advice, isAbove: false };
  }
  if (!/^\p{L}/u.test(value) || /^(?:true|false|inf|nan)\b/.test(value)) return null;
  return {
    at,
    length: value.trimEnd().length,
    message: `the value of \`${key}\` is text without quotes`,
    advice,
    isAbove: false,
  };
}

/** A text as a TOML string; curly quotes around it, and straight ones, are taken off first. */
function quoteToml(value: string): string {
  const inner = value.trim().replace(/^[“”„‘’«"']|[“”‘’»"']$/g, '');
  if (!/["\\]/.test(inner)) return /^-?\d+$|^(?:true|false)$/.test(inner) ? inner : `"${inner}"`;
  return inner.includes("'") ? `"${inner.replace(/["\\]/g, '\\$&')}"` : `'${inner}'`;
}
