import type { Nodes, Root } from 'mdast';
import type { Transformer } from 'unified';
import { splitWord } from '../../text/split-word.js';
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
    if (source.includes('-\n')) joinAll(draftOf(file).survey.prose, splitWord, '$1-$2');
    if (unspacedEnd.test(source)) joinAll(draftOf(file).survey.prose, meaninglessBreak, '');
  };
}

/** Much faster than the pattern with its scripts: most chapters have none. */
const unspacedEnd = /[\u3000-\u9fff\uff00-\uffef]\n/;

function joinAll(nodes: readonly Nodes[], broken: RegExp, instead: string): void {
  for (const node of nodes) {
    if (node.type !== 'text') {
      if ('children' in node) joinAll(node.children, broken, instead);
    } else if (node.value.includes('\n')) node.value = node.value.replace(broken, instead);
  }
}
