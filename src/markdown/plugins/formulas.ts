import type { Root } from 'mdast';
import type { Transformer } from 'unified';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { PrintedFormula } from '../math/print-formula.js';
import type { FormulaNode } from '../math/unmask-tree.js';
import { type CompileState, compileStateOf, spanOfNode } from '../tree/compile-state.js';
import { insertName } from '../tree/inserts.js';

/** Prints TeX as MathML. */
export type PrintFormula = (tex: string, display: boolean) => PrintedFormula;

/** Prints every formula; one that cannot be read stays as it was written. Reports `markdown/invalid-formula`. */
export function formulas(print: PrintFormula): Transformer<Root> {
  return (_tree, file) => {
    const state = compileStateOf(file);
    for (const formula of state.survey.formulas) setFormula(formula, print, state);
  };
}

function setFormula(node: FormulaNode, print: PrintFormula, state: CompileState): void {
  const printed = print(node.value, node.display);
  if ('html' in printed) {
    const number = state.inserts.push(printed.html) - 1;
    node.data = { hName: insertName, hProperties: { n: number } };
    return;
  }
  const details = { tex: node.value.trim(), reason: printed.reason };
  state.diagnostics.push(diagnose('markdown/invalid-formula', details, spanOfNode(state.job, node)));
  node.data = { hName: 'code', hChildren: [{ type: 'text', value: node.value }] };
}
