import type { Link, Nodes, Text } from 'mdast';
import { markUp, type TextSpan } from '../../line-ends/joint.js';
import { isMendedBreak } from './mended-break.js';
import type { ProseNode } from './survey-tree.js';

/** A text node, and where it stands in the text of its block. */
export interface TextLeaf {
  readonly node: Text;
  /** In UTF-16 units, before anything is changed. */
  readonly start: number;
  readonly end: number;
  /** The address that it is the text of, if it is one that stands bare. */
  readonly address: Link | null;
}

/** The text of a block in one piece, for rules that look at what stands beside each other. */
export interface FlatText {
  /** `U+2063` for mark-up around a part, `U+FFFC` for what is no text: code, pictures, HTML. */
  readonly text: string;
  readonly leaves: readonly TextLeaf[];
}

/** Reads a block; null for one with hard breaks of the author's, whose lines are meant. */
export function readFlatText(prose: ProseNode): FlatText | null {
  const leaves: TextLeaf[] = [];
  const text = readChildren(prose, leaves, 0);
  return text === null ? null : { text, leaves };
}

function readChildren(parent: Nodes, leaves: TextLeaf[], start: number): string | null {
  if (!('children' in parent)) return '';
  let text = '';
  for (const node of parent.children) {
    const piece = readNode(node, parent, leaves, start + text.length);
    if (piece === null) return null;
    text += piece;
  }
  return text;
}

function readNode(node: Nodes, parent: Nodes, leaves: TextLeaf[], start: number): string | null {
  if (node.type === 'break') return isMendedBreak(node) ? '\ufffc' : null;
  if (node.type === 'text') {
    const address = isBareAddress(parent) ? parent : null;
    leaves.push({ node, start, end: start + node.value.length, address });
    return node.value;
  }
  if (!('children' in node)) return '\ufffc';
  const mark = isBareAddress(node) ? '' : markUp;
  const inner = readChildren(node, leaves, start + mark.length);
  return inner === null ? null : mark + inner + mark;
}

/** A link whose text is its address. */
function isBareAddress(node: Nodes): node is Link {
  if (node.type !== 'link') return false;
  const [only, ...others] = node.children;
  return others.length === 0 && only?.type === 'text' && node.url.endsWith(only.value);
}

/** Takes pieces out of a block. They are in order, and each lies in one leaf. */
export function cutBlock({ leaves }: FlatText, dropped: readonly TextSpan[]): void {
  let next = 0;
  for (const { node, start, end } of leaves) {
    let value = '';
    let done = start;
    for (let span = dropped[next]; span !== undefined && span.start < end; span = dropped[next]) {
      value += node.value.slice(done - start, Math.max(span.start, start) - start);
      done = Math.min(span.end, end);
      next += 1;
    }
    if (done > start) node.value = value + node.value.slice(done - start);
  }
}
