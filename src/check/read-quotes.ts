import { markUp } from '../line-ends/joint.js';
import { unspaced } from '../text/unspaced.js';
import { isVerse } from './is-verse.js';

/** A double quote of a text, by its index. */
export interface QuoteMark {
  readonly at: number;
  readonly mark: string;
}

/** The double quotes of one paragraph, paired. */
export interface QuoteReading {
  readonly pairs: readonly { readonly open: QuoteMark; readonly close: QuoteMark }[];
  /** Openers that nothing closes, and closers that nothing opened. */
  readonly unclosed: readonly QuoteMark[];
  readonly unopened: readonly QuoteMark[];
}

const marks = /["“”„]/g;
const begins = /^[\p{L}–—-]$/u;
const space = /^[\s\u00a0]?$/;
const mayOpen = /^[\s\u00a0([{<«‘'“–—/-]?$/;
const endsBefore = /^[\s\u00a0.,;:!?)\]}]$/;
const closesBefore = /^[\s\u00a0\d.,;:!?)\]–—-]?$/;

/**
 * Pairs the double quotes of a paragraph by what stands around them, as the typographer does: a straight one opens after
 * a space and before a word, and closes after a word; one between a space and another, a digit or a dash closes when a
 * quote is open (content rule 20). Inches (`6"`) and
 * seconds (`2' 40"`) are no quotes.
 */
export function readQuotes(text: string): QuoteReading {
  const open: QuoteMark[] = [];
  const pairs: { open: QuoteMark; close: QuoteMark }[] = [];
  const unopened: QuoteMark[] = [];
  for (const found of text.matchAll(marks)) {
    // Printed as it is written.
    if (text[found.index - 1] === '\\') continue;
    const quote = { at: found.index, mark: found[0] };
    const role = findRole(text, quote, open.at(-1));
    if (role === 'open' && !isRepeated(text, quote, open)) open.push(quote);
    if (role !== 'close') continue;
    const opener = open.pop();
    if (opener === undefined) unopened.push(quote);
    else pairs.push({ open: opener, close: quote });
  }
  return { pairs, unclosed: open, unopened };
}

/** In verse, and below letters, each line may begin with the quote that is open. */
function isRepeated(text: string, { at }: QuoteMark, open: readonly QuoteMark[]): boolean {
  return open.length > 0 && beside(text, at, -1) === '\n' && isVerse(text);
}

type Role = 'open' | 'close' | 'none';

function findRole(text: string, { at, mark }: QuoteMark, opener: QuoteMark | undefined): Role {
  const before = beside(text, at, -1);
  if (mark === '„') return 'open';
  if (mark === '“') return opener?.mark === '„' ? 'close' : 'open';
  if (opener === undefined && (/\d/.test(before) || isInWord(text, at))) return 'none';
  if (/\d['’′] ?\d{1,2}$/.test(text.slice(Math.max(0, at - 6), at))) return 'none';
  if (mark === '”' || (before === "'" && endsQuoted(text, at))) return 'close';
  const isPause = before === '.' && text.slice(at - 3, at) === '...';
  return straightRole(isPause ? '…' : before, beside(text, at, 1), opener !== undefined);
}

/** Whether the single quote before a place belongs to the words before it: `'she,'"`, and not `'"She"` or `"'"She"`. */
function endsQuoted(text: string, at: number): boolean {
  let start = at - 1;
  while (/["'“‘\u2063]/.test(text.charAt(start))) start -= 1;
  return !mayOpen.test(text.charAt(start));
}

/** As Ukrainian writes its apostrophe where there is no other key. */
function isInWord(text: string, at: number): boolean {
  return /^\p{L}"\p{L}$/u.test(text.slice(at - 1, at + 2)) && !unspaced.test(text.charAt(at - 1));
}

/** The character next to a place, mark-up passed over. */
function beside(text: string, at: number, step: -1 | 1): string {
  let index = at + step;
  while (text.charAt(index) === markUp) index += step;
  return text.charAt(index);
}

function straightRole(before: string, next: string, isOpen: boolean): Role {
  // No spaces stand around quotes there: they take turns.
  if (unspaced.test(before) || unspaced.test(next)) return isOpen ? 'close' : 'open';
  if (next === '') return 'close';
  if (before === '…' || before === ':') return isOpen || !begins.test(next) ? 'close' : 'open';
  if (!mayOpen.test(before)) return 'close';
  if (isOpen && before !== '' && !space.test(before) && endsBefore.test(next)) return 'close';
  if (isOpen && before !== '' && space.test(before) && closesBefore.test(next)) return 'close';
  if (isOpen && /[–—-]/.test(before)) return 'close';
  return 'open';
}
