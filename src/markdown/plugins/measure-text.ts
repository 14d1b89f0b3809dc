import type { Root } from 'mdast';
import type { Transformer } from 'unified';
import { countWords, readingMinutes, totalWords } from '../count-words.js';
import { draftOf } from '../draft.js';
import { plainText } from '../plain-text.js';

/**
 * Counts the words of a chapter, code and shortcodes included, and its reading time (content rule 10). Stands before the typographer:
 * quotes do not change the count, and the text is still in one piece of memory, which halves the time.
 */
export function measureText(): Transformer<Root> {
  return (_tree, file) => {
    const draft = draftOf(file);
    const { prose, code, shortcodes } = draft.survey;
    let fields = 0;
    let runes = 0;
    for (const node of [...prose, ...code, ...shortcodes.filter(({ block }) => block)]) {
      const count = countWords(plainText(node));
      draft.wordsByNode.set(node, totalWords(count));
      fields += count.fields;
      runes += count.runes;
    }
    draft.words = totalWords({ fields, runes });
    draft.minutes = readingMinutes({ fields, runes });
  };
}
