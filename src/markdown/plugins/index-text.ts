import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { diagnose } from '../../diagnostics/catalogue.js';
import { compileStateOf, spanOfNode } from '../tree/compile-state.js';
import { createWordCollector } from '../words/collect-words.js';

/**
 * Collects the words of a chapter for the search index. Stands before the typographer, as `measure-text.ts` does, and
 * behind the plugin that joins split words, so that they are found whole. Reports `markdown/unclosed-html`.
 *
 * @param unsafe Whether HTML in a chapter is shown, and so is searched.
 */
export const indexText: Plugin<[{ readonly unsafe: boolean }], Root> = ({ unsafe }) => {
  const collectTerms = createWordCollector();
  return (tree, file) => {
    const state = compileStateOf(file);
    const { survey, otherReadings } = state;
    const { terms, unclosed } = collectTerms({ tree, survey, source: String(file), unsafe, otherReadings });
    state.terms = terms;
    for (const { node, tag } of unclosed)
      state.diagnostics.push(diagnose('markdown/unclosed-html', { tag }, spanOfNode(state.job, node)));
  };
};
