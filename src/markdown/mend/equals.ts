import type { Paragraph, Parents, RootContent } from 'mdast';
import type { MendBlocks } from './mend-block.js';

/**
 * A line of a single `=` is a piece of a formula, and makes no heading of the lines above it. Those who want a heading write
 * more of them, or `#`.
 */
export const mendEquals: MendBlocks = (tree, { linesOf, source }) => {
  if (!source.includes('=') || !/\n[ \t]*=[ \t]*(?:\n|$)/.test(source)) return;
  const lines = linesOf();
  const isUnderlined = (node: RootContent) =>
    node.type === 'heading' && node.depth === 1 && lines[(node.position?.end.line ?? 0) - 1]?.trim() === '=';
  const visit = (parent: Parents): void => {
    const children = parent.children as RootContent[];
    for (const [index, node] of children.entries()) {
      if (node.type === 'heading' && isUnderlined(node)) {
        const paragraph: Paragraph = {
          type: 'paragraph',
          children: [...node.children, { type: 'text', value: '\n=' }],
          ...(node.position === undefined ? {} : { position: node.position }),
        };
        children[index] = paragraph;
      } else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') visit(node);
    }
  };
  visit(tree);
};
