import type { Root } from 'mdast';
import type { Transformer } from 'unified';
import { countWords, readingMinutes, totalWords, type WordCount } from '../count-words.js';
import { draftOf } from '../draft.js';
import { plainText } from '../plain-text.js';

/** Counts the words of a chapter, code included, and its reading time (content rule 10). */
export function measureText(): Transformer<Root> {
  return (_tree, file) => {
    const draft = draftOf(file);
    const { prose, code } = draft.survey;
    const total: WordCount = [...prose, ...code]
      .map((node) => countWords(plainText(node)))
      .reduce(addWords, { fields: 0, runes: 0 });
    draft.words = totalWords(total);
    draft.minutes = readingMinutes(total);
  };
}

function addWords(a: WordCount, b: WordCount): WordCount {
  return { fields: a.fields + b.fields, runes: a.runes + b.runes };
}
