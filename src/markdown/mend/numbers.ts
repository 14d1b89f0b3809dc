import type { List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { markedText } from '../tree/marked-text.js';
import { plainText } from '../tree/plain-text.js';
import type { MendBlocks } from './mend-block.js';

/** Numbers that are years rather than those of paragraphs. */
const [firstYear, lastYear] = [1000, 2100];
/** A heading is no sentence, and not as long as a paragraph. */
const headingLength = 250;
const sentenceEnd = /[.!?:;,]["”’')\]]*\d{0,3}$/;

/**
 * Paragraphs that are numbered through (`43. The first saying.`, other blocks, `44. …`) become one text, each number before its
 * paragraph and a target of links, `#n43`: Markdown makes a row of lists with one entry of them. A chain that looks like numbered
 * headings stays as it is, and so does a list that is one. "1977. During the winter …" by itself is no list either.
 */
export const mendNumbers: MendBlocks = (tree) => {
  const chains = findChains(tree);
  const numbered = new Set(chains.filter((chain) => chain.length > 1 && !areHeadings(chain)).flat());
  const years = new Set(chains.flatMap(([list, ...others]) => (others.length === 0 && list ? [list] : [])));
  const lists = tree.children.some((node) => node.type === 'list' && (numbered.has(node) || isYear(node)));
  if (!lists) return;
  tree.children = tree.children.flatMap((node, at) => {
    if (node.type !== 'list') return [node];
    if (numbered.has(node)) return numberEntries(node, tree.children[at + 1]);
    return years.has(node) && isYear(node) ? restoreYear(node) : [node];
  });
};

/** Ordered lists that count on from one to the next with other blocks between them, one of a single entry among each two. */
export function findChains(tree: Root): readonly (readonly List[])[] {
  const chains: List[][] = [];
  let next = -1;
  for (const node of tree.children) {
    if (node.type !== 'list' || node.ordered !== true) continue;
    const start = node.start ?? 1;
    const last = chains.at(-1);
    if (last !== undefined && start === next && (isSingle(node) || isSingle(last.at(-1)))) last.push(node);
    else chains.push([node]);
    next = start + node.children.length;
  }
  return chains;
}

function isSingle(list: List | undefined): boolean {
  return list?.children.length === 1;
}

/** Whether most entries of a chain look like headings: lines that are no sentences. */
export function areHeadings(chain: readonly List[]): boolean {
  const items = chain.flatMap(({ children }) => children);
  return items.filter(isHeading).length * 2 > items.length;
}

function isHeading({ children }: ListItem): boolean {
  const [only, ...others] = children;
  if (only?.type !== 'paragraph' || others.length > 0) return false;
  const text = plainText(only);
  return text.length < headingLength && !sentenceEnd.test(text);
}

function isYear({ start, children }: List): boolean {
  return children.length === 1 && (start ?? 1) >= firstYear && (start ?? 1) <= lastYear;
}

function restoreYear(list: List): RootContent[] {
  const [item] = list.children;
  const first = item?.children[0];
  if (item === undefined || first?.type !== 'paragraph') return [list];
  first.children.unshift({ type: 'text', value: `${list.start}. ` });
  return [...item.children];
}

/** What takes the place of a list: its entries, each with its number. `following` is the block behind it. */
function numberEntries(list: List, following: RootContent | undefined): RootContent[] {
  const first = list.start ?? 1;
  return list.children.flatMap((item, index): RootContent[] => {
    const mark = markOf(first + index);
    // A number alone on its line belongs to the paragraph after it.
    if (item.children.length === 0 && isSingle(list) && following?.type === 'paragraph') {
      markParagraph(following, mark);
      return [];
    }
    const [head, ...rest] = item.children;
    if (head?.type === 'paragraph') return [markParagraph(head, mark), ...rest];
    return [markParagraph({ type: 'paragraph', children: [] }, mark), ...item.children];
  });
}

function markOf(number: number): readonly PhrasingContent[] {
  const mark = markedText('b', [{ type: 'text', value: `${number}.` }], { id: `n${number}` });
  return [mark, { type: 'text', value: ' ' }];
}

function markParagraph(paragraph: Paragraph, mark: readonly PhrasingContent[]): Paragraph {
  paragraph.children = [...mark, ...paragraph.children];
  paragraph.data = { ...paragraph.data, hProperties: { className: ['numbered'] } };
  return paragraph;
}
