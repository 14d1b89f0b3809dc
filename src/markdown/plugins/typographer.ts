import type { Nodes, Root, Text } from 'mdast';
import type { Transformer } from 'unified';
import type { TypographerMarks } from '../../model/markdown-config.js';
import { isLiteralMark } from '../parse/literal-marks.js';
import { compileStateOf } from '../tree/compile-state.js';
import type { ProseNode } from '../tree/survey-tree.js';
import { type ProseReading, printMark, retract, startReading } from './curl-quotes.js';
import { type PlacedMark, setMarks } from './set-marks.js';

/** How quotes are set. */
interface TypographerOptions {
  readonly marks: Partial<TypographerMarks>;
  /** By the path of a chapter. */
  readonly opens: (path: string) => boolean;
}

const trigger = /["'“”‘’]|-{2,}|\.{3}|<<|>>/g;
/**
 * Turns straight quotes into curly ones, `--`, `---` into dashes, `...` into an ellipsis, `<<`, `>>` into guillemets
 * (content rules 14 and 20). Quotes pair over the whole paragraph, through emphasis and links and with the curly ones
 * that the author mixed in; code, and what stands behind a backslash, stays as it is.
 *
 * @param setting What is printed in place of the usual marks, and where a single quote that nothing closes opens all the same.
 */
export function typographer({ marks, opens }: TypographerOptions): Transformer<Root> {
  return (_tree, file) => {
    const { survey, job } = compileStateOf(file);
    const keepsOpen = opens(job.path);
    for (const prose of survey.prose) setParagraph(prose, marks, keepsOpen);
  };
}

/** Sets one paragraph, heading or cell, whose texts are changed. */
export function setParagraph(prose: ProseNode, marks: Partial<TypographerMarks>, keepsOpen = true): void {
  const reading = startReading(keepsOpen);
  setProse(prose, reading);
  if (Object.keys(marks).length > 0) setMarks(listMarks(reading), marks);
}

/** The marks in the order of reading; those that were taken back are apostrophes. */
function listMarks({ set, retracted }: ProseReading): readonly PlacedMark[] {
  return set.map(({ node, at, isApostrophe }) => ({
    node,
    at,
    isApostrophe: isApostrophe || retracted.some((back) => back.node === node && back.at === at),
  }));
}

function setProse(prose: ProseNode, reading: ProseReading): void {
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
    if (node.value !== '') leaves.push({ node: isLiteralMark(node) ? null : node, text: node.value });
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

function setText(node: Text, following: string, reading: ProseReading): void {
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
    if (printed !== mark) {
      const isApostrophe = printed === '’' && /^[\p{L}\p{N}]/u.test(after);
      reading.set.push({ node, at: value.length, isApostrophe });
    }
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
