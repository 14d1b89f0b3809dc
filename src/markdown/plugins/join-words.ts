import type { Nodes, Root } from 'mdast';
import type { Transformer } from 'unified';
import { draftOf } from '../draft.js';

/** "two-⏎and three-part": the hyphen hangs, and its word comes later. */
const split = /(\p{L}-)\n(?!(?:and|but|nor|or|to)(?![\p{L}-]))(?=\p{Ll})/gu;

/**
 * Joins a word that was split at the end of a line: `people-⏎to-people` becomes `people-to-people`. A line that ends
 * in a letter and a hyphen, before one that begins in lower case, is such a split (content rule 20); the hyphen stays.
 */
export function joinWords(): Transformer<Root> {
  return (_tree, file) => {
    if (!String(file).includes('-\n')) return;
    for (const prose of draftOf(file).survey.prose) joinIn(prose);
  };
}

function joinIn(node: Nodes): void {
  if (node.type === 'text') {
    if (node.value.includes('-\n')) node.value = node.value.replace(split, '$1');
  } else if ('children' in node) {
    for (const child of node.children) joinIn(child);
  }
}
