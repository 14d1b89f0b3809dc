import type { Nodes, Root, Text } from 'mdast';
import type { Transformer } from 'unified';
import { unspaced } from '../../text/unspaced.js';
import { draftOf } from '../draft.js';
import type { Prose } from '../survey-tree.js';

/** The text of a paragraph so far: what a quote must know of the words before it. */
interface Reading {
  /** The character before the next one, as it will be printed; empty at the start. */
  before: string;
  /** Quotes that are open, the innermost last. */
  readonly open: OpenQuote[];
  /** How many of them are of each kind. */
  readonly counts: { '"': number; "'": number };
  /** Single quotes that nothing closed, and that must therefore have been apostrophes. */
  readonly retracted: PrintedQuote[];
}

interface PrintedQuote {
  readonly node: Text;
  readonly at: number;
}

interface OpenQuote {
  readonly mark: '"' | "'";
  /** Where it can be taken back; null for a quote that must stay as it is. */
  readonly printed: PrintedQuote | null;
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
  const reading: Reading = { before: '', open: [], counts: { '"': 0, "'": 0 }, retracted: [] };
  const leaves: Leaf[] = [];
  collectLeaves(prose, leaves);
  leaves.forEach((leaf, index) => {
    if (leaf.node === null) reading.before = leaf.text;
    else setText(leaf.node, leaves[index + 1]?.text ?? '', reading);
  });
  retract(reading.open, reading);
  const byNode = new Map<Text, number[]>();
  for (const { node, at } of reading.retracted) {
    const places = byNode.get(node);
    if (places === undefined) byNode.set(node, [at]);
    else places.push(at);
  }
  for (const [node, places] of byNode) putApostrophes(node, places);
}

function retract(quotes: readonly OpenQuote[], reading: Reading): void {
  for (const { printed } of quotes) if (printed !== null) reading.retracted.push(printed);
}

function putApostrophes(node: Text, places: number[]): void {
  let done = 0;
  let value = '';
  for (const at of places.sort((a, b) => a - b)) {
    value += `${node.value.slice(done, at)}’`;
    done = at + 1;
  }
  node.value = value + node.value.slice(done);
}

/** A piece of a paragraph in the order of reading: a text, or what a quote sees of something else. */
interface Leaf {
  readonly node: Text | null;
  readonly text: string;
}

function collectLeaves(node: Nodes, leaves: Leaf[]): void {
  if (node.type === 'text') {
    if (node.value !== '') leaves.push({ node, text: node.value });
  } else if (node.type === 'break') leaves.push({ node: null, text: ' ' });
  else if ('children' in node && !isBareAddress(node)) {
    for (const child of node.children) collectLeaves(child, leaves);
  } else leaves.push({ node: null, text: 'x' });
}

/** An autolink, whose text is its address. */
function isBareAddress(node: Nodes): boolean {
  if (node.type !== 'link') return false;
  const [only] = node.children;
  return only?.type === 'text' && node.url.endsWith(only.value);
}

/** How far a quote looks ahead: as far as the longest elision. */
const AHEAD = 8;

function setText(node: Text, following: string, reading: Reading): void {
  const source = node.value;
  let done = 0;
  let value = '';
  trigger.lastIndex = 0;
  for (let found = trigger.exec(source); found !== null; found = trigger.exec(source)) {
    const [mark] = found;
    const start = found.index;
    const end = start + mark.length;
    if (start > done) reading.before = lastCharacter(source, start);
    value += source.slice(done, start);
    const after =
      source.slice(end, end + AHEAD) + following.slice(0, Math.max(0, end + AHEAD - source.length));
    const printed = printMark(mark, after, reading, { node, at: value.length });
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

function printMark(mark: string, after: string, reading: Reading, place: PrintedQuote): string {
  if (mark === '"') return doubleQuote(after, reading);
  if (mark === "'") return singleQuote(after, reading, place);
  if (mark === '“' || mark === '‘') open(mark === '“' ? '"' : "'", null, reading);
  else if (mark === '”' || mark === '’') close(mark === '”' ? '"' : "'", reading);
  return replacements[mark] ?? mark;
}

function doubleQuote(after: string, reading: Reading): string {
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
  if (!opener.test(before)) return false;
  const spaced = before !== '' && space.test(before);
  // A lost footnote number (`connectivity. "1`), or a closing quote that a space was put before (`word " and`).
  if (spaced && isOpen && (digit.test(next) || space.test(next))) return false;
  if (space.test(next)) return space.test(before) && !isOpen && next !== '';
  return !(isOpen && /^[–—-]$/.test(before));
}

function singleQuote(after: string, reading: Reading, place: PrintedQuote): string {
  const next = after.charAt(0);
  const isOpen = reading.counts["'"] > 0;
  if (opener.test(reading.before) && !space.test(next) && !elision.test(after)) {
    // A paragraph that goes on with a quotation opens it again and may leave it open.
    open("'", reading.before === '' ? null : place, reading);
    return '‘';
  }
  if (!isOpen && digit.test(reading.before) && !word.test(next)) return "'";
  if (!word.test(next)) close("'", reading);
  return '’';
}

function open(mark: OpenQuote['mark'], printed: PrintedQuote | null, reading: Reading): void {
  reading.open.push({ mark, printed });
  reading.counts[mark] += 1;
}

/** Closes the innermost quote of this kind, and with it what was opened inside and never closed. */
function close(mark: OpenQuote['mark'], reading: Reading): void {
  if (reading.counts[mark] === 0) return;
  const index = reading.open.findLastIndex((quote) => quote.mark === mark);
  const [, ...inside] = reading.open.splice(index);
  reading.counts[mark] -= 1;
  for (const quote of inside) reading.counts[quote.mark] -= 1;
  retract(inside, reading);
}
