import type { BookNode, Tree } from './sections.js';

/** A page in reading order, with the pages around it in the tree, by key. */
export interface Step {
  readonly node: BookNode;
  /** `Page.key`. */
  readonly key: string;
  /** Key of the nearest section above that is a page; null for home. */
  readonly parent: string | null;
  /** Keys of its pages and sub-sections, in order. */
  readonly children: readonly string[];
}

/** The key of a node's page. */
export function keyOf(node: BookNode): string {
  return `/${node.path}`;
}

/**
 * Walks the book depth first from home, each section's own page before what it holds (design, section 2). Where a
 * section is no page, because its `_index.md` is held back or its address is taken, its children stand in its place:
 * they belong to the section above and nothing is lost from the reading order (content rule 21.6).
 */
export function walkBook(
  home: BookNode,
  children: Tree['children'],
  isPage: (node: BookNode) => boolean,
): readonly Step[] {
  const steps: Step[] = [];

  function visit(node: BookNode, parent: string | null, siblings: string[]): void {
    if (!isPage(node)) {
      visitChildren(node, parent, siblings);
      return;
    }
    const own: string[] = [];
    const key = keyOf(node);
    siblings.push(key);
    steps.push({ node, key, parent, children: own });
    visitChildren(node, key, own);
  }
  function visitChildren(node: BookNode, parent: string | null, siblings: string[]): void {
    if (node.kind === 'page') return;
    for (const child of children.get(node.path) ?? []) visit(child, parent, siblings);
  }
  visit(home, null, []);
  return steps;
}
