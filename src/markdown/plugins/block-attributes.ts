import type { Blockquote, List, Paragraph, Parents, Root, RootContent, Table } from 'mdast';
import type { Transformer } from 'unified';
import { type CompileState, compileStateOf } from '../tree/compile-state.js';
import type { DefinitionList } from '../tree/definition-nodes.js';
import { type AttributeValues, readAttributes } from '../tree/read-attributes.js';

const line = /(?:^|\n)\{([^{}\n]*)\}[ \t]*(?:\n|$)/;

/**
 * Gives a line of attributes below a block (`{.class #id}`) to that block (`markup.goldmark.parser.attribute.block`), and ends a
 * paragraph there that goes on. Below a list or a quote the line belongs to the whole of it, by how far it is indented. A
 * listing has its attributes behind its fence.
 */
export function blockAttributes(): Transformer<Root> {
  return (tree, file) => {
    if (String(file).search(/^[ \t>]*\{[^{}\n]*\}[ \t]*$/m) < 0) return;
    findLines(tree, [], { state: compileStateOf(file), lines: String(file).split('\n') });
  };
}

interface Chapter {
  readonly state: CompileState;
  /** As they are written. */
  readonly lines: readonly string[];
}

type Holder = Blockquote | List | DefinitionList;

/** @param holders The lists, quotes and definition lists that the node lies in, the outermost first. */
function findLines(node: Root | RootContent, holders: readonly Holder[], chapter: Chapter): void {
  if (!('children' in node)) return;
  const isHolder = node.type === 'blockquote' || node.type === 'list' || node.type === 'definitionList';
  const inside = isHolder ? [...holders, node] : holders;
  // What a paragraph is divided into is looked at in its turn.
  for (let at = 0; at < node.children.length; at += 1) {
    const child = node.children[at];
    if (child?.type === 'paragraph') at -= takeFromParagraph(child, node, inside, chapter) ? 1 : 0;
    else if (child?.type === 'table') takeFromTable(child, chapter.state);
    else if (child !== undefined && /^(?:blockquote|list|definition)/.test(child.type))
      findLines(child, inside, chapter);
  }
}

/** Whether the paragraph is gone, since it was a line of attributes and no more. */
function takeFromParagraph(
  node: Paragraph,
  parent: Parents,
  holders: readonly Holder[],
  { state, lines }: Chapter,
): boolean {
  for (const [at, text] of node.children.entries()) {
    const found = text.type === 'text' ? line.exec(text.value) : null;
    const values = found?.[1] === undefined ? null : readAttributes(found[1].trim());
    if (text.type !== 'text' || found === null || values === null) continue;
    const isLast = at === node.children.length - 1 && found.index + found[0].length === text.value.length;
    if ((found.index === 0 && at > 0 && !found[0].startsWith('\n')) || (!isLast && !found[0].endsWith('\n')))
      continue;
    const isFirst = at === 0 && found.index === 0 && !found[0].startsWith('\n');
    const target = isFirst ? blockAbove(node, parent) : holderOf(node, found[0], holders, lines);
    if (target === null) return false;
    give(target, values, state);
    const siblings = parent.children as RootContent[];
    const rest = [{ ...text, value: text.value.slice(found.index + found[0].length) }];
    const after: Paragraph = { type: 'paragraph', children: [...rest, ...node.children.slice(at + 1)] };
    text.value = text.value.slice(0, found.index);
    node.children.length = at + 1;
    siblings.splice(siblings.indexOf(node), 1, ...(isFirst ? [] : [node]), ...(isLast ? [] : [after]));
    if (!isLast) state.survey.prose.splice(state.survey.prose.indexOf(node) + 1, 0, after);
    return isFirst;
  }
  return false;
}

/** The line goes on with a paragraph in a list or a quote, without the indentation of its text: it is meant for the whole. */
function holderOf(
  node: Paragraph,
  found: string,
  holders: readonly Holder[],
  lines: readonly string[],
): Paragraph | Holder {
  if (found.endsWith('\n')) return node;
  const column = (lines[(node.position?.end.line ?? 0) - 1]?.indexOf('{') ?? 0) + 1;
  return holders.find(({ children }) => column < (textStart(children.at(-1)) ?? 0)) ?? node;
}

/** The column at which the text of an item or a definition begins, or a block of a quote. */
function textStart(last: Parents['children'][number] | undefined): number | undefined {
  const isMarked = last?.type === 'listItem' || last?.type === 'definitionDescription';
  return (isMarked ? last.children[0] : last)?.position?.start.column;
}

function blockAbove(node: Paragraph, parent: Parents): RootContent | null {
  const siblings = parent.children as readonly RootContent[];
  const above = siblings[siblings.indexOf(node) - 1];
  const isNext = above?.position?.end.line === (node.position?.start.line ?? 0) - 1;
  return above !== undefined && isNext && above.type !== 'code' ? above : null;
}

function takeFromTable(table: Table, state: CompileState): void {
  const [cell, ...others] = table.children.at(-1)?.children ?? [];
  const [text, ...rest] = cell?.children ?? [];
  if (text?.type !== 'text' || rest.length > 0 || others.some(({ children }) => children.length > 0)) return;
  const found = line.exec(text.value);
  const values = found?.index === 0 && found[1] !== undefined ? readAttributes(found[1]) : null;
  if (values === null || table.children.length < 2) return;
  table.children.pop();
  give(table, values, state);
}

function give(target: RootContent, values: AttributeValues, { ids }: CompileState): void {
  target.data = { ...target.data, hProperties: { ...target.data?.hProperties, ...values } };
  if (typeof values['id'] === 'string') ids.push(values['id']);
}
