import type { Nodes } from 'mdast';

/** The line on which a node begins, from 1. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** The line on which it ends. */
export function endLineOf(node: Nodes): number {
  return node.position?.end.line ?? 1;
}
