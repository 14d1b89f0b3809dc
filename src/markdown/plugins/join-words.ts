import type { Nodes, Root } from 'mdast';
import type { Transformer } from 'unified';
import { splitPoint } from '../../text/split-word.js';
import { meaninglessBreak } from '../../text/unspaced.js';
import { draftOf } from '../draft.js';

/**
 * Joins a word that was split at the end of a line: `people-⏎to-people` becomes `people-to-people`. A line that ends
 * in a letter and a hyphen, before one that begins in lower case, is such a split (content rule 20); the hyphen stays.
 * Lines of Chinese and Japanese are joined without the space that a browser would print for the break (CSS Text 3, 4.1.3).
 */
export function joinWords(): Transformer<Root> {
  return (_tree, file) => {
    const source = String(file);
    if (source.includes('-\n')) joinAll(draftOf(file).survey.prose, hyphenated);
    if (unspacedEnd.test(source)) joinAll(draftOf(file).survey.prose, unspaced);
  };
}

/** Much faster than the pattern with its scripts: most chapters have none. */
const unspacedEnd = /[\u3000-\u9fff\uff00-\uffef]\n/;

/** What breaks a word: a string that each place holds, found faster than the pattern, and what is put there. */
interface Breaks {
  readonly mark: string;
  readonly pattern: RegExp;
  readonly instead: string;
}

const hyphenated: Breaks = { mark: '-\n', pattern: splitPoint, instead: '-' };
const unspaced: Breaks = { mark: '\n', pattern: meaninglessBreak, instead: '' };

function joinAll(nodes: readonly Nodes[], breaks: Breaks): void {
  for (const node of nodes) {
    if (node.type !== 'text') {
      if ('children' in node) joinAll(node.children, breaks);
    } else if (node.value.includes(breaks.mark)) {
      node.value = node.value.replace(breaks.pattern, breaks.instead);
    }
  }
}
