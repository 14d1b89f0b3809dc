import type { Literal, Nodes, Paragraph, Parents, PhrasingContent, Root, Text } from 'mdast';
import { addAll } from '../../lists/add-all.js';
import { createHtmlReader } from '../html/read-html-text.js';
import { type Slots, textOfHtml } from '../tree/slots.js';
import type { Expansion } from './expansion.js';
import type { FindPoint } from './line-table.js';

/** A `{{< >}}` call in the tree: its HTML comes in once the tree has been sanitised and printed. */
export interface Shortcode extends Literal {
  type: 'shortcode';
  /** Its words without markup, for counts, headings and summaries. */
  value: string;
  /** What of its text is searched. */
  searched: string;
  slot: number;
  /** Whether it stands in place of a paragraph. */
  block: boolean;
  /** Number of the state's piece that it is printed as. */
  insert?: number;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    shortcode: Shortcode;
  }
  interface RootContentMap {
    shortcode: Shortcode;
  }
  interface BlockContentMap {
    shortcode: Shortcode;
  }
}

/** What is needed to put shortcodes into a tree. */
export interface Placing {
  readonly slots: Slots;
  readonly expansion: Expansion;
  readonly findPoint: FindPoint;
}

/** Fields that hold text of the chapter; no HTML can stand there, but in `html`. */
const fields = ['value', 'url', 'title', 'alt', 'meta'] as const;

/**
 * Gives a fresh tree the positions of the chapter's body, and puts shortcodes where their words stand: as nodes into
 * text; as their words into code, addresses and titles. A shortcode alone in a paragraph takes its place, as in Hugo,
 * and one that is a block divides the paragraph around it. No recursion.
 */
export function placeShortcodes(tree: Root, placing: Placing): void {
  const nodes: Nodes[] = [tree];
  for (const node of nodes) {
    relocate(node, placing);
    if (node.type !== 'text') fillFields(node, placing);
    if ('children' in node) addAll(nodes, node.children);
  }
  // Children come after their parents, and are to be divided before them.
  for (const node of nodes.reverse()) if ('children' in node) placeIn(node, placing.slots);
}

function relocate(node: Nodes, { expansion, findPoint }: Placing): void {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return;
  node.position = {
    start: findPoint(expansion.originOf(start.offset, 'start')),
    end: findPoint(expansion.originOf(end.offset, 'end')),
  };
}

function fillFields(node: Nodes, { slots }: Placing): void {
  const values: { [field in (typeof fields)[number]]?: unknown } & { readonly type: string } = node;
  const read = (index: number) =>
    node.type === 'html' ? slots.htmlOf(index) : textOfHtml(slots.htmlOf(index));
  for (const field of fields) {
    const value = values[field];
    if (typeof value !== 'string') continue;
    values[field] = value.replace(slots.pattern, (_, index: string) => read(Number(index)));
  }
}

function placeIn(parent: Parents, slots: Slots): void {
  if (!parent.children.some((child) => hasSlot(child, slots))) return;
  const children = (parent.children as Nodes[]).flatMap((child): Nodes[] => {
    if (child.type === 'text') return divideText(child, slots);
    return child.type === 'paragraph' ? divideParagraph(child, slots) : [child];
  });
  // Texts became texts and shortcodes, paragraphs became paragraphs and shortcodes: both may stand there.
  parent.children = children as typeof parent.children;
}

function hasSlot(node: Nodes, slots: Slots): boolean {
  if (node.type === 'text') return node.value.search(slots.pattern) >= 0;
  return node.type === 'paragraph' && node.children.some(({ type }) => type === 'shortcode');
}

function divideText(node: Text, slots: Slots): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let done = 0;
  const addText = (end: number) => {
    if (done < end) parts.push({ ...node, value: node.value.slice(done, end) });
  };
  for (const found of node.value.matchAll(slots.pattern)) {
    const slot = Number(found[1]);
    addText(found.index);
    parts.push(shortcodeOf(node, slot, slots));
    done = found.index + found[0].length;
  }
  if (done === 0) return [node];
  addText(node.value.length);
  return parts;
}

function shortcodeOf({ position }: Text, slot: number, slots: Slots): Shortcode {
  const html = slots.htmlOf(slot);
  const [value, searched] = [textOfHtml(html), createHtmlReader().read(html)];
  return {
    ...{ type: 'shortcode', value, searched, slot, block: false },
    ...(position === undefined ? {} : { position }),
  };
}

const block =
  /^\s*<(?:address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|iframe|main|nav|ol|p|pre|section|svg|table|ul|video)\b/i;

function divideParagraph(paragraph: Paragraph, slots: Slots): (Paragraph | Shortcode)[] {
  const [only] = paragraph.children;
  if (paragraph.children.length === 1 && only?.type === 'shortcode') return [{ ...only, block: true }];
  const parts: (Paragraph | Shortcode)[] = [];
  let open: PhrasingContent[] = [];
  const closeParagraph = () => {
    if (open.some((node) => node.type !== 'text' || node.value.trim() !== '')) {
      parts.push({ ...paragraph, children: open });
    }
    open = [];
  };
  for (const node of paragraph.children) {
    if (node.type !== 'shortcode' || !block.test(slots.htmlOf(node.slot))) open.push(node);
    else {
      closeParagraph();
      parts.push({ ...node, block: true });
    }
  }
  closeParagraph();
  return parts;
}
