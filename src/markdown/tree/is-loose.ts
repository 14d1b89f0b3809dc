import type { List, ListItem } from 'mdast';

/** Whether the paragraphs in the items of a list are printed as such (CommonMark, 5.3). */
export function isLoose({ spread, children }: List): boolean {
  return spread === true || children.some(isLooseItem);
}

/** The same for an item by itself. */
export function isLooseItem({ spread, children }: ListItem): boolean {
  return spread ?? children.length > 1;
}
