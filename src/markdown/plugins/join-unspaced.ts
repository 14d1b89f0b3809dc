import type { Nodes, Root } from 'mdast';
import type { Transformer } from 'unified';
import { meaninglessBreak } from '../../text/unspaced.js';
import { compileStateOf } from '../tree/compile-state.js';

/**
 * Joins lines of Chinese and Japanese without the space that a browser would print for the break (CSS Text 3, 4.1.3),
 * whatever markup or number of a note stands there.
 */
export function joinUnspaced(): Transformer<Root> {
  return (_tree, file) => {
    if (unspacedEnd.test(String(file))) joinBlocks(compileStateOf(file).survey.prose);
  };
}

/** Much faster than the pattern with its scripts: most chapters have none. */
const unspacedEnd = /\n(?:\[\^[^\]\n]*\]|[ \t>*_~`[“‘…—\d])*[\u3000-\u9fff\uff00-\uffef]/;

/** As far as quotes and a number reach beside a break. */
const reach = 8;

/** With the characters around a text the pattern sees a break at its edge as it sees those inside. */
function joinBlocks(blocks: readonly Nodes[]): void {
  for (const block of blocks) {
    const leaves = listLeaves(block);
    for (const [index, leaf] of leaves.entries()) {
      if (leaf.type !== 'text' || !leaf.value.includes('\n')) continue;
      const before = textOf(leaves[index - 1]).slice(-reach);
      const after = textOf(leaves[index + 1]).slice(0, reach);
      const joined = `${before}${leaf.value}${after}`.replace(meaninglessBreak, '');
      leaf.value = joined.slice(before.length, joined.length - after.length);
    }
  }
}

/** What is printed one behind the other; the number of a note is beside the line. */
function listLeaves(node: Nodes): readonly Nodes[] {
  if ('children' in node) return node.children.flatMap(listLeaves);
  return node.type === 'footnoteReference' ? [] : [node];
}

function textOf(leaf: Nodes | undefined): string {
  return leaf !== undefined && 'value' in leaf ? leaf.value : '';
}
