import type { Nodes, Root } from 'mdast';
import { breakPattern } from '../../text/unspaced.js';

/** What begins and ends a node in the text of a tree. */
const [begin, inside, end] = ['\u0001', '\u0002', '\u0003'];
const meaningless = breakPattern(`${begin}[^${inside}]*${inside}|${end}`, 'gu');

/**
 * A tree without places as a text, with every run of blanks as one space and without the line breaks that mean nothing:
 * what a reader sees. Two chapters of equal shape read alike.
 */
export function shapeOf(tree: Root): string {
  return write(tree).replace(meaningless, '').replace(/\s+/g, ' ');
}

function write(node: Nodes): string {
  if (node.type === 'text') return node.value;
  const facts = JSON.stringify({ ...node, position: undefined, children: undefined });
  const children = 'children' in node ? node.children.map(write).join('') : '';
  return `${begin}${facts.replaceAll('\\n', ' ')}${inside}${children}${end}`;
}
