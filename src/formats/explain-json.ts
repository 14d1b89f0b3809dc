import type { DataFault } from './data.js';
import { nameBlank, odd } from './odd-blanks.js';

/** What stands where the parser expected something else; the first that fits. */
const causes: readonly (readonly [found: RegExp, message: string, advice: string])[] = [
  [
    /^"/,
    'the quote `"` opens here and is never closed',
    'Close it on its line, and write `\\"` for a quote within.',
  ],
  [/^[“”„‘’«]/, "this is no quote of JSON's", 'Write `"`.'],
  [/^'/, "single quotes are no quotes of JSON's", 'Write `"`.'],
  [/^[#/]/, 'JSON has no comments', 'Take it out.'],
  [/^[\]}]/, 'a comma stands before the end', 'Take the comma out.'],
  [/^[：]/, '`：` is a full-width colon (U+FF1A)', 'Write `:`.'],
  [/^[，]/, '`，` is a full-width comma (U+FF0C)', 'Write `,`.'],
];

/**
 * Why a JSON text is not valid, in the author's terms. The parser's place is right but for a missing comma, which is
 * missing at the end of the line before.
 */
export function explainJsonFault(text: string, fault: DataFault): DataFault {
  const lines = text.split('\n');
  const rest = (lines[fault.line - 1] ?? '').slice(fault.column - 1);
  if (fault.message.startsWith('`,`') && rest.startsWith('"')) return placeComma(lines, fault);
  if (odd.test(rest.slice(0, 1))) {
    const message = `there is a ${nameBlank(rest.slice(0, 1))} here`;
    return { ...fault, message, advice: 'Write an ordinary space, or none, in its place.' };
  }
  const cause = causes.find(([found]) => found.test(rest));
  if (cause === undefined || (cause[0].test(']') && fault.message.startsWith('`:`'))) return fault;
  return { ...fault, message: cause[1], advice: cause[2] };
}

function placeComma(lines: readonly string[], fault: DataFault): DataFault {
  const message = 'a comma is missing behind this value';
  const advice = 'Put it between the two entries.';
  let line = fault.line;
  let before = (lines[line - 1] ?? '').slice(0, fault.column - 1).trimEnd();
  while (before === '' && line > 1) {
    line -= 1;
    before = (lines[line - 1] ?? '').trimEnd();
  }
  return { ok: false, message, advice, line, column: Math.max(before.length, 1) };
}
