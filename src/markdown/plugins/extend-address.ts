import { trimAddress } from '../../line-ends/address.js';
import type { Joint } from '../../line-ends/joint.js';
import type { FlatText } from '../tree/flat-text.js';

/**
 * Takes the second half of an address that a line end has broken into the link of the first half. The line end itself is gone.
 * Where the parser has made no link, or the second half is not plain text, all stays as it is.
 */
export function extendAddress({ leaves }: FlatText, { second, gap }: Joint): void {
  const index = leaves.findLastIndex(({ address, start }) => address !== null && start < gap.start);
  const [link, next] = [leaves[index], leaves[index + 1]];
  if (link?.address == null || next === undefined || next.start !== link.end) return;
  if (gap.start < next.start || gap.end >= next.end) return;
  const piece = trimAddress(second);
  const at = next.node.value.indexOf(piece);
  // Up to the break there are only signs that may end a sentence, and that the parser has left out of the link.
  if (at < 0 || /\s/.test(next.node.value.slice(0, at))) return;
  const taken = next.node.value.slice(0, at + piece.length);
  link.address.url += taken;
  link.node.value += taken;
  next.node.value = next.node.value.slice(taken.length);
}
