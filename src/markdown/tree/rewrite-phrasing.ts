import type { Parents, PhrasingContent } from 'mdast';

/** What takes a node's place; null leaves it as it is. */
export type Rewrite = (node: PhrasingContent) => readonly PhrasingContent[] | null;

/** Replaces nodes in a line of text, and in what stands in it. What was put in is not looked at again. */
export function rewritePhrasing(line: Parents, rewrite: Rewrite): void {
  const stack: Parents[] = [line];
  for (let parent = stack.pop(); parent !== undefined; parent = stack.pop()) {
    const children = parent.children as PhrasingContent[];
    let isNew = false;
    const rewritten = children.flatMap((node) => {
      const nodes = rewrite(node);
      isNew ||= nodes !== null;
      if (nodes === null && 'children' in node) stack.push(node);
      return nodes ?? [node];
    });
    if (isNew) parent.children = rewritten as typeof parent.children;
  }
}
