import type { Paragraph, Parents, Root, RootContent, Table } from 'mdast';
import type { Transformer } from 'unified';
import { type CompileState, compileStateOf } from '../tree/compile-state.js';
import { type AttributeValues, readAttributes } from '../tree/read-attributes.js';

const line = /(?:^|\n)\{([^{}\n]+)\}$/;

/**
 * Gives a line of attributes below a block (`{.class #id}`) to that block (`markup.goldmark.parser.attribute.block`).
 * Below a list or a quote the line belongs to the whole of it. A listing has its attributes behind its fence.
 */
export function blockAttributes(): Transformer<Root> {
  return (tree, file) => {
    if (String(file).search(/^[ \t>]*\{[^{}\n]+\}[ \t]*$/m) < 0) return;
    const state = compileStateOf(file);
    for (const block of [...tree.children]) findLines(block, tree, block, state);
  };
}

/** @param top The block at the top of the chapter that holds this one. */
function findLines(node: RootContent, parent: Parents, top: RootContent, state: CompileState): void {
  if (node.type === 'paragraph') takeFromParagraph(node, parent, top, state);
  else if (node.type === 'table') takeFromTable(node, state);
  else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') {
    for (const child of [...node.children]) findLines(child, node, top, state);
  }
}

function takeFromParagraph(node: Paragraph, parent: Parents, top: RootContent, state: CompileState): void {
  const last = node.children.at(-1);
  const found = last?.type === 'text' ? line.exec(last.value) : null;
  const values = found?.[1] === undefined ? null : readAttributes(found[1].trim());
  if (last?.type !== 'text' || found === null || values === null) return;
  const isAlone = node.children.length === 1 && found.index === 0 && !found[0].startsWith('\n');
  const target = isAlone ? blockAbove(node, parent) : isAtMargin(node, found[0]) ? top : node;
  if (target === null) return;
  give(target, values, state);
  last.value = last.value.slice(0, found.index);
  if (isAlone)
    parent.children = (parent.children as RootContent[]).filter(
      (child) => child !== node,
    ) as typeof parent.children;
}

/** The line continues a paragraph in a list or a quote, without their indentation: it is meant for the whole. */
function isAtMargin(node: Paragraph, written: string): boolean {
  return node.position?.end.column === written.trim().length + 1;
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
