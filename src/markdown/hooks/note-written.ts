import type { Blockquote, Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import type { WrittenAlert, WrittenParts } from './hook-renderer.js';

const marker = /^\[!([a-z][\w-]*)\]([+-])?[ \t]*/i;

/**
 * Notes the addresses of a fresh tree as they are written, and takes the markers of alerts off their quotations, so that
 * the quotation hook prints them and nobody else.
 */
export function noteWritten(tree: Root, hooksQuotes: boolean): WrittenParts {
  const written: WrittenParts = { addresses: new Map(), alerts: new Map() };
  const nodes: Nodes[] = [tree];
  for (const node of nodes) {
    if ('url' in node) written.addresses.set(node, node.url);
    if (node.type === 'blockquote' && hooksQuotes) takeMarker(node, written);
    if ('children' in node) for (const child of node.children) nodes.push(child);
  }
  return written;
}

function takeMarker(quote: Blockquote, { alerts }: WrittenParts): void {
  const [first] = quote.children;
  const start = first?.type === 'paragraph' ? first.children[0] : undefined;
  const found = start?.type === 'text' ? marker.exec(start.value) : null;
  if (first?.type !== 'paragraph' || start?.type !== 'text' || found === null) return;
  const [whole, name = '', sign = ''] = found;
  start.value = start.value.slice(whole.length);
  const title = takeLine(first);
  if (first.children.length === 0) quote.children.shift();
  const alert: WrittenAlert = { type: name.toLowerCase(), sign, title };
  alerts.set(quote, alert);
}

/** Cuts a paragraph behind its first line and returns what stood on it. */
function takeLine(paragraph: Paragraph): readonly PhrasingContent[] {
  const line: PhrasingContent[] = [];
  for (let node = paragraph.children.shift(); node !== undefined; node = paragraph.children.shift()) {
    const end = node.type === 'text' ? node.value.indexOf('\n') : -1;
    if (node.type === 'break') break;
    if (node.type !== 'text' || end < 0) {
      if (node.type !== 'text' || node.value !== '') line.push(node);
      continue;
    }
    if (end > 0) line.push({ type: 'text', value: node.value.slice(0, end) });
    paragraph.children.unshift({ ...node, value: node.value.slice(end + 1) });
    break;
  }
  return line;
}
