import type { Paragraph, Root } from 'mdast';

/**
 * The tree of a chapter that takes its title from its first heading, without that heading: the page shows it as the
 * title. The heading's id stays where it was, since links lead to it.
 */
export function dropTitle(tree: Root): Root {
  const [first, ...others] = tree.children;
  if (first?.type !== 'heading' || first.depth !== 1) return tree;
  const { id } = { ...first.data?.hProperties };
  const anchor: Paragraph = {
    type: 'paragraph',
    children: [],
    data: { hName: 'a', hProperties: { id: String(id) } },
  };
  return { ...tree, children: id === undefined ? others : [anchor, ...others] };
}
