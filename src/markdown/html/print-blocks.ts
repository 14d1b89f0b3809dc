import type { List, ListItem, Nodes, Parents, Root } from 'mdast';
import { insertName } from '../tree/inserts.js';
import { isLoose } from '../tree/is-loose.js';

/**
 * Prints a tree as remark-html does with `createHandlers` and the schema. The blocks that prose is made of are printed directly, since
 * hast, its sanitiser and its printer take five times as long for them; a test compares the two.
 *
 * @param printOthers remark-html, for any other block, or for all of them.
 */
export function printBlocks(tree: Root, printOthers: (tree: Root) => string): string {
  const direct = new Set(tree.children.filter((node) => blocks.has(node.type) && isPlain(node)));
  const others = tree.children.filter((node) => !direct.has(node));
  if (others.some(refers)) return printOthers(tree);
  let html = '';
  for (const node of tree.children) {
    const printed = direct.has(node) ? `${print(node)}\n` : printOthers({ ...tree, children: [node] });
    // Where nothing is printed for a node, or bare text, it matters what stands beside it.
    if (!printed.startsWith('<') || !printed.endsWith('>\n')) return printOthers(tree);
    html += printed;
  }
  return html;
}

/** Whether what is printed for a node depends on others elsewhere in the tree. */
function refers(node: Nodes): boolean {
  if (node.type.endsWith('Reference') || node.type.endsWith('efinition')) return true;
  return 'children' in node && (node.children as readonly Nodes[]).some(refers);
}

const blocks: ReadonlySet<Nodes['type']> = new Set([
  ...(['blockquote', 'code', 'heading', 'list', 'paragraph', 'shortcode', 'thematicBreak'] as const),
]);

/** Nodes that are an element around their children. */
const wrappers: Partial<Record<Nodes['type'], string>> = {
  ...{ delete: 'del', emphasis: 'em', paragraph: 'p', strong: 'strong' },
};
const others: ReadonlySet<Nodes['type']> = new Set([
  ...[...blocks],
  ...(['break', 'inlineCode', 'link', 'listItem', 'text'] as const),
]);

/** Characters of an address or an id that are printed as they are, in a value that is no address of a script. */
const plainAddress = /^(?:https?:\/\/|[/#]|\.{1,2}\/)[\w\-.~:/?#@!$()*+,;=]*$/;
const plainId = /^[^\0"&'`]*$/;

function isPlain(node: Nodes): boolean {
  if (wrappers[node.type] === undefined && !others.has(node.type)) return false;
  if (node.data !== undefined && !hasPlainData(node)) return false;
  if (node.type === 'link' && (node.title != null || !plainAddress.test(node.url))) return false;
  if (node.type === 'listItem' && typeof node.checked === 'boolean') return false;
  return !('children' in node) || (node.children as readonly Nodes[]).every(isPlainChild);
}

/** What follows a hard break is plain if nothing of it is to be trimmed. */
function isPlainChild(node: Nodes, index: number, siblings: readonly Nodes[]): boolean {
  const follows = siblings[index - 1]?.type === 'break';
  return isPlain(node) && (!follows || (node.type === 'text' && !/^\s/.test(node.value)));
}

/** Whether data asks for nothing but the id of a heading. */
function hasPlainData({ type, data }: Nodes): boolean {
  if (data?.hName !== undefined || data?.hChildren !== undefined) return false;
  return Object.entries(data?.hProperties ?? {}).every(
    ([name, value]) =>
      type === 'heading' && name === 'id' && typeof value === 'string' && plainId.test(value),
  );
}

function print(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return escapeText(node.value);
    case 'inlineCode':
      return `<code>${escapeText(node.value.replace(/\r?\n|\r/g, ' '))}</code>`;
    case 'break':
      return '<br>\n';
    case 'code':
      return printInsert(node.data?.insert);
    case 'shortcode':
      return printInsert(node.insert);
    case 'thematicBreak':
      return '<hr>';
    case 'heading':
      return `<h${node.depth}${idOf(node.data?.hProperties)}>${printInside(node)}</h${node.depth}>`;
    case 'link':
      return `<a href="${node.url}">${printInside(node)}</a>`;
    case 'blockquote':
      return `<blockquote>\n${node.children.map((child) => `${print(child)}\n`).join('')}</blockquote>`;
    case 'list':
      return printList(node);
  }
  const name = wrappers[node.type];
  return 'children' in node ? `<${name}>${printInside(node)}</${name}>` : '';
}

/** The place of a piece that has been printed: see `fillInserts`. */
function printInsert(number = -1): string {
  return `<${insertName} n="${number}"></${insertName}>`;
}

function printInside({ children }: Parents): string {
  let html = '';
  for (const child of children) html += print(child);
  return html;
}

function idOf(properties: { readonly id?: unknown } | undefined): string {
  return properties?.id === undefined ? '' : ` id="${properties.id}"`;
}

function printList(list: List): string {
  const name = list.ordered ? 'ol' : 'ul';
  const start =
    list.ordered && typeof list.start === 'number' && list.start !== 1 ? ` start="${list.start}"` : '';
  const loose = isLoose(list);
  return `<${name}${start}>\n${list.children.map((item) => `${printItem(item, loose)}\n`).join('')}</${name}>`;
}

/** Blocks on lines of their own; what is not loose has its paragraphs without `<p>`. */
function printItem({ children }: ListItem, loose: boolean): string {
  let html = '<li>';
  for (const [index, child] of children.entries()) {
    const bare = !loose && child.type === 'paragraph';
    if (index > 0 || !bare) html += '\n';
    html += bare ? printInside(child) : print(child);
  }
  const last = children.at(-1);
  return `${html}${last !== undefined && (loose || last.type !== 'paragraph') ? '\n' : ''}</li>`;
}

function escapeText(text: string): string {
  return /[<&]/.test(text) ? text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;') : text;
}
