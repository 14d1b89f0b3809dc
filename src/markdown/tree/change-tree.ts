import type { Root } from 'mdast';

/** What the plugins of a book's owner make of a tree; throws what they throw. */
export type ChangeTree = (tree: Root, source: string) => Root;
