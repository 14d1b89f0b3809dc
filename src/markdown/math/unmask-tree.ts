import type { Data, Node, Parent, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { Formula } from './find-formulas.js';
import { mask, numberOfMask } from './mask-formulas.js';

/** A formula in TeX. */
export interface FormulaNode extends Node {
  type: 'formula';
  /** TeX, without its delimiters. */
  value: string;
  display: boolean;
  data?: Data;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    formula: FormulaNode;
  }
  interface RootContentMap {
    formula: FormulaNode;
  }
}

/**
 * Turns the masks in the texts of a tree into formulas, and puts back what was hidden anywhere else: in code that only
 * the parser could recognise, in addresses and titles.
 */
export function unmaskTree(tree: Root, formulas: readonly Formula[]): void {
  const stack: Parents[] = [tree];
  for (let parent = stack.pop(); parent !== undefined; parent = stack.pop()) {
    const children = parent.children as PhrasingContent[];
    if (children.some(hasMask)) {
      const split = children.flatMap((node): readonly PhrasingContent[] =>
        hasMask(node) ? splitText(node, formulas) : [node],
      );
      parent.children = split as typeof parent.children;
    }
    for (const child of parent.children) {
      restoreFields(child, formulas);
      if ('children' in child) stack.push(child);
    }
  }
}

function hasMask(node: Node): node is Text {
  return node.type === 'text' && (node as Text).value.search(mask) >= 0;
}

function splitText(node: Text, formulas: readonly Formula[]): readonly (Text | FormulaNode)[] {
  const pieces: (Text | FormulaNode)[] = [];
  let done = 0;
  for (const { 0: whole, 1: low = '', 2: high = '', index } of node.value.matchAll(mask)) {
    const formula = formulas[numberOfMask(low, high)];
    if (formula === undefined) continue;
    if (index > done) pieces.push({ type: 'text', value: node.value.slice(done, index) });
    pieces.push(formulaOf(formula));
    done = index + whole.length;
  }
  if (done < node.value.length) pieces.push({ type: 'text', value: node.value.slice(done) });
  return pieces;
}

function formulaOf({ tex, display, written, line, column, offset }: Formula): FormulaNode {
  const lines = written.split('\n');
  const last = lines.at(-1)?.length ?? 0;
  const start = { line, column, offset };
  const end = {
    line: line + lines.length - 1,
    column: lines.length === 1 ? column + last : last + 1,
    offset: offset + written.length,
  };
  return { type: 'formula', value: tex, display, position: { start, end } };
}

const fields = ['value', 'url', 'title', 'alt', 'label', 'identifier', 'meta', 'lang'] as const;

function restoreFields(node: Node, formulas: readonly Formula[]): void {
  if (node.type === 'text' || node.type === 'formula') return;
  const texts = node as Node & Partial<Record<(typeof fields)[number], string | null>> & Partial<Parent>;
  for (const field of fields) {
    const text = texts[field];
    if (typeof text !== 'string' || text.search(mask) < 0) continue;
    texts[field] = text.replace(
      mask,
      (whole, low, high) => formulas[numberOfMask(low, high)]?.written ?? whole,
    );
  }
}
