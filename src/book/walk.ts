import type { BookNode, Tree } from './sections.js';

/** A page in reading order, with the pages around it in the tree, by key. */
export interface WalkStep {
  readonly node: BookNode;
  /** `Page.key`. */
  readonly key: string;
  /** Key of the nearest section above that is a page; null for home. */
  readonly parent: string | null;
  /** Keys of its pages and sub-sections, in order. */
  readonly children: readonly string[];
}

/** The pages of a book by their place in it. */
export interface Walk {
  /** In reading order, from home on. */
  readonly reading: readonly WalkStep[];
  /** Those with a place in the tree and none in the reading order. */
  readonly aside: readonly WalkStep[];
}

/** The key of a node's page. */
export function keyOf(node: BookNode): string {
  return `/${node.path}`;
}

/**
 * Walks the book depth first from home, each section's own page before what it holds (design, section 2). Where a
 * section is no page, because its `_index.md` is held back or its address is taken, its children stand in its place:
 * they belong to the section above and nothing is lost from the reading order (content rule 21.6). A page without an
 * address stands in its section's list only; one that no list shows stands aside with all that it holds (rule 8).
 */
export function walkBook(
  home: BookNode,
  children: Tree['children'],
  isPage: (node: BookNode) => boolean,
): Walk {
  const reading: WalkStep[] = [];
  const aside: WalkStep[] = [];
  const unlisted: { readonly node: BookNode; readonly parent: string | null }[] = [];

  function visit(node: BookNode, parent: string | null, siblings: string[], steps: WalkStep[]): void {
    if (!isPage(node)) {
      visitChildren(node, parent, siblings, steps);
      return;
    }
    const own: string[] = [];
    const key = keyOf(node);
    siblings.push(key);
    (hasAddress(node) ? steps : aside).push({ node, key, parent, children: own });
    visitChildren(node, key, own, steps);
  }
  function visitChildren(node: BookNode, parent: string | null, siblings: string[], steps: WalkStep[]): void {
    if (node.kind === 'page') return;
    for (const child of children.get(node.path) ?? []) {
      if (isListed(child)) visit(child, parent, siblings, steps);
      else unlisted.push({ node: child, parent });
    }
  }
  visit(home, null, [], reading);
  // The list grows while sections that stand aside are walked.
  for (const { node, parent } of unlisted) visit(node, parent, [], aside);
  return { reading, aside };
}

/** True for a page that is there for its files only: its page is nowhere (content rule 8). */
export function isHeadless(node: BookNode): boolean {
  return !isListed(node) && !hasAddress(node);
}

function hasAddress({ head }: BookNode): boolean {
  return head.frontMatter.build?.render !== 'never';
}

/** False for a page that no list shows (content rule 8). */
export function isListed({ head }: BookNode): boolean {
  return head.frontMatter.build?.list !== 'never';
}
