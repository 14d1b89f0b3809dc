import type { Code, Html, Parents, PhrasingContent, Root, Table, TableCell } from 'mdast';
import type { Transformer } from 'unified';
import { diagnose } from '../../diagnostics/catalogue.js';
import { type CompileState, compileStateOf, spanOfNode } from '../tree/compile-state.js';
import { plainText } from '../tree/plain-text.js';

const EXCERPT = 60;
const word = /[\p{L}\p{N}]+/gu;

/**
 * Reports what of a chapter is on no page, besides HTML: `markdown/open-comment` for a comment that nothing closes, with how much
 * it takes, and `markdown/lost-words` for cells that a row has more than the head of its table and for words behind a fence.
 */
export function reportLostWords(): Transformer<Root> {
  return (tree, file) => {
    const state = compileStateOf(file);
    const { html, code, prose } = state.survey;
    for (const node of html) reportOpenComment(node, state);
    for (const node of code) reportFence(node, state);
    if (prose.some(({ type }) => type === 'tableCell'))
      for (const table of listTables(tree)) reportCells(table, state);
  };
}

function reportOpenComment(node: Html, { job, diagnostics }: CompileState): void {
  const { value, position } = node;
  const at = value.lastIndexOf('<!--');
  if (at === -1 || value.includes('-->', at) || position === undefined) return;
  const before = value.slice(0, at).split('\n');
  const column = (before.length === 1 ? position.start.column : 1) + (before.at(-1) ?? '').length;
  const line = position.start.line + before.length - 1;
  const place = { start: { line, column }, end: { line, column: column + '<!--'.length } };
  const details = { words: countWords(value.slice(at)) };
  diagnostics.push(diagnose('markdown/open-comment', details, spanOfNode(job, { ...node, position: place })));
}

/** Behind the name of a language stands what a listing is to look like; words that are none of that are gone. */
function reportFence(node: Code, state: CompileState): void {
  const { meta, position } = node;
  if (!meta || position === undefined || /[{}="]/.test(meta) || !/\p{L}{2} +\p{L}{2}/u.test(meta)) return;
  const place = { start: position.start, end: position.start };
  reportLost({ ...node, position: place }, meta, 'only a language is read behind a fence', state);
}

/** The tables of a chapter, those in quotes, lists and notes too. */
function listTables(tree: Root): readonly Table[] {
  const tables: Table[] = [];
  const stack: Parents[] = [tree];
  for (let parent = stack.pop(); parent !== undefined; parent = stack.pop()) {
    for (const child of parent.children) {
      if (child.type === 'table') tables.push(child);
      else if (/^(?:blockquote|list|listItem|footnoteDefinition)$/.test(child.type))
        stack.push(child as Parents);
    }
  }
  return tables;
}

function reportCells({ align, children: rows }: Table, state: CompileState): void {
  const columns = align?.length ?? Number.POSITIVE_INFINITY;
  for (const { children } of rows) {
    const [first, ...others] = children.slice(columns);
    if (first === undefined) continue;
    const written = [first, ...others].map(plainText).join(' ');
    reportLost(
      first.children[0] ?? first,
      written,
      'the row has more cells than the head of its table',
      state,
    );
  }
}

function reportLost(
  node: Code | TableCell | PhrasingContent,
  written: string,
  cause: string,
  state: CompileState,
): void {
  const words = countWords(written);
  if (words === 0) return;
  const details = { written: written.replace(/\s+/g, ' ').trim().slice(0, EXCERPT), words, cause };
  state.diagnostics.push(diagnose('markdown/lost-words', details, spanOfNode(state.job, node)));
}

function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}
