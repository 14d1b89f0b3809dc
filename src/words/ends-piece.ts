/** How large the pieces of a list are, in units of its text. */
export interface PieceSizes {
  /** No piece ends before it is as large. */
  readonly least: number;
  /** No piece of several items is larger. */
  readonly most: number;
  /** From `least` on a piece ends after as much more, on average. */
  readonly mean: number;
}

/** Of the files of a search index that hold records of common terms: what the index is cut by, its reader finds them by. */
export const recordSizes: PieceSizes = { least: 6 * 1024, most: 12 * 1024, mean: 3 * 1024 };

/**
 * Whether a piece of this size ends before an item. The item's own text decides (content-defined chunking), so that a change moves
 * the cuts beside it and no others, and the pieces that stay the same keep their names.
 *
 * @param length How much room the item takes.
 */
export function endsPiece(
  size: number,
  item: { readonly text: string; readonly length: number },
  { least, most, mean }: PieceSizes,
): boolean {
  if (size === 0) return false;
  if (size + item.length > most) return true;
  return size >= least && hashText(item.text) * mean < item.length * 2 ** 32;
}

/** FNV-1a over UTF-16 units, with the last step of MurmurHash3: the high bits decide. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
