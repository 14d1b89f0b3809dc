import type { Text } from 'mdast';
import { unspaced } from '../../text/unspaced.js';
import type { PlacedMark } from './set-marks.js';

/** The text of a paragraph so far: what a quote must know of the words before it. */
export interface ProseReading {
  /** The character before the next one, as it will be printed; empty at the start. */
  before: string;
  /** Quotes that are open, the innermost last. */
  readonly open: OpenQuote[];
  /** How many of them are of each kind. */
  readonly counts: { '"': number; "'": number };
  /** Single quotes that nothing closed, and that must therefore have been apostrophes. */
  readonly retracted: PrintedQuote[];
  /** Whether a single quote that nothing closes stays an opening one before a letter. */
  readonly keepsOpen: boolean;
  /** All marks that were put into the text, in the order of reading. */
  readonly set: PlacedMark[];
}

/** A quote in the text that is being put together. */
export interface PrintedQuote {
  readonly node: Text;
  readonly at: number;
}

interface OpenQuote {
  readonly mark: '"' | "'";
  /** Where it can be taken back; null for a quote that must stay as it is. */
  readonly printed: PrintedQuote | null;
}

const replacements: Readonly<Record<string, string>> = {
  '--': '–',
  '---': '—',
  '...': '…',
  '<<': '«',
  '>>': '»',
};

const space = /^[\s\u00a0]?$/;
const opener = /^[\s\u00a0([{<«“‘–—/*_-]?$/;
const word = /^[\p{L}\p{N}]$/u;
const digit = /^\d$/;
const dash = /^[–—-]$/;
/** Words that lost their beginning: '90s, 'tis, 'em, rock 'n' roll. */
const elision = /^(?:\d\ds?(?![\p{L}\p{N}])|(?:tis|twas|twere|twill|til|em)(?![\p{L}'’])|n['’])/iu;

/** Words that may have lost their beginning: a quote before one that nothing closes is an apostrophe. */
const shortened =
  /^(?:s|d|ll|re|ve|t|m|till|twixt|tween|neath|gainst|mongst|bout|round|cause|cos|cept|fore|scuse|fraid|nuff|nough|nother|course|spose|specially|um|im|er|ere|e|is|ave|ad|ome|ouse|ow|ead|and|ell|ard|alf|undred|appen|appened|old|ave|way|tention|hood|fro|coz|ceptin|tween|stead|lowance|pon|neighbou?r|lectric|lotment|appy|(?:twen|thir|for|fif|six|seven|eigh|nine)ties)(?![\p{L}'’])/u;
const letter = /^\p{L}$/u;

/** Begins the reading of a paragraph. */
export function startReading(keepsOpen: boolean): ProseReading {
  return { keepsOpen, before: '', open: [], counts: { '"': 0, "'": 0 }, retracted: [], set: [] };
}

/** What is printed for a mark, which is taken note of. `after` is what follows it. */
export function printMark(mark: string, after: string, reading: ProseReading, place: PrintedQuote): string {
  if (mark === '"') return doubleQuote(after, reading);
  if (mark === "'") return singleQuote(after, reading, place);
  if (mark === '“' || mark === '‘') open(mark === '“' ? '"' : "'", null, reading);
  else if (mark === '”' || mark === '’') close(mark === '”' ? '"' : "'", reading);
  return replacements[mark] ?? mark;
}

function doubleQuote(after: string, reading: ProseReading): string {
  const isOpen = reading.counts['"'] > 0;
  if (opensDouble(reading.before, after.charAt(0), isOpen)) {
    open('"', null, reading);
    return '“';
  }
  if (!isOpen && digit.test(reading.before)) return '"';
  close('"', reading);
  return '”';
}

function opensDouble(before: string, next: string, isOpen: boolean): boolean {
  // Where words have no spaces between them, quotes take turns.
  if (unspaced.test(before) || unspaced.test(next)) return !isOpen;
  // A quotation may follow at once, and so does a value: `src="x"`.
  if (/^[…:=]$/.test(before)) return !isOpen && word.test(next);
  if (!opener.test(before)) return false;
  const spaced = before !== '' && space.test(before);
  // A lost footnote number (`connectivity. "1`), or a closing quote that a space was put before (`word " and`, `" – and`).
  if (spaced && isOpen && (digit.test(next) || space.test(next) || dash.test(next))) return false;
  if (space.test(next)) return space.test(before) && !isOpen && next !== '';
  return !(isOpen && dash.test(before));
}

function singleQuote(after: string, reading: ProseReading, place: PrintedQuote): string {
  const next = after.charAt(0);
  const isOpen = reading.counts["'"] > 0;
  const mayOpen =
    opener.test(reading.before) || (reading.keepsOpen && reading.before === ':' && letter.test(next));
  if (mayOpen && !space.test(next) && !elision.test(after)) {
    const stays =
      reading.before === '' || (reading.keepsOpen && !isOpen && letter.test(next) && !shortened.test(after));
    // A paragraph that goes on with a quotation opens it again and may leave it open; so may any before a whole word.
    open("'", stays ? null : place, reading);
    return '‘';
  }
  // Feet or minutes: 5', 5'10".
  if (!isOpen && digit.test(reading.before) && (!word.test(next) || digit.test(next))) return "'";
  if (!word.test(next)) close("'", reading);
  return '’';
}

function open(mark: OpenQuote['mark'], printed: PrintedQuote | null, reading: ProseReading): void {
  reading.open.push({ mark, printed });
  reading.counts[mark] += 1;
}

/** Closes the innermost quote of this kind, and with it what was opened inside and never closed. */
function close(mark: OpenQuote['mark'], reading: ProseReading): void {
  if (reading.counts[mark] === 0) return;
  const index = reading.open.findLastIndex((quote) => quote.mark === mark);
  const [, ...inside] = reading.open.splice(index);
  reading.counts[mark] -= 1;
  for (const quote of inside) reading.counts[quote.mark] -= 1;
  retract(inside, reading);
}

/** Takes back single quotes that were opened and never closed: apostrophes. */
export function retract(quotes: readonly OpenQuote[], reading: ProseReading): void {
  for (const { printed } of quotes) if (printed !== null) reading.retracted.push(printed);
}
