import { Buffer } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { FoundFile } from './walk.js';

/** Reads a file whole; throws as `fs` does. */
export type ReadWhole = (found: Found) => Buffer;

type Found = Pick<FoundFile, 'absolute' | 'isLink'>;

/**
 * Opens a file as the walk found it: a link that has taken its place since may lead out of the book and is refused (`ELOOP`), a pipe is
 * empty and not waited for.
 */
export function openFound({ absolute, isLink }: Found): number {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
  return openSync(absolute, O_RDONLY | O_NONBLOCK | (isLink === true ? 0 : O_NOFOLLOW));
}

/** Bytes of one piece of memory. */
const PIECE = 4 * 1024 * 1024;

/**
 * Prepares the reading of many small files. They lie one after the other in large pieces of memory, which threads can
 * share without a copy, and which go back to the system once none of their files is held any more: memory in the size
 * of a chapter would stay with the process for ever.
 */
export function createSharedReader(): ReadWhole {
  let piece = Buffer.from(new SharedArrayBuffer(0));
  let used = 0;

  const readInto = (handle: number, size: number): Buffer => {
    if (piece.length - used <= size) {
      piece = Buffer.from(new SharedArrayBuffer(Math.max(PIECE, size + 1)));
      used = 0;
    }
    // One byte more tells a file that has grown since from one that ends here.
    const room = piece.subarray(used, used + size + 1);
    const read = fill(room, handle, size);
    if (read > size) return Buffer.concat([room, readFileSync(handle)]);
    used += read;
    return room.subarray(0, read);
  };

  return (found) => {
    const handle = openFound(found);
    try {
      return readInto(handle, fstatSync(handle).size);
    } finally {
      closeSync(handle);
    }
  };
}

/** Reads until there are `enough` bytes, or the file ends; returns their number. */
function fill(room: Buffer, handle: number, enough: number): number {
  let filled = 0;
  let read = 0;
  do {
    read = readSync(handle, room, filled, room.length - filled, null);
    filled += read;
  } while (read > 0 && filled < enough);
  return filled;
}
