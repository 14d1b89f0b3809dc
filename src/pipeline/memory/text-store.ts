import { Buffer } from 'node:buffer';

/** Puts a text away; what is returned makes it text again. */
export type StoreText = (text: string) => () => string;

/** Bytes of one piece of memory. */
const PIECE = 1024 * 1024;

/**
 * Opens a store for many texts of some kilobytes that are kept for long: as UTF-8 outside the heap, half as large, one
 * after the other in large pieces. Memory in the size of a text each would be scattered between what the parser takes
 * and gives back, and keep a hundred megabytes of that from the system in a book of 5,000 chapters. A piece is given
 * back once none of its texts is held any more.
 */
export function createTextStore(): StoreText {
  let piece = Buffer.alloc(0);
  let used = 0;
  return (text) => {
    const size = Buffer.byteLength(text);
    if (piece.length - used < size) {
      piece = Buffer.allocUnsafeSlow(Math.max(PIECE, size));
      used = 0;
    }
    const bytes = piece.subarray(used, used + size);
    bytes.write(text);
    used += size;
    return () => bytes.toString();
  };
}
