import type { Nodes, Root, Text } from 'mdast';
import type { Transformer } from 'unified';
import { draftOf } from '../draft.js';
import type { Prose } from '../survey-tree.js';

/** The text of a paragraph so far: what a quote must know of the words before it. */
interface Reading {
  /** The character before the next one, as it will be printed; a space at the start. */
  before: string;
  /** Quotes that are open, the innermost last. */
  readonly open: OpenQuote[];
}

interface OpenQuote {
  readonly mark: '"' | "'";
  /** Turns a single quote that nothing closes into the apostrophe that it must have been. */
  readonly retract?: () => void;
}

const trigger = /["'“”‘’]|-{2,}|\.{3}|<<|>>/g;
const replacements: Readonly<Record<string, string>> = {
  '--': '–',
  '---': '—',
  '...': '…',
  '<<': '«',
  '>>': '»',
};

const space = /^[\s\u00a0]?$/;
const opener = /^[\s\u00a0([{<«“‘–—/-]?$/;
const word = /^[\p{L}\p{N}]$/u;
const digit = /^\d$/;
/** Words that lost their beginning: '90s, 'tis, 'em, rock 'n' roll. */
const elision = /^(?:\d\ds?(?![\p{L}\p{N}])|(?:tis|twas|twere|twill|til|em)(?![\p{L}'’])|n['’])/iu;

/**
 * Turns straight quotes into curly ones, `--`, `---` into dashes, `...` into an ellipsis, `<<`, `>>` into guillemets
 * (content rules 14 and 20). Quotes pair over the whole paragraph, through emphasis and links and with the curly ones
 * that the author mixed in; code stays as it is.
 */
export function typographer(): Transformer<Root> {
  return (_tree, file) => {
    for (const prose of draftOf(file).survey.prose) setProse(prose);
  };
}

function setProse(prose: Prose): void {
  const reading: Reading = { before: '', open: [] };
  setNode(prose, reading);
  for (const quote of reading.open) quote.retract?.();
}

function setNode(node: Nodes, reading: Reading): void {
  if (node.type === 'text') setText(node, reading);
  else if (node.type === 'break') reading.before = ' ';
  else if ('children' in node && !isBareAddress(node)) {
    for (const child of node.children) setNode(child, reading);
  } else reading.before = 'x';
}

/** An autolink, whose text is its address. */
function isBareAddress(node: Nodes): boolean {
  if (node.type !== 'link') return false;
  const [only] = node.children;
  return only?.type === 'text' && node.url.endsWith(only.value);
}

function setText(node: Text, reading: Reading): void {
  const source = node.value;
  if (source === '') return;
  let done = 0;
  let value = '';
  trigger.lastIndex = 0;
  for (let found = trigger.exec(source); found !== null; found = trigger.exec(source)) {
    const [mark] = found;
    const start = found.index;
    const end = start + mark.length;
    if (start > done) reading.before = lastCharacter(source, start);
    value += source.slice(done, start);
    const at = value.length;
    const printed = printMark(mark, source.slice(end, end + 8), reading, () => {
      node.value = `${node.value.slice(0, at)}’${node.value.slice(at + 1)}`;
    });
    value += printed;
    reading.before = printed;
    done = end;
  }
  if (done < source.length) reading.before = lastCharacter(source, source.length);
  if (done > 0) node.value = value + source.slice(done);
}

/** The character that ends before `end`, both halves of a surrogate pair. */
function lastCharacter(text: string, end: number): string {
  const code = text.charCodeAt(end - 1);
  const low = code >= 0xdc00 && code <= 0xdfff;
  return text.slice(low ? end - 2 : end - 1, end);
}

function printMark(mark: string, after: string, reading: Reading, retract: () => void): string {
  if (mark === '"') return doubleQuote(after, reading);
  if (mark === "'") return singleQuote(after, reading, retract);
  if (mark === '“' || mark === '‘') reading.open.push({ mark: mark === '“' ? '"' : "'" });
  else if (mark === '”' || mark === '’') close(mark === '”' ? '"' : "'", reading);
  return replacements[mark] ?? mark;
}

function doubleQuote(after: string, reading: Reading): string {
  const next = after.charAt(0);
  const isOpen = reading.open.some((quote) => quote.mark === '"');
  if (opensDouble(reading.before, next, isOpen)) {
    reading.open.push({ mark: '"' });
    return '“';
  }
  if (!isOpen && digit.test(reading.before)) return '"';
  close('"', reading);
  return '”';
}

function opensDouble(before: string, next: string, isOpen: boolean): boolean {
  if (!opener.test(before)) return false;
  // A lost footnote number (`connectivity. "1`), or a closing quote that a space was put before (`word " and`).
  if (space.test(before) && before !== '' && isOpen && (digit.test(next) || space.test(next))) return false;
  if (space.test(next)) return space.test(before) && !isOpen && next !== '';
  return !(isOpen && /^[–—-]$/.test(before));
}

function singleQuote(after: string, reading: Reading, retract: () => void): string {
  const next = after.charAt(0);
  const isOpen = reading.open.some((quote) => quote.mark === "'");
  if (opener.test(reading.before) && !space.test(next) && !elision.test(after)) {
    // A paragraph that goes on with a quotation opens it again and may leave it open.
    reading.open.push(reading.before === '' ? { mark: "'" } : { mark: "'", retract });
    return '‘';
  }
  if (!isOpen && digit.test(reading.before) && !word.test(next)) return "'";
  if (!word.test(next)) close("'", reading);
  return '’';
}

/** Closes the innermost quote of this kind, and with it what was opened inside and never closed. */
function close(mark: OpenQuote['mark'], reading: Reading): void {
  const index = reading.open.findLastIndex((quote) => quote.mark === mark);
  if (index < 0) return;
  for (const quote of reading.open.splice(index).slice(1)) quote.retract?.();
}
