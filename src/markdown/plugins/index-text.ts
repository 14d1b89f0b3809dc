import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { diagnose } from '../../diagnostics/catalogue.js';
import { draftOf, placeOf } from '../tree/draft.js';
import { createTermCollector } from '../words/collect-terms.js';

/**
 * Collects the words of a chapter for the search index. Stands before the typographer, as `measure-text.ts` does, and
 * behind the plugin that joins split words, so that they are found whole. Reports `markdown/unclosed-html`.
 *
 * @param unsafe Whether HTML in a chapter is shown, and so is searched.
 */
export const indexText: Plugin<[{ readonly unsafe: boolean }], Root> = ({ unsafe }) => {
  const collectTerms = createTermCollector();
  return (tree, file) => {
    const draft = draftOf(file);
    const { terms, unclosed } = collectTerms({ tree, survey: draft.survey, source: String(file), unsafe });
    draft.terms = terms;
    for (const { node, tag } of unclosed)
      draft.diagnostics.push(diagnose('markdown/unclosed-html', { tag }, placeOf(draft.job, node)));
  };
};
