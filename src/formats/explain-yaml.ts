import type { DataFault } from './data.js';
import { nameBlank, odd } from './odd-blanks.js';
import { quoteYaml } from './quote-yaml.js';
import { closesQuote, findQuoteEnd, listYamlEntries, type YamlEntry } from './yaml-entries.js';

/**
 * Why a YAML text is not valid, in the author's terms: the parser notices most faults behind the place where they were
 * made. Looks at the lines up to the parser's own, and gives the first of these:
 *
 * 1. a blank that is none to YAML, a full-width colon, a colon without its blank;
 * 2. a quote that nothing closes, or with text behind the one that does;
 * 3. a value that begins with a sign of YAML's, or that holds `: `;
 * 4. a list or braces that nothing closes.
 *
 * The parser's own words where it finds none.
 */
export function explainYamlFault(text: string, fault: DataFault): DataFault {
  const lines = text.split('\n');
  const entries = new Map(listYamlEntries(text).map((entry) => [entry.line, entry]));
  for (let line = 1; line <= Math.min(fault.line, lines.length); line += 1) {
    const written = lines[line - 1] ?? '';
    const entry = entries.get(line);
    const cause = entry === undefined ? null : (findOddLine(written) ?? findOddValue(entry, lines));
    if (cause === null) continue;
    const { at, ...rest } = cause;
    return { ok: false, line, column: at + 1, ...rest };
  }
  return fault;
}

/** `at` counts columns from 0. */
interface Cause {
  readonly at: number;
  readonly length: number;
  readonly message: string;
  readonly advice: string;
}

const fullWidthColon = /^[ ]*(?:- )*([\p{L}\p{N}_-]+)[ ]*：[ ]*([\s\S]*)/u;
const tightColon = /^[ ]*(?:- )*([A-Za-z_][\w-]*):(?!\/\/)([^\s:].*)$/;

function findOddLine(written: string): Cause | null {
  const tab = /^ *\t/.exec(written);
  if (tab !== null && written.trim() !== '') {
    const message = 'a tab stands where YAML wants spaces';
    return { at: tab[0].length - 1, length: 1, message, advice: 'Indent with spaces.' };
  }
  const blank = odd.exec(written);
  if (blank !== null && standsForBlank(written, blank.index)) {
    const advice = 'Write an ordinary space, or none, in its place.';
    return { at: blank.index, length: 1, message: `there is a ${nameBlank(blank[0])} here`, advice };
  }
  const wide = fullWidthColon.exec(written);
  if (wide !== null && !written.includes(': ')) {
    const [, key = '', value = ''] = wide;
    const message = `\`：\` behind \`${key}\` is a full-width colon (U+FF1A)`;
    return { at: written.indexOf('：'), length: 1, message, advice: `Write \`${key}: ${value}\`.` };
  }
  const tight = tightColon.exec(written);
  if (tight === null || /:\s/.test(written)) return null;
  const [, key = '', value = ''] = tight;
  const message = `a space is missing behind the colon of \`${key}\``;
  return { at: written.indexOf(':'), length: 1, message, advice: `Write \`${key}: ${value}\`.` };
}

/** Before the key, behind it, or behind its colon; in the middle of a value such a blank is text. */
function standsForBlank(written: string, at: number): boolean {
  const before = written.slice(0, at);
  return (
    before.trim() === '' ||
    /^\s*(?:- )*[\p{L}\p{N}_-]+\s*(?:[:：]\s*)?$/u.test(before) ||
    /^\s*-\s*$/.test(before)
  );
}

function findOddValue(entry: YamlEntry, lines: readonly string[]): Cause | null {
  const { value, column, key, isContinued } = entry;
  if (/^[!&]\S*[ \t]+[[{|>"']/.test(value)) return null;
  const at = column - 1;
  if (value === '') return null;
  if (isContinued) return findCutAbove(entry, lines);
  const quoted = () => `Put it into quotes: ${nameEntry(entry, quoteYaml(value))}.`;
  if (value[0] === '"' || value[0] === "'") return findOddQuote(entry, lines);
  if (/^[[{]/.test(value)) return findOddFlow(entry, lines);
  const alias = /^\*([^\s,[\]{}]+)/.exec(value);
  if (alias !== null && !(alias[0] === value && lines.some((written) => written.includes(`&${alias[1]}`)))) {
    const message = `\`${alias[0]}\` stands for a value that is named nowhere`;
    return { at, length: alias[0].length, message, advice: quoted() };
  }
  const sign = /^(?:[@`%]|[>|](?![-+\d]*[ \t]*(?:#|$))|[-?][ \t])/.exec(value);
  if (sign !== null) {
    const message = `a value cannot begin with \`${sign[0].trim()}\``;
    return { at, length: 1, message, advice: quoted() };
  }
  const colon = /:(?=\s|$)/.exec(value.replace(/(?:^|\s)#[\s\S]*$/, ''));
  if (colon === null) return null;
  const message = `the value${key === '' ? '' : ` of \`${key}\``} holds a colon with a space behind it, which begins another one`;
  return { at: at + colon.index, length: 1, message, advice: quoted() };
}

/** A value of several lines ends where one of them holds a comment. */
function findCutAbove({ key, line }: YamlEntry, lines: readonly string[]): Cause | null {
  if (!/[ \t]#/.test(lines[line - 2] ?? '') || !lines[line - 1]?.startsWith(' ')) return null;
  const at = lines[line - 1]?.search(/\S/) ?? 0;
  const message = `the value of \`${key}\` ends in the line above, where \`#\` begins a comment`;
  return { at, length: 1, message, advice: 'Put the whole value into quotes.' };
}

function findOddQuote(entry: YamlEntry, lines: readonly string[]): Cause | null {
  const { value, key } = entry;
  const at = entry.column - 1;
  const end = findQuoteEnd(value);
  const [quote = ''] = value;
  const inner = value.slice(1);
  if (end === -1) {
    if (closesQuote(lines, entry)) return null;
    const message = `the quote \`${quote}\` opens here and is never closed`;
    const advice =
      quote === "'" && /^\p{L}/u.test(inner)
        ? `Close it, or where it is an apostrophe, write ${nameEntry(entry, quoteYaml(value))}.`
        : `Close it: ${nameEntry(entry, `${value}${quote}`)}.`;
    return { at, length: 1, message, advice };
  }
  const rest = value.slice(end).trimStart();
  if (rest !== '' && !/^[#:]/.test(rest)) {
    const message = `text stands behind the quote that closes the value${key === '' ? '' : ` of \`${key}\``}`;
    const start = value.length - rest.length;
    return {
      at: at + start,
      length: rest.length,
      message,
      advice: `Put all of it into quotes: ${nameEntry(entry, quoteYaml(dropOwnQuotes(value)))}.`,
    };
  }
  const foreign =
    quote === '"'
      ? /\\(?![0abtnvfre "/\\N_LPxuU\n])|\\x(?![\da-fA-F]{2})|\\u(?![\da-fA-F]{4})|\\U(?![\da-fA-F]{8})/.exec(
          value,
        )
      : null;
  if (foreign === null) return null;
  const advice = `Write two backslashes, or single quotes: ${nameEntry(entry, `'${value.slice(1, end - 1).replaceAll("'", "''")}'`)}.`;
  return {
    at: at + foreign.index,
    length: 2,
    message: 'a backslash between double quotes begins a sign of its own',
    advice,
  };
}

/** `'It's'`: the quotes around the value are meant as such, and the one within is an apostrophe. */
function dropOwnQuotes(value: string): string {
  return /^'[^']*\p{L}'\p{L}[^']*'$/u.test(value) ? value.slice(1, -1) : value;
}

/** Text behind the bracket that closes a list, or none that does: a comment sign is the likely reason. */
function findOddFlow(entry: YamlEntry, lines: readonly string[]): Cause | null {
  const { value, column, line } = entry;
  const at = column - 1;
  const [open = ''] = value;
  const close = open === '[' ? ']' : '}';
  if (/^[^"'#]*[\]}](?:[ \t]+[^\s#,\]}]|[^\s,\]}#])/.test(value)) {
    const message = `a value that begins with \`${open}\` is ${open === '[' ? 'a list' : 'a group of keys'}`;
    return { at, length: 1, message, advice: `Put it into quotes: ${nameEntry(entry, quoteYaml(value))}.` };
  }
  const kept = maskQuotes(value);
  const quote = kept.search(/["']/);
  if (quote !== -1) {
    const message = `the quote \`${kept[quote]}\` opens here and is never closed`;
    return { at: at + quote, length: 1, message, advice: 'Close it before the next comma.' };
  }
  const comment = kept.search(/[ \t,[{]#/);
  const isClosed = kept.slice(0, comment === -1 ? undefined : comment).includes(close);
  if (isClosed || closesBelow(lines, line, close)) return null;
  if (comment === -1) {
    const message = `\`${open}\` opens here and is never closed`;
    return { at, length: 1, message, advice: `Close it with \`${close}\`.` };
  }
  const message = `\`#\` begins a comment, and the \`${close}\` behind it is lost`;
  return { at: at + comment + 1, length: 1, message, advice: 'Put the entry with `#` into quotes.' };
}

/** What stands in quotes as blanks of the same length. */
function maskQuotes(value: string): string {
  return value.replace(/(?<!\\)"(?:[^"\\]|\\.)*"|'[^']*'/g, (quoted) => ' '.repeat(quoted.length));
}

/** Whether the bracket stands in a line below, before the next key. */
function closesBelow(lines: readonly string[], line: number, close: string): boolean {
  const below = lines.slice(line);
  const next = below.findIndex((written) => /^[\w-]+[ \t]*:(?:\s|$)/.test(written));
  return below.slice(0, next === -1 ? undefined : next).some((written) => written.includes(close));
}

function nameEntry({ key, isItem }: YamlEntry, value: string): string {
  return isItem ? `\`- ${value}\`` : `\`${key}: ${value}\``;
}
