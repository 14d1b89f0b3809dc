import { closeSync, fstatSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { isSystemError } from '../../files/system-error.js';
import type { Piece } from './memory-model.js';

/** Bytes that are written at once. */
const BLOCK = 4 * 1024 * 1024;

/** Where bytes lie in a piece, and their CRC-32. */
type Place = readonly [start: number, length: number, sum: number];

/** A piece under way. Its calls throw as `fs` does. */
export interface PieceWriter {
  readonly add: (bytes: Uint8Array) => Place;
  readonly finish: () => Piece;
  /** Removes it. Never throws. */
  readonly abandon: () => void;
}

/** Begins a piece; nobody else has one of this name. */
export function writePiece(folder: string, name: string): PieceWriter {
  const path = join(folder, name);
  const handle = openSync(path, 'wx');
  let waiting: Uint8Array[] = [];
  let held = 0;
  let length = 0;
  let isOpen = true;
  const flush = () => {
    const block = Buffer.concat(waiting);
    waiting = [];
    held = 0;
    for (let done = 0; done < block.length; ) done += writeSync(handle, block, done);
  };
  const close = () => {
    if (isOpen) closeSync(handle);
    isOpen = false;
  };
  return {
    add: (bytes) => {
      const start = length;
      waiting.push(bytes);
      held += bytes.length;
      length += bytes.length;
      if (held > BLOCK) flush();
      return [start, bytes.length, crc32(bytes)];
    },
    finish: () => {
      flush();
      close();
      return { name, length };
    },
    abandon: () => {
      close();
      ignoreFaults(() => unlinkSync(path));
    },
  };
}

/** Reads bytes of a piece, at a multiple of four in their memory; null when they are not those that were written. */
export type ReadPiece = (place: Place) => Uint8Array | null;

/** Opens a piece for as long as the program runs; null when it is not as long as it was written. */
export function openPiece(folder: string, { name, length }: Piece): ReadPiece | null {
  const handle = ignoreFaults(() => openSync(join(folder, name), 'r'));
  if (handle === null || ignoreFaults(() => fstatSync(handle).size) !== length) return null;
  return ([start, size, sum]) => {
    const bytes = new Uint8Array(size);
    const read = ignoreFaults(() => readSync(handle, bytes, 0, size, start));
    return read === size && crc32(bytes) === sum ? bytes : null;
  };
}

/** What comes of something done to the disk; null when that fails. Throws faults of our own. */
export function ignoreFaults<Value>(act: () => Value): Value | null {
  try {
    return act();
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}
