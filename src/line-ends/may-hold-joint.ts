import { findAddress } from './address.js';

/** What can stand at a joint: a hyphen in one of its forms, a dash, a slash. Looked for first, since a text has few of them. */
const sign = /[-‐¬\u00ad–—/]|&shy;|&#\w{1,8};/g;
/** Marks of Markdown that may stand between a sign and the line end, and between that and the next word. */
const marks = '[*_~`\\u2063\\])]{0,8}';
const lineEnd = new RegExp(`${marks}[ \\t]{0,8}\\n[ \\t>]{0,80}\\S`, 'y');
const blank = new RegExp(`${marks} {1,3}\\S`, 'y');
const noWord = /[\s|>:-]/;
const addressEnd = /[/\-_?&=.%]\n/g;
/** The most that stands before a line's first sign: indent and marks of quotes. */
const LONGEST_INDENT = 80;

/** Whether a chapter may have a joint: known much sooner than which. The text is Markdown, or what is left of it in prose. */
export function mayHoldJoint(text: string): boolean {
  sign.lastIndex = 0;
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    const [found] = match;
    if (stands(lineEnd, text, sign.lastIndex)) return endSearch();
    const isDash = found === '–' || found === '—';
    if ((isDash || text.startsWith('--', match.index)) && beginsLine(text, match.index)) return endSearch();
    if (isDash || found === '/') continue;
    const before = text[match.index - 1];
    if (before !== undefined && !noWord.test(before) && stands(blank, text, sign.lastIndex))
      return endSearch();
  }
  return holdsBrokenAddress(text);
}

function endSearch(): true {
  sign.lastIndex = 0;
  return true;
}

function stands(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
}

/** Whether nothing but indent and marks of quotes stands before, on a line that is not the first. */
function beginsLine(text: string, at: number): boolean {
  for (let index = at - 1; index >= 0 && at - index <= LONGEST_INDENT + 1; index -= 1) {
    const character = text[index];
    if (character === '\n') return true;
    if (character !== ' ' && character !== '\t' && character !== '>') return false;
  }
  return false;
}

function holdsBrokenAddress(text: string): boolean {
  if (!text.includes('://') && !/www\./i.test(text)) return false;
  return [...text.matchAll(addressEnd)].some(({ index }) => findAddress(text, index + 1, '') !== null);
}
