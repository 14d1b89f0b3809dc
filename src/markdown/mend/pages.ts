import type { Paragraph } from 'mdast';
import { markedText } from '../tree/marked-text.js';
import type { MendBlocks } from './mend-block.js';

/** "p. 312", "[pg 045]", "[Page 12]" with nothing beside it. */
const mark = /^(?:[[({]\s*)?(?:p|pp|pg|page|S|Seite)\.?\s*(\d{1,4}|[ivxlc]{1,7})(?:\s*[\])}])?\.?$/i;

/** What is left of the printed pages becomes a small mark beside the text, and a target of links: `#page-312`. */
export const mendPages: MendBlocks = (tree) => {
  const taken = new Set<string>();
  for (const node of tree.children) {
    if (node.type !== 'paragraph') continue;
    const page = readPage(node);
    if (page === null || taken.has(page)) continue;
    taken.add(page);
    node.children = [markedText('small', node.children, { id: `page-${page}` })];
    node.data = { ...node.data, hProperties: { className: ['page-mark'] } };
  }
};

function readPage({ children: [only, ...others] }: Paragraph): string | null {
  if (only?.type !== 'text' || others.length > 0) return null;
  const found = mark.exec(only.value.trim())?.[1];
  return found === undefined ? null : found.replace(/^0+(?=\d)/, '').toLowerCase();
}
