import type { Nodes, PhrasingContent } from 'mdast';
import { markUp } from '../line-ends/joint.js';
import type { ProseNode } from '../markdown/tree/survey-tree.js';

/** The words of a paragraph, heading or table cell as they are written, for rules about typography. */
export interface ProseText {
  readonly node: ProseNode;
  /**
   * Lines without the marks of quotes and lists before them. What stands in a line and is no text (code, images, HTML) is
   * one `U+FFFC` per UTF-16 unit, and what marks text (emphasis, the brackets and the address of a link) one `U+2063`;
   * escapes and character references stay as written.
   */
  readonly text: string;
  /** The offset in the decoded file of a place in `text`. */
  readonly offsetAt: (index: number) => number;
}

const thing = '\ufffc';
/** The quotes in `{#id .class key="value"}` are no typography. */
const attributes = /\{(?:[.#]|[\w-]+=)[^{}\n]*\}/g;
const continuation = /\n[ \t>]+/g;

/** The prose of a node. `shift` is the offset of the parsed text in its file. */
export function readProse(node: ProseNode, source: string, shift: number): ProseText {
  const start = node.children[0]?.position?.start.offset ?? 0;
  const end = node.children.at(-1)?.position?.end.offset ?? start;
  const [only] = node.children;
  const isPlain = node.children.length === 1 && only?.type === 'text';
  const piece = isPlain ? source.slice(start, end) : maskSource(node.children, source, start, end);
  const written = piece.includes('{') ? piece.replace(attributes, (found) => mask(found, thing)) : piece;
  if (!/\n[ \t>]/.test(written)) return { node, text: written, offsetAt: (index) => shift + start + index };
  return { node, ...dropPrefixes(written, shift + start) };
}

/** The source between two offsets with everything masked that is not text. */
function maskSource(
  children: readonly PhrasingContent[],
  source: string,
  start: number,
  end: number,
): string {
  let masked = '';
  let done = start;
  for (const { from, to, isText } of listLeaves(children)) {
    masked += maskMarkup(source.slice(done, from), masked.endsWith('\n'));
    masked += isText ? source.slice(from, to) : mask(source.slice(from, to), thing);
    done = to;
  }
  return masked + maskMarkup(source.slice(done, end), masked.endsWith('\n'));
}

/** The marks of quotes and lists at the beginning of a line stay: they are dropped with those before text. */
function maskMarkup(piece: string, beginsLine: boolean): string {
  const lead = beginsLine ? (/^[ \t>]*/.exec(piece)?.[0] ?? '') : '';
  return lead + piece.slice(lead.length).replace(/(\n[ \t>]*)|./g, (_, line?: string) => line ?? markUp);
}

function mask(piece: string, placeholder: string): string {
  return piece.replace(/[^\n]/g, placeholder);
}

interface Span {
  readonly from: number;
  readonly to: number;
  /** Hard breaks are text, too. */
  readonly isText: boolean;
}

/** What a line is made of, in order; the caller has made sure that nothing nests too deep. */
function listLeaves(nodes: readonly Nodes[]): readonly Span[] {
  return nodes.flatMap((node) => {
    if ('children' in node) return listLeaves(node.children);
    const { start, end } = node.position ?? {};
    const isText = node.type === 'text' || node.type === 'break';
    return start?.offset === undefined
      ? []
      : [{ from: start.offset, to: end?.offset ?? start.offset, isText }];
  });
}

function dropPrefixes(written: string, shift: number): Pick<ProseText, 'text' | 'offsetAt'> {
  /** Where a dropped prefix was, by index in the text, and how much is dropped up to there. */
  const drops: { readonly index: number; readonly total: number }[] = [];
  let total = 0;
  const text = written.replace(continuation, (found, at: number) => {
    total += found.length - 1;
    drops.push({ index: at - total + found.length, total });
    return '\n';
  });
  return {
    text,
    offsetAt: (index) => shift + index + (drops.findLast((drop) => drop.index <= index)?.total ?? 0),
  };
}
