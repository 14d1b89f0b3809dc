import type { Nodes, Parents, Root, RootContent } from 'mdast';
import { isLoose } from '../tree/is-loose.js';
import { plainText } from '../tree/plain-text.js';
import { surveyTree } from '../tree/survey-tree.js';

/** The beginning of a chapter, as a tree of its own. */
export interface ChapterSummary {
  readonly tree: Root;
  /** True when there is text after it. */
  readonly truncated: boolean;
}

/** Hugo's divider; spaces inside the comment are not accepted. */
const DIVIDER = '<!--more-->';

/**
 * Cuts the summary off a chapter (content rule 10): what stands before the divider, else everything up to the end
 * of the paragraph with which `length` words are reached. The cut is made on the tree, so the HTML is balanced.
 * Footnote calls and the ids of headings stay behind: the summary is shown on other pages.
 *
 * @param wordsByNode Words of the prose and code of the tree.
 */
export function summarise(
  tree: Root,
  length: number,
  wordsByNode: ReadonlyMap<Nodes, number>,
): ChapterSummary {
  const body = tree.children.filter(
    ({ type }) => type !== 'footnoteSection' && type !== 'footnoteDefinition',
  );
  const divider = body.findIndex(holdsDivider);
  const words = divider < 0 ? length : Number.POSITIVE_INFINITY;
  const budget = { words, spent: false, wordsByNode };
  const before = divider < 0 ? body : [...body.slice(0, divider), ...cutAtDivider(body[divider])];
  const children = takeNodes(before, budget, false);
  const rest = divider < 0 ? countLeft(before, children) : body.length - divider - 1;
  return { tree: { type: 'root', children: children as RootContent[] }, truncated: rest > 0 };
}

/** True for the HTML node that divides summary and rest. */
export function isDivider(node: Nodes): boolean {
  return node.type === 'html' && node.value.trim() === DIVIDER;
}

/** The divider may also end a paragraph. */
function holdsDivider(node: Nodes): boolean {
  return isDivider(node) || (node.type === 'paragraph' && node.children.some(isDivider));
}

/** What of the node stands before the divider in it. */
function cutAtDivider(node: RootContent | undefined): readonly RootContent[] {
  if (node?.type !== 'paragraph') return [];
  return [{ ...node, children: node.children.slice(0, node.children.findIndex(isDivider)) }];
}

interface Budget {
  words: number;
  spent: boolean;
  readonly wordsByNode: ReadonlyMap<Nodes, number>;
}

/**
 * Copies nodes until the budget is spent; a container is cut inside, where the paragraph ends. What stands in the items
 * of a tight list are no paragraphs on the page, and the summary does not end with them.
 */
function takeNodes(nodes: readonly Nodes[], budget: Budget, isTight: boolean): Nodes[] {
  const taken: Nodes[] = [];
  for (const node of nodes) {
    if (budget.spent) break;
    if (isProse(node) || !('children' in node)) {
      budget.words -= budget.wordsByNode.get(node) ?? 0;
      taken.push(withoutIds(node));
      budget.spent = node.type === 'paragraph' && !isTight && budget.words <= 0;
    } else taken.push(replaceChildren(node, takeNodes(node.children, budget, isTightIn(node, isTight))));
  }
  return taken;
}

function isTightIn(node: Nodes, isTight: boolean): boolean {
  if (node.type === 'list') return !isLoose(node);
  if (node.type === 'definitionDescription') return !node.spread;
  return node.type === 'listItem' && isTight;
}

function isProse(node: Nodes): boolean {
  return node.type === 'paragraph' || isLine(node);
}

function isLine(node: Nodes): boolean {
  return node.type === 'heading' || node.type === 'tableCell' || node.type === 'definitionTerm';
}

/** Blocks that are not part of the summary, or only in part. */
function countLeft(nodes: readonly Nodes[], taken: readonly Nodes[]): number {
  const last = nodes[taken.length - 1];
  const cut = last !== undefined && !isProse(last) && plainText(last) !== plainText(taken.at(-1) ?? last);
  return nodes.slice(taken.length).filter(hasText).length + (cut ? 1 : 0);
}

function hasText(node: Nodes): boolean {
  return node.type !== 'definition' && node.type !== 'footnoteDefinition' && node.type !== 'html';
}

function withoutIds(node: Nodes): Nodes {
  if (!('children' in node)) return node;
  const children = (node.children as Nodes[])
    .filter((child) => child.type !== 'footnoteCall')
    .map(withoutIds);
  const copy = replaceChildren(node, children);
  const properties = node.data?.hProperties;
  if (properties?.['id'] === undefined) return copy;
  const { id: _, ...others } = properties;
  return { ...copy, data: { ...node.data, hProperties: others } } as Nodes;
}

function replaceChildren(node: Parents, children: readonly Nodes[]): Nodes {
  // The children are those of the same node, some of them left out: no kind of child is new.
  return { ...node, children } as Nodes;
}

const EXCERPT_LENGTH = 160;

/**
 * The first words of a tree as plain text on one line: its paragraphs, else whatever prose it has, else what stands in
 * the shortcodes between which there is none. At most 160 characters; a longer text is cut between words and ends in an ellipsis.
 */
export function excerptOf(tree: Root): string {
  const { prose } = surveyTree(tree);
  const paragraphs = prose.filter((node) => node.type === 'paragraph');
  let text = '';
  for (const node of paragraphs.length > 0 ? paragraphs : prose) {
    text = `${text} ${plainText(node).slice(0, EXCERPT_LENGTH * 2)}`;
    if (text.length > EXCERPT_LENGTH * 2) break;
  }
  const line = text.replace(/\s+/g, ' ').trim();
  return shorten(line === '' ? textOfShortcodes(tree) : line);
}

function textOfShortcodes({ children }: Root): string {
  const texts = children.flatMap((node) => (node.type === 'shortcode' ? node.searched : []));
  return texts
    .join(' ')
    .slice(0, EXCERPT_LENGTH * 2)
    .replace(/\s+/g, ' ')
    .trim();
}

function shorten(text: string): string {
  if (text.length <= EXCERPT_LENGTH) return text;
  const room = text.slice(0, EXCERPT_LENGTH);
  const space = room.lastIndexOf(' ');
  const end = space > 0 ? space : [...room.slice(0, -2)].join('').length;
  return `${room.slice(0, end).replace(/(?<![\s,;:–—([{“‘-])[\s,;:–—([{“‘-]+$/u, '')}…`;
}
