import type { Paragraph, Parents, RootContent } from 'mdast';

/** Visits the paragraphs of a chapter in order, those in quotes, lists and notes too, each with the block before it. */
export function visitParagraphs(
  tree: Parents,
  visit: (paragraph: Paragraph, before: RootContent | undefined) => void,
): void {
  const stack: { readonly node: RootContent; readonly before: RootContent | undefined }[] = [];
  const push = (parent: Parents) => {
    const children = parent.children as readonly RootContent[];
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const node = children[at];
      if (node !== undefined) stack.push({ node, before: children[at - 1] });
    }
  };
  push(tree);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, before } = next;
    if (node.type === 'paragraph') visit(node, before);
    else if (
      node.type === 'blockquote' ||
      node.type === 'list' ||
      node.type === 'listItem' ||
      node.type === 'footnoteDefinition'
    )
      push(node);
  }
}
