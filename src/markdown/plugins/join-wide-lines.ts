import type { Root } from 'mdast';
import type { Transformer } from 'unified';
import { compileStateOf } from '../tree/compile-state.js';
import { rewritePhrasing } from '../tree/rewrite-phrasing.js';

const wide = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uff60]';
const betweenWide = new RegExp(`(?<=${wide})\\n(?=${wide})`, 'gu');

/**
 * Leaves nothing of a line's end between two Chinese or Japanese characters
 * (`markup.goldmark.extensions.cjk.eastAsianLineBreaks`); code stays as it is.
 */
export function joinWideLines(): Transformer<Root> {
  return (_tree, file) => {
    for (const prose of compileStateOf(file).survey.prose) {
      rewritePhrasing(prose, (node) =>
        node.type === 'text' && node.value.includes('\n')
          ? [{ ...node, value: node.value.replace(betweenWide, '') }]
          : null,
      );
    }
  };
}
