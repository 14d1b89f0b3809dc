import type { Root } from 'mdast';
import type { Transformer } from 'unified';
import type { MarkdownConfig } from '../../model/markdown-config.js';
import { compileStateOf } from '../tree/compile-state.js';
import { plainText } from '../tree/plain-text.js';
import { countFields, countWords, readingMinutes, totalWords } from '../words/count-words.js';

/**
 * Counts the words of a chapter, code and shortcodes included, and its reading time (content rule 10). Stands before the typographer:
 * quotes do not change the count, and the text is still in one piece of memory, which halves the time. `hasCjk` is for chapters
 * that do not say it themselves.
 */
export function measureText({ hasCjk }: Pick<MarkdownConfig, 'hasCjk'>): Transformer<Root> {
  return (_tree, file) => {
    const state = compileStateOf(file);
    const { prose, code, shortcodes } = state.survey;
    const count = (state.job.isCjk ?? hasCjk) ? countWords : countFields;
    let fields = 0;
    let runes = 0;
    for (const node of [...prose, ...code, ...shortcodes.filter(({ block }) => block)]) {
      const words = count(plainText(node));
      state.wordsByNode.set(node, totalWords(words));
      fields += words.fields;
      runes += words.runes;
    }
    state.words = totalWords({ fields, runes });
    state.minutes = readingMinutes({ fields, runes });
  };
}
